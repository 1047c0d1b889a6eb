import FilePaths
import InvertedIndex
import Transcripts

/// The episodes of an archive, and at its end what was passed over.
struct ArchiveMembers: MemberSequence {
  /// Episodes enter an index in order of their paths, those of so many bytes at a time.
  private static let batchSize = 64 << 20

  private let archive: EpisodeFile
  private let episodes: ArchiveEpisodes
  private let opener: ContainerOpener
  private let size: Int
  private let modified: Int
  /// The next episodes, the last one first.
  private var batch: [EpisodeCandidate] = []
  /// The table among the members whose episodes come next.
  private var table: (any MemberSequence)?
  /// What is said when all episodes were read.
  private var end: CandidateReader.Outcome?
  private var isDone = false

  init(
    archive: EpisodeFile, episodes: ArchiveEpisodes, opener: ContainerOpener, _ size: Int,
    _ modified: Int
  ) {
    (self.archive, self.episodes, self.opener) = (archive, episodes, opener)
    (self.size, self.modified) = (size, modified)
  }

  mutating func next() -> WorkQueue.Item? {
    if let row = table?.next() { return row }
    table = nil
    if batch.isEmpty, end == nil { fill() }
    if let candidate = batch.popLast() { return item(of: candidate) }
    guard let end, !isDone else { return nil }
    isDone = true
    return .outcome(end)
  }

  private mutating func item(of candidate: EpisodeCandidate) -> WorkQueue.Item? {
    switch opener.openMember(candidate) {
    case .plain: return .candidate(candidate, isMember: true)
    case .failed(let outcome): return .outcome(outcome)
    case .members(let rows):
      table = rows
      return next()
    }
  }

  private mutating func fill() {
    var bytes = 0
    while bytes < Self.batchSize, let candidate = nextEpisode() {
      bytes += candidate.files.reduce(0) { $0 + ($1.content?.bytes?.count ?? 0) }
      batch.append(candidate)
    }
    batch.sort { $0.files[0].path > $1.files[0].path }
  }

  private mutating func nextEpisode() -> EpisodeCandidate? {
    var outcome = CandidateReader.Outcome()
    do throws(ArchiveError) {
      let candidate = try episodes.nextEpisode(
        isIndexed: { opener.reader.isIndexed($0, size, modified) },
        refusal: { opener.reader.refusal(ofHead: $1, name: $0) })
      if let candidate { return candidate }
      outcome.opened = archive.path
    } catch {
      outcome = .rejected(archive.path, TranscriptError(.archive(error)))
    }
    outcome.skipped = episodes.skipped
    end = outcome
    return nil
  }
}
