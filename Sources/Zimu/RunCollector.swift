import InvertedIndex
import Transcripts

/// Gathers the outcomes of a run, in order.
struct RunCollector {
  var summary = IndexingSummary()
  private(set) var episodes: [IndexableEpisode] = []
  private(set) var unchanged: [EpisodeRecord] = []
  /// Paths whose episodes leave the index: replaced, moved, or another format of one taken now.
  private(set) var dropped: Set<String> = []

  init(found: FoundEpisodes) {
    summary.skipped = found.skipped
    summary.rejected = found.rejected
  }

  mutating func add(_ outcome: CandidateReader.Outcome) {
    summary.skipped += outcome.notClaimed
    summary.siblings += outcome.siblings
    summary.warnings += outcome.warnings
    summary.rejected += outcome.rejected
    dropped.formUnion(outcome.siblings)
    if let record = outcome.unchanged {
      unchanged.append(record)
      summary.unchanged += 1
    }
    guard let episode = outcome.episode else { return }
    dropped.insert(episode.record.path)
    episodes.append(episode)
    summary.bytes += outcome.bytes
    summary.cues += episode.cues.count
    summary.words += episode.wordCount
  }

  /// Finds new episodes with the content of indexed ones whose files are gone, and counts what is
  /// new and what is replaced.
  mutating func findMoves(from old: IndexReader?) {
    let records = old?.episodes ?? []
    let paths = Set(records.map(\.path))
    let byHash = Dictionary(grouping: records, by: \.contentHash)
    for episode in episodes {
      let record = episode.record
      let moved = (byHash[record.contentHash] ?? []).first {
        $0.fileSize == record.fileSize && !dropped.contains($0.path)
          && SystemFile.status($0.path) == nil
      }
      if let moved, !paths.contains(record.path) { dropped.insert(moved.path) }
      if moved != nil || paths.contains(record.path) {
        summary.replaced += 1
      } else {
        summary.added += 1
      }
    }
  }

  /// Drops indexed episodes that are other formats of episodes taken now, as after the preferred
  /// file was removed.
  mutating func dropSiblings(of old: IndexReader?) {
    let taken = episodes.map(\.record.path) + unchanged.map(\.path)
    let paths = Set(taken)
    let stems = Set(taken.map { EpisodeName.stem(of: $0) })
    for path in (old?.episodes ?? []).map(\.path)
    where !paths.contains(path) && stems.contains(EpisodeName.stem(of: path)) {
      dropped.insert(path)
    }
  }

  /// Whether the index has to be written.
  func changes(_ indexed: [String: EpisodeRecord]) -> Bool {
    !episodes.isEmpty || unchanged.contains { indexed[$0.path] != $0 }
      || dropped.contains { indexed[$0] != nil }
  }
}
