import CorpusAnalysis
import InvertedIndex
import TranscriptSearch

/// The cues that a filter on times selects, which each cue has to be looked at for.
struct TimedSelection {
  /// Who speaks in the selected cues of each episode that has some.
  private(set) var selected: [Int: Set<Int?>] = [:]
  /// The other cues of these episodes.
  private(set) var leftOut = CueSet()

  /// - Parameters:
  ///   - subjects: the episodes, in search form.
  ///   - speakers: the speakers of each episode, in search form.
  /// - Complexity: O(cues of the episodes that the other fields may select).
  init(
    _ filter: FieldFilter, _ subjects: [FieldFilter.Subject], _ speakers: [[String]],
    _ reader: IndexReader
  ) throws(IndexError) {
    for episode in subjects.indices where filter.mayMatch(subjects[episode]) {
      let cues = try Self.cues(
        of: episode, filter, subjects[episode], speakers[episode], reader)
      selected[episode] = cues.selected
      if cues.selected != nil { leftOut.insert(cues.leftOut, of: episode) }
    }
  }

  /// Who speaks in the selected cues of an episode, `nil` where none is, and the numbers of the others.
  static func cues(
    of episode: Int, _ filter: FieldFilter, _ subject: FieldFilter.Subject, _ speakers: [String],
    _ reader: IndexReader
  ) throws(IndexError) -> (selected: Set<Int?>?, leftOut: [Range<Int>]) {
    let cues = try reader.cues(of: episode)
    guard !cues.isEmpty else { return (filter.matches(subject) ? [] : nil, []) }
    var (selected, leftOut) = (Set<Int?>(), [Range<Int>]())
    var subject = subject
    for (number, cue) in cues.enumerated() {
      subject.speaker = cue.speaker.map { speakers[$0] } ?? ""
      subject.start = cue.start
      if filter.matches(subject) {
        selected.insert(cue.speaker)
      } else {
        leftOut.append(number..<number + 1)
      }
    }
    return (selected.isEmpty ? nil : selected, leftOut)
  }
}
