import FilePaths
import InvertedIndex
import Transcripts

/// What is to be read, in the order in which it enters the index: the candidates as they were found, and in the
/// place of an archive or a table its episodes.
struct WorkQueue {
  /// A candidate, or what became of a file that needs no reading.
  enum Item: Sendable {
    case candidate(EpisodeCandidate, isMember: Bool)
    case outcome(CandidateReader.Outcome)
  }

  /// Small files are taken together, up to about so many bytes.
  private static let chunkSize = 128 << 10
  private static let chunkCount = 64

  private let candidates: [EpisodeCandidate]
  private let containers: ContainerOpener
  private var next = 0
  /// The container whose episodes come next.
  private var members: (any MemberSequence)?

  init(_ candidates: [EpisodeCandidate], containers: ContainerOpener) {
    (self.candidates, self.containers) = (candidates, containers)
  }

  /// Work for one worker; `nil` when all is done.
  mutating func nextChunk() -> [Item]? {
    var items: [Item] = []
    var size = 0
    while size < Self.chunkSize, items.count < Self.chunkCount, let item = nextItem() {
      items.append(item)
      size += 1024 + Self.size(of: item)
    }
    return items.isEmpty ? nil : items
  }

  private mutating func nextItem() -> Item? {
    while true {
      // A sequence is done when it says so.
      if let member = members?.next() { return member }
      members = nil
      guard next < candidates.count else { return nil }
      let candidate = candidates[next]
      next += 1
      switch containers.open(candidate) {
      case .plain: return .candidate(candidate, isMember: false)
      case .members(let sequence): members = sequence
      case .failed(let outcome): return .outcome(outcome)
      }
    }
  }

  private static func size(of item: Item) -> Int {
    guard case .candidate(let candidate, _) = item else { return 0 }
    let file = candidate.files[0]
    if let content = file.content { return content.bytes?.count ?? 0 }
    if case .file(let bytes, _) = FileStatus(file.path) { return bytes }
    return 0
  }
}

/// The episodes of a container, one after the other.
protocol MemberSequence {
  mutating func next() -> WorkQueue.Item?
}
