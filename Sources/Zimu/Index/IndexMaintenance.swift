import FilePaths
import Indexing
import InvertedIndex
import UserInput

/// Changes to an index that read no transcripts: removing episodes, optimizing and merging.
///
/// Each call is one commit: either all of its changes are durable, or the index is unchanged.
public struct IndexMaintenance: Sendable {
  private let directory: IndexDirectory

  /// Creates the maintenance of an index; nothing is read yet.
  ///
  /// - Parameter path: the folder of the index.
  public init(at path: String) {
    directory = IndexDirectory(path)
  }

  private func writer() throws -> IndexWriter {
    // Says what to do where there is none.
    let settings = try directory.open().settings
    return try IndexWriter(directory, settings: settings, jobs: Processors.count)
  }

  /// Removes episodes from the index.
  ///
  /// - Parameter names: each an `Episode.name`, a path, or `id:` and an `Episode.id`. An archive or table
  ///   names all of its episodes.
  /// - Returns: the number of episodes that were removed and that are left.
  /// - Throws: `ZimuError` with the code `indexMissing`, `indexInUse`, `indexDamaged` or `system`. The code
  ///   is `episodeNotFound` or `episodeAmbiguous` if a name does not fit; then none is removed.
  /// - Complexity: O(episodes).
  public func remove(_ names: [String]) throws(ZimuError) -> (removed: Int, remaining: Int) {
    try translatingErrors {
      let writer = try writer()
      let named = NamedEpisodes(try writer.committed?.episodes.map(\.path) ?? [])
      let removed = Set(try names.flatMap(named.paths))
      for path in removed { try writer.remove(path) }
      try writer.commit()
      return (removed.count, writer.committed?.episodeCount ?? 0)
    }
  }

  /// Rewrites the index as one segment, without removed episodes. The bytes are those of one run over the
  /// same files.
  ///
  /// - Returns: the bytes on disk before and after.
  /// - Throws: `ZimuError` with the code `indexMissing`, `indexInUse`, `indexDamaged` or `system`.
  /// - Complexity: O(bytes of the index).
  public func optimize() throws(ZimuError) -> (before: Int, after: Int) {
    try translatingErrors {
      let before = directory.size
      try writer().commit(optimizing: true)
      return (before, directory.size)
    }
  }

  /// Merges other indexes into this one.
  ///
  /// If several indexes have an episode with the same path, the episode of the last index is kept.
  ///
  /// - Parameter paths: the folders of the other indexes, which are not changed.
  /// - Returns: the number of episodes afterwards.
  /// - Throws: `ZimuError` with the code `indexMissing`, `indexInUse`, `indexDamaged` or `system`. The code
  ///   is `settingsDiffer` if the indexes were made with different segmentation or normalization settings.
  /// - Complexity: O(bytes of the indexes).
  public func merge(_ paths: [String]) throws(ZimuError) -> Int {
    try translatingErrors {
      let others = try paths.map { try IndexDirectory($0).open() }
      guard let first = others.first else { return 0 }
      let writer = try IndexWriter(
        directory, settings: first.settings, jobs: Processors.count)
      for (path, other) in zip(paths, others) {
        if let difference = writer.settings.difference(from: other.settings) {
          throw IndexError(.mergedSettingsDiffer, difference, file: path)
        }
        try writer.add(other)
      }
      try writer.commit()
      return writer.committed?.episodeCount ?? 0
    }
  }
}

extension IndexSettings {
  /// The first setting that is another one, in words.
  fileprivate func difference(from other: IndexSettings) -> String? {
    let names = (values + other.values).map(\.name)
    return names.first { self[$0] != other[$0] }.map { name in
      "\(name) is “\(other[name] ?? "nothing")” there, but “\(self[name] ?? "nothing")” in the index to add to"
    }
  }
}
