import Reporting
import Zimu

/// The columns that tables of terms have in common, after those of their own.
struct TermColumns {
  private let options: TermOptions
  private let repetitions: [Repetition]

  /// - Parameter repetitions: those that cues of the index are and that are looked at.
  init(_ options: TermOptions, _ repetitions: [Repetition]) {
    (self.options, self.repetitions) = (options, repetitions)
  }

  var columns: [Table.Column] {
    (options.showsNested ? [.text("nested_in")] : [])
      + repetitions.map { .number($0.column) }
      + (options.evidence > 0 ? [.below("evidence")] : [])
  }

  /// - Parameter count: all occurrences of the term.
  func cells(_ row: DisplayedTerm, count: Int) -> [Table.Cell] {
    return (options.showsNested ? [row.nestedIn.map { .text($0) } ?? .missing] : [])
      + repetitions.map { .integer(row.count(from: $0, of: count)) }
      + (options.evidence > 0 ? [.entries(row.evidence.map(Self.entry))] : [])
  }

  /// - Parameter rows: with the occurrences of each.
  func foot(_ rows: [(row: DisplayedTerm, count: Int)]) -> [String] {
    repetitions.filter { repetition in
      rows.contains { $0.row.count(from: repetition, of: $0.count) != nil }
    }.map { "\($0.column): \($0.note)" }
  }

  /// Says that there are words only, where phrases could not be found.
  static func warn(of failure: ZimuError?) {
    guard let failure else { return }
    Console.current.writeError("warning: phrases are left out: \(failure.message)\n")
  }

  static func entry(_ line: EvidenceLine) -> TableEntry {
    let cue = line.cue
    return TableEntry(
      ([cue.episodeName]
        + [ClockTime.text(milliseconds: cue.start ?? -1), cue.speaker].filter { !$0.isEmpty }
        + [cue.text]).joined(separator: "  "),
      names: ["episode", "show", "date", "start_ms", "end_ms", "speaker", "text", "matches"]
        + (cue.url.isEmpty ? [] : ["url"]),
      values: [
        .text(cue.episodeName), .known(cue.show), .known(cue.date), .milliseconds(cue.start),
        .milliseconds(cue.end), .known(cue.speaker), .text(cue.text),
        .ranges([line.match], starts: [line.matchStart]),
      ] + (cue.url.isEmpty ? [] : [.text(cue.url)]))
  }
}
