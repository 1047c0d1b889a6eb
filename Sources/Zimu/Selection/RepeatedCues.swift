import CorpusAnalysis
import InvertedIndex

/// The cues of an index that repeat others and are looked at, by why they are taken for repetitions.
struct RepeatedCues {
  let sets: [Repetition: CueSet]

  /// - Parameter sets: those that are empty have no part in anything.
  init(_ sets: [Repetition: CueSet]) { self.sets = sets.filter { !$0.value.isEmpty } }

  /// The repetitions that there are, in the order of their cases.
  var repetitions: [Repetition] { Repetition.allCases.filter { sets[$0] != nil } }

  /// Which of the repetitions a cue is.
  func repetitions(of cue: Int, in episode: Int) -> Set<Repetition> {
    Set(sets.filter { $0.value.contains(cue, of: episode) }.keys)
  }
}

extension TranscriptIndex {
  /// The repeated cues that are looked at.
  ///
  /// Where an episode is damaged, recurring ones are not known, and `recurringCuesFailure` says so.
  ///
  /// - Parameter leftOut: those that are not, since they are left out.
  func repeatedCues(but leftOut: Set<Repetition>) throws -> RepeatedCues {
    var sets: [Repetition: CueSet] = [:]
    if !leftOut.contains(.loops) { sets[.loops] = try loopCues }
    if !leftOut.contains(.recurring), try damageOfRecurringCues == nil {
      sets[.recurring] = try recurringCues
    }
    return RepeatedCues(sets)
  }

  /// All cues of some repetitions.
  func cues(of repetitions: Set<Repetition>) throws -> CueSet {
    var cues = repetitions.contains(.loops) ? try loopCues : CueSet()
    if repetitions.contains(.recurring) { cues = cues.union(try recurringCues) }
    return cues
  }

  /// The number of recurring cues in each episode, by `Episode.position`: lines that occur in many episodes
  /// of a show.
  ///
  /// - Throws: `ZimuError` with the code `indexDamaged`; see `recurringCuesFailure`.
  /// - Complexity: O(words of the index) the first time. The cues are stored beside the index and reused
  ///   until it changes.
  public var recurringCueCounts: [Int] {
    get throws(ZimuError) {
      try translatingErrors {
        let cues = try recurringCues
        return (0..<reader.episodeCount).map { cues[$0].reduce(0) { $0 + $1.count } }
      }
    }
  }

  /// The damage that keeps recurring cues from being found; `nil` normally.
  ///
  /// - Throws: `ZimuError` with the code `system` or `icu`.
  public var recurringCuesFailure: ZimuError? {
    get throws(ZimuError) {
      try translatingErrors { try damageOfRecurringCues.map { ZimuError($0) } }
    }
  }

  private var damageOfRecurringCues: IndexError? {
    get throws {
      do {
        _ = try recurringCues
        return nil
      } catch let error as IndexError where error.code == .corrupt {
        return error
      }
    }
  }
}
