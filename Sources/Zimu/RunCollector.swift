import InvertedIndex
import Transcripts

/// Gathers what a run found, and what follows from it for the episodes that are indexed already.
struct RunCollector {
  var summary = IndexingSummary()
  /// The files of new episodes; kept only where there are old ones to compare them with.
  private var taken: [File] = []
  /// Records of unchanged episodes that differ from the indexed ones.
  private(set) var changed: [EpisodeRecord] = []
  /// Indexed paths whose episodes leave the index: moved, or another format of one taken now.
  private(set) var dropped: Set<String> = []
  private let indexed: [String: EpisodeRecord]
  private var unchanged: [String] = []

  private struct File {
    let path: String
    let hash: UInt64
    let size: Int
  }

  init(found: FoundEpisodes, indexed: [String: EpisodeRecord]) {
    self.indexed = indexed
    summary.skipped = found.skipped
    summary.rejected = found.rejected
  }

  mutating func add(_ outcome: CandidateReader.Outcome) {
    summary.skipped += outcome.notClaimed
    summary.siblings += outcome.siblings
    summary.warnings += outcome.warnings
    summary.rejected += outcome.rejected
    if !indexed.isEmpty { dropped.formUnion(outcome.siblings.filter { indexed[$0] != nil }) }
    if let record = outcome.unchanged {
      summary.unchanged += 1
      unchanged.append(record.path)
      if indexed[record.path] != record { changed.append(record) }
    }
    if let record = outcome.episode?.record { add(record, bytes: outcome.bytes) }
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
      let candidates = (byHash[file.hash] ?? []).sorted { $0.path.precedes($1.path) }
      let moved = candidates.first {
        $0.fileSize == file.size && !dropped.contains($0.path)
          && SystemFile.status($0.path) == nil
      }
      if let moved { dropped.insert(moved.path) }
      if moved == nil { summary.added += 1 } else { summary.replaced += 1 }
    }
  }

  /// Drops indexed episodes that are other formats of episodes taken now, as after the preferred
  /// file was removed.
  mutating func dropSiblings() {
    guard !indexed.isEmpty else { return }
    let paths = Set(taken.map(\.path) + unchanged)
    let stems = Set(paths.map { EpisodeName.stem(of: $0) })
    for path in indexed.keys
    where !paths.contains(path) && stems.contains(EpisodeName.stem(of: path)) {
      dropped.insert(path)
    }
  }

  /// Drops indexed episodes whose files are gone.
  mutating func prune() {
    for path in indexed.keys where !dropped.contains(path) && SystemFile.status(path) == nil {
      dropped.insert(path)
      summary.pruned += 1
    }
  }
}
