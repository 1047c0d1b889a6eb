import FilePaths
import Indexing
import InvertedIndex
import UserInput

/// Changes an index without reading transcripts: removes episodes, optimizes, merges.
///
/// Each call is one commit: all of it is durable, or the index is as it was.
public struct IndexMaintenance: Sendable {
  private let directory: IndexDirectory

  /// - Parameter path: the folder of the index.
  public init(_ path: String) {
    directory = IndexDirectory(path)
  }

  private func writer() throws -> IndexWriter {
    // Says what to do where there is none.
    let settings = try directory.open().settings
    return try IndexWriter(directory, settings: settings, jobs: Processors.count)
  }

  /// Removes episodes.
  ///
  /// - Parameter names: each an `Episode.name`, a path, or `id:` and an `Episode.id`; an archive or a table stands for
  ///   all of its episodes.
  /// - Returns: the number of episodes that were removed, and of those that are left.
  /// - Throws: `ZimuError` with the code `episodeNotFound` or `episodeAmbiguous`; then none is removed.
  public func remove(_ names: [String]) throws(ZimuError) -> (removed: Int, left: Int) {
    try translatingErrors {
      let writer = try writer()
      let named = NamedEpisodes(try writer.committed?.episodes.map(\.path) ?? [])
      let removed = Set(try names.flatMap(named.paths))
      for path in removed { try writer.remove(path) }
      try writer.commit()
      return (removed.count, writer.committed?.episodeCount ?? 0)
    }
  }

  /// Rewrites the index as one segment, without what was removed: the bytes that one run over the same files gives.
  ///
  /// - Returns: the bytes on disk before and after.
  /// - Complexity: O(bytes of the index).
  public func optimize() throws(ZimuError) -> (before: Int, after: Int) {
    try translatingErrors {
      let before = directory.size
      try writer().commit(optimizing: true)
      return (before, directory.size)
    }
  }

  /// Adds the episodes of other indexes; of episodes with the same path, the one of the last index stays.
  ///
  /// - Parameter paths: the folders of the other indexes, which stay as they are.
  /// - Returns: the number of episodes afterwards.
  /// - Throws: `ZimuError` with the code `settingsDiffer` if the words of one index were made differently.
  public func merge(_ paths: [String]) throws(ZimuError) -> Int {
    try translatingErrors {
      let others = try paths.map { try IndexDirectory($0).open() }
      guard let first = others.first else { return 0 }
      let writer = try IndexWriter(
        directory, settings: first.settings, jobs: Processors.count)
      for (path, other) in zip(paths, others) {
        if let difference = writer.settings.difference(from: other.settings) {
          throw IndexError(.settingsDiffer, difference, file: path)
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
