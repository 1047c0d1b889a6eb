import TestSupport

@testable import Transcripts

/// A file of `Corpus/formats`, as a row of the table in its README describes it.
struct FormatSample: CustomStringConvertible, Sendable {
  let file, format, notes: String
  /// The smallest difference of times that the file can hold, in milliseconds; `nil` where it has none.
  let startUnit, endUnit: Int?
  /// Whether times count from the first cue.
  let countsFromFirst: Bool
  /// Who stand for 主持人 and 嘉宾; none where the file has no speakers.
  let speakers: [String]

  var description: String { file }
  var path: String { "\(TestData.corpus)/formats/\(file)" }

  /// - Returns: `nil` for lines that are none of that table.
  init?(row: Substring) {
    let cells = row.split(separator: "|").map { $0.drop { $0 == " " } }.map { cell in
      String(cell.reversed().drop { $0 == " " }.reversed())
    }
    guard cells.count == 6, cells[0].hasPrefix("`") else { return nil }
    file = cells[0].filter { $0 != "`" }
    (format, notes) = (cells[1], cells[2])
    (startUnit, endUnit) = (Self.unit(cells[3]), Self.unit(cells[4]))
    countsFromFirst = cells[3].hasSuffix("after the first")
    speakers = cells[5] == "–" ? [] : cells[5].split(separator: ", ").map(String.init)
  }

  private static func unit(_ cell: String) -> Int? {
    switch cell {
    case "–": nil
    case "yes": 1
    case "hundredths of a second": 10
    case "tenths of a second": 100
    default: 1000
    }
  }

  static let all: [FormatSample] = {
    let table = try! TestData.bytes("\(TestData.corpus)/formats/README.md")
    return String(decoding: table, as: UTF8.self).split(separator: "\n")
      .compactMap(FormatSample.init(row:))
  }()
}

extension FormatSample {
  private typealias Line = (start: Int, end: Int, speaker: Int, text: String)

  private static let conversation: [Line] = [
    (1000, 3500, 0, "今天我们去茶馆喝茶"), (4000, 6500, 1, "那里的 jasmine tea 很香"),
    (7250, 9000, 0, "他说\"好\", 我就答应了"), (10000, 12500, 1, "龙井 & 普洱都可以"),
  ]
  private static let withoutSpaces = [
    "今天我们去茶馆喝茶", "那里的jasmine tea很香", "他说\"好\",我就答应了", "龙井&普洱都可以",
  ]

  /// What the file says, as `described` has it; times are those of the table to the unit of the file.
  func expected() -> [String] {
    let lines = Self.conversation
    let starts = lines.map { line in
      startUnit.map { (line.start - (countsFromFirst ? lines[0].start : 0)) / $0 * $0 }
    }
    return lines.indices.map { index in
      let next = index + 1 < lines.count ? starts[index + 1] : nil
      let end = endUnit.map { lines[index].end / $0 * $0 } ?? next
      let speaker = speakers.isEmpty ? "" : speakers[lines[index].speaker]
      let text =
        notes.contains("words apart") ? Self.withoutSpaces[index] : lines[index].text
      return "\(starts[index].map(String.init) ?? "?")-\(end.map(String.init) ?? "?") "
        + "\(speaker)|\(text)"
    }
  }
}
