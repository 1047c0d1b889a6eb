import CorpusAnalysis
import Synchronization

/// The phrases that were found last, for what asks for those of the same selection again.
final class SharedPhrases: Sendable {
  private struct Found {
    let members: [CorpusSelection.Member]
    let criteria: PhraseCriteria
    let list: PhraseList
  }

  private let last = Mutex<Found?>(nil)

  func get(
    _ selection: CorpusSelection, _ criteria: PhraseCriteria, _ find: () throws -> PhraseList
  ) throws -> PhraseList {
    let members = selection.groups.flatMap(\.members)
    return try last.withLock { last in
      if let last, last.criteria == criteria, last.members == members { return last.list }
      let list = try find()
      last = Found(members: members, criteria: criteria, list: list)
      return list
    }
  }
}
