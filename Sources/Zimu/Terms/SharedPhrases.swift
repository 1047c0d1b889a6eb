import CorpusAnalysis
import InvertedIndex
import Synchronization

/// The phrases that were found last, for what asks for those of the same selection again.
///
/// Who asks while they are being found waits for them; who asks for others does not.
final class SharedPhrases: Sendable {
  private struct Entry {
    let members: [CorpusSelection.Member]
    let criteria: PhraseCriteria
    let list = Lazy<PhraseList>()
  }

  private let last = Mutex<Entry?>(nil)

  func get(
    _ selection: CorpusSelection, _ criteria: PhraseCriteria, _ find: () throws -> PhraseList
  ) throws -> PhraseList {
    let members = selection.groups.flatMap(\.members)
    let list = last.withLock { last in
      if let last, last.criteria == criteria, last.members == members { return last.list }
      let entry = Entry(members: members, criteria: criteria)
      last = entry
      return entry.list
    }
    return try list.get(find)
  }
}
