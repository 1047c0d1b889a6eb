import FilePaths
import InvertedIndex
import Transcripts

/// Gathers what a run found, and what follows from it for the episodes that are indexed already.
struct RunCollector {
  var summary = IndexingSummary()
  /// The files of new episodes; kept only where there are old ones to compare them with.
  private var taken: [File] = []
  /// Records of unchanged episodes that differ from the indexed ones, by path.
  private(set) var changed: [FilePath: EpisodeRecord] = [:]
  /// Episodes that leave the index, and why.
  private(set) var dropped: [FilePath: IndexingSummary.Dropped.Reason] = [:]
  /// The first path of each content that this run met or the index holds.
  private var contents: [UInt64: FilePath] = [:]
  private let indexed: [FilePath: EpisodeRecord]
  private var unchanged: [FilePath] = []

  private struct File {
    let path: FilePath
    let hash: UInt64
    let size: Int
  }

  init(found: FoundEpisodes, indexed: [FilePath: EpisodeRecord]) {
    self.indexed = indexed
    summary.skipped = found.skipped
    summary.rejected = found.rejected
    for record in indexed.values {
      contents[record.contentHash] = min(contents[record.contentHash] ?? record.path, record.path)
    }
  }

  /// Paths that this run added or replaced.
  var takenPaths: Set<FilePath> { Set(taken.map(\.path)) }

  /// Takes note of what became of a candidate, in the order of candidates.
  ///
  /// - Parameter leavesOutDuplicates: whether files with the content of another episode are not indexed.
  /// - Returns: the episode to add.
  mutating func add(
    _ outcome: CandidateReader.Outcome, leavesOutDuplicates: Bool
  ) -> EncodedEpisode? {
    summary.notClaimed += outcome.notClaimed
    summary.siblings += outcome.siblings
    summary.warnings += outcome.warnings
    summary.rejected += outcome.rejected
    if let path = outcome.path {
      for sibling in outcome.siblings where indexed[sibling] != nil {
        dropped[sibling] = .replaced(by: path)
      }
    }
    if let record = outcome.unchanged { keep(record) }
    guard let episode = outcome.episode else { return nil }
    let isNew = !notesDuplicate(of: episode.record, leavesOut: leavesOutDuplicates)
    guard isNew || !leavesOutDuplicates || indexed[episode.record.path] != nil else { return nil }
    add(episode.record, bytes: outcome.bytes)
    return episode
  }

  private mutating func keep(_ record: EpisodeRecord) {
    unchanged.append(record.path)
    guard let old = indexed[record.path], old != record else {
      summary.unchanged += 1
      return
    }
    changed[record.path] = record
    let changes: [IndexingSummary.Change] =
      (old.show == record.show ? [] : [.show]) + (old.url == record.url ? [] : [.link])
    for change in changes { summary.changes[change, default: 0] += 1 }
    if changes.isEmpty { summary.unchanged += 1 } else { summary.updated += 1 }
  }

  /// Whether another episode has the content of a file that was read; an episode whose file is gone is
  /// none, as the file was moved then.
  private mutating func notesDuplicate(of record: EpisodeRecord, leavesOut: Bool) -> Bool {
    guard let original = contents[record.contentHash] else {
      contents[record.contentHash] = record.path
      return false
    }
    guard original != record.path, FileStatus(original) != .missing else { return false }
    let isIndexed = !leavesOut || indexed[record.path] != nil
    summary.duplicates.append(
      IndexingSummary.Duplicate(path: record.path, original: original, isIndexed: isIndexed))
    return true
  }

  private mutating func add(_ record: EpisodeRecord, bytes: Int) {
    summary.bytes += bytes
    summary.cues += record.cueCount
    summary.words += record.wordCount
    if indexed.isEmpty {
      summary.added += 1
    } else {
      taken.append(File(path: record.path, hash: record.contentHash, size: record.fileSize))
    }
  }

  /// Finds new episodes with the content of indexed ones whose files are gone, and counts what is
  /// new and what is replaced.
  mutating func findMoves() {
    guard !taken.isEmpty else { return }
    let byHash = Dictionary(grouping: indexed.values, by: \.contentHash)
    for file in taken {
      guard indexed[file.path] == nil else {
        summary.replaced += 1
        continue
      }
      let moved = (byHash[file.hash] ?? []).sorted { $0.path < $1.path }.first {
        $0.fileSize == file.size && dropped[$0.path] == nil && FileStatus($0.path) == .missing
      }
      if let moved { dropped[moved.path] = .moved(to: file.path) } else { summary.added += 1 }
    }
  }

  /// Drops indexed episodes that are other formats of episodes taken now, once their files are gone.
  mutating func dropSiblings() {
    guard !indexed.isEmpty else { return }
    let paths = taken.map(\.path) + unchanged
    let stems = Dictionary(paths.map { ($0.stem, $0) }, uniquingKeysWith: { first, _ in first })
    let present = Set(paths)
    for path in indexed.keys where !present.contains(path) && dropped[path] == nil {
      guard let other = stems[path.stem], FileStatus(path) == .missing else { continue }
      dropped[path] = .replaced(by: other)
    }
  }

  /// Drops indexed episodes whose files are gone from the folders that were given.
  mutating func prune(below folders: [FilePath]) {
    var missing = MissingFiles(folders: folders)
    for path in indexed.keys.sorted() where dropped[path] == nil {
      switch missing.verdict(on: path) {
      case .kept: continue
      case .gone: dropped[path] = .gone
      case .unknown(let reason):
        summary.kept.append(RejectedFile(path: path, reason: reason))
      }
    }
  }

  /// Names what leaves the index.
  mutating func finish() {
    summary.dropped = dropped.sorted { $0.key < $1.key }.map {
      IndexingSummary.Dropped(path: $0.key, reason: $0.value)
    }
  }
}
