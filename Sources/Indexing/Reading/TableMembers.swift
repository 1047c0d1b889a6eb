import FilePaths
import InvertedIndex
import Transcripts

/// The episodes of a table, one after the other.
struct TableMembers: MemberSequence {
  private let table: EpisodeTable
  private let file: EpisodeFile
  private let show: String
  private let reader: CandidateReader.Settings
  private let size: Int
  private let modified: Int
  private var number = 0
  private var isDone = false

  init(
    _ table: EpisodeTable, of file: EpisodeFile, show: String, reader: CandidateReader.Settings,
    size: Int, modified: Int
  ) {
    (self.table, self.file, self.show, self.reader) = (table, file, show, reader)
    (self.size, self.modified) = (size, modified)
  }

  mutating func next() -> WorkQueue.Item? {
    guard number < table.episodes.count else { return end() }
    let episode = table.episodes[number]
    number += 1
    let path = file.path.appending(episode.path)
    let isIndexed = reader.isIndexed(path, size, modified)
    let content = EpisodeFile.Content(
      bytes: isIndexed ? nil : table.bytes(of: episode), size: size, modified: modified,
      metadata: episode.metadata, isMadeUp: true)
    let member = EpisodeFile(
      path: path, name: table.name(of: episode), isNamed: false, content: content)
    return .candidate(EpisodeCandidate(files: [member], show: show), isMember: true)
  }

  private mutating func end() -> WorkQueue.Item? {
    guard !isDone else { return nil }
    isDone = true
    var outcome = CandidateReader.Outcome()
    outcome.opened = file.path
    outcome.warnings = table.warnings.map { .init(path: file.path, warning: $0) }
    return .outcome(outcome)
  }
}
