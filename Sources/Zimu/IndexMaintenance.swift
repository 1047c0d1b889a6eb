import FilePaths
import Indexing
public import InvertedIndex
import UserInput

/// What can be done to an index besides indexing: removing episodes, optimizing, merging.
///
/// Each is one commit: all of it, durably, or nothing.
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
  /// - Parameter names: as `TranscriptIndex.names` has them, paths, or `id:` and an `EpisodeID`; an archive or a
  ///   table stands for all of its episodes.
  /// - Returns: how many episodes were removed, and how many are left.
  /// - Throws: `ZimuError` if one is not there; then none is removed.
  public func remove(_ names: [String]) throws -> (removed: Int, left: Int) {
    let writer = try writer()
    let named = NamedEpisodes(try writer.committed?.episodes.map(\.path) ?? [])
    let removed = Set(try names.flatMap(named.paths))
    for path in removed { try writer.remove(path) }
    try writer.commit()
    return (removed.count, writer.committed?.episodeCount ?? 0)
  }

  /// Makes one segment of all, without what was removed: the bytes of one run over the same files.
  ///
  /// - Returns: bytes before and after.
  public func optimize() throws -> (before: Int, after: Int) {
    let before = directory.size
    try writer().commit(optimizing: true)
    return (before, directory.size)
  }

  /// Adds the episodes of other indexes; of those with the same path the last one named stays.
  ///
  /// - Returns: how many episodes there are then.
  /// - Throws: `IndexError` with code `settingsDiffer` if the words of one were made differently.
  public func merge(_ paths: [String]) throws -> Int {
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

extension IndexSettings {
  /// The first setting that is another one, in words.
  fileprivate func difference(from other: IndexSettings) -> String? {
    let names = (values + other.values).map(\.name)
    return names.first { self[$0] != other[$0] }.map { name in
      "\(name) is “\(other[name] ?? "nothing")” there, but “\(self[name] ?? "nothing")” in the index to add to"
    }
  }
}

extension TranscriptIndex {
  /// Checks the index in a folder, see `verify(sample:)`; one that cannot even be opened is broken.
  ///
  /// - Returns: what is broken, how many episodes were looked at, and how many of them were segmented again.
  public static func verify(
    at path: String, sample: Int = 20
  ) throws -> (faults: [IndexFault], episodes: Int, segmented: Int) {
    do {
      let index = try TranscriptIndex(at: path)
      let (faults, segmented) = try index.verification(sample: sample)
      return (faults, index.reader.episodeCount, segmented)
    } catch let error as IndexError where error.code == .corrupt {
      return ([IndexFault(error)], 0, 0)
    }
  }

  /// Reads the whole index and holds its parts against one another.
  ///
  /// Besides, the texts of some episodes are cut into words again, and compared with those indexed.
  ///
  /// - Parameter sample: how many episodes are cut again, at most, spread over the index.
  /// - Returns: what is broken; nothing if the index is whole.
  public func verify(sample: Int = 20) throws -> [IndexFault] {
    try verification(sample: sample).faults
  }

  private func verification(sample: Int) throws -> (faults: [IndexFault], segmented: Int) {
    let faults = reader.verify() + lexiconFaults
    let count = min(sample, reader.episodeCount)
    guard faults.isEmpty, count > 0 else { return (faults, 0) }
    let segmentation = try Segmentation(of: reader)
    // Another ICU than the index was made with may cut otherwise, and that is no fault.
    let words = reader.settings.setting(IndexingRun.siblings, to: nil)
    guard segmentation.settings == words else { return ([], 0) }
    let analyzer = try CueAnalyzer(segmentation)
    let found = try (0..<count).compactMap {
      try recutFault(of: $0 * reader.episodeCount / count, analyzer)
    }
    return (found, count)
  }

  /// What is wrong with the words and rules that cut the texts, behind the checksums.
  private var lexiconFaults: [IndexFault] {
    do throws(IndexError) {
      _ = try Lexicon.stored(in: reader)
      return []
    } catch {
      return [IndexFault(error)]
    }
  }

  private func recutFault(of episode: Int, _ analyzer: CueAnalyzer) throws -> IndexFault? {
    let text = try reader.text(of: episode)
    let tokens = try reader.tokens(of: episode)
    for cue in try reader.cues(of: episode) {
      let keys = try analyzer.keys(of: text[cue.text])
      let indexed = try tokens[cue.words].map { token in
        Array(try reader.key(of: try reader.term(ofSpelling: token.spelling)))
      }
      guard keys == indexed else {
        let path = try reader.record(of: episode).path.description
        return IndexFault(
          IndexError(
            .corrupt,
            "bytes \(cue.text) of its text are segmented into other words than those indexed"),
          episodes: [path])
      }
    }
    return nil
  }

  /// Counts what is in the index, and what it takes.
  public func statistics() throws(IndexError) -> IndexStatistics { try reader.statistics() }

  /// Counts what is in a selection of the index, in groups.
  ///
  /// - Returns: one element per group with episodes, in order of their labels by code point.
  /// - Throws: `QueryError` for a selection that does not parse.
  /// - Complexity: O(words selected + terms).
  public func statistics(
    where selection: String?, by grouping: Grouping = .total
  ) throws -> [GroupStatistics] {
    try GroupStatistics.count(try corpusSelection(selection, by: grouping), in: reader)
  }

  /// The settings that shaped the words.
  public var settings: IndexSettings { reader.settings }
}
