import Reporting
import Zimu

/// The columns that tables of terms have in common, after those of their own.
struct TermColumns {
  private let options: TermOptions
  private let hasLoops: Bool

  /// - Parameter hasLoops: whether the index has loops of a speech recogniser that are looked at.
  init(_ options: TermOptions, hasLoops: Bool) {
    (self.options, self.hasLoops) = (options, hasLoops)
  }

  var columns: [Table.Column] {
    (options.showsNested ? [.text("nested_in")] : [])
      + (hasLoops ? [.number("from_loops")] : [])
      + (options.evidence > 0 ? [.below("evidence")] : [])
  }

  /// - Parameter count: all occurrences of the term.
  func cells(_ row: TermRow, count: Int) -> [Table.Cell] {
    return (options.showsNested ? [row.nestedIn.map { .text($0) } ?? .missing] : [])
      + (hasLoops ? [row.isFromLoops(count) ? .integer(row.loopCount) : .missing] : [])
      + (options.evidence > 0 ? [.entries(row.evidence.map(Self.entry))] : [])
  }

  /// - Parameter rows: with the occurrences of each.
  func foot(_ rows: [(row: TermRow, count: Int)]) -> [String] {
    guard hasLoops, rows.contains(where: { $0.row.isFromLoops($0.count) }) else { return [] }
    return [
      "from_loops: more than half stand in cues that the recogniser repeated; --no-loops leaves "
        + "those out."
    ]
  }

  /// Says that there are words only, where phrases could not be found.
  static func warn(of failure: IndexError?) {
    guard let failure else { return }
    Console.current.writeError("warning: phrases are left out: \(failure.sentence)\n")
  }

  static func entry(_ line: EvidenceLine) -> TableEntry {
    TableEntry(
      ([line.episode]
        + [ClockTime.text(milliseconds: line.start ?? -1), line.speaker].filter { !$0.isEmpty }
        + [line.text]).joined(separator: "  "),
      names: ["episode", "show", "date", "start_ms", "end_ms", "speaker", "text", "matches"]
        + (line.url.isEmpty ? [] : ["url"]),
      values: [
        .text(line.episode), .known(line.show), .known(line.date), .milliseconds(line.start),
        .milliseconds(line.end), .known(line.speaker), .text(line.text), .ranges([line.match]),
      ] + (line.url.isEmpty ? [] : [.text(line.url)]))
  }
}
