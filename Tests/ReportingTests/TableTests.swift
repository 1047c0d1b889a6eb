import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite struct TableTests {
  private let table = Table(
    columns: [.text("term"), .number("count"), .text("note"), .structured("matches")],
    rows: [
      [
        .text("数据"), .integer(12), .text("a,\"b\"\n|c"),
        .ranges([0..<3, 4..<5], starts: [1_500, nil]),
      ],
      [.marked("AI", [0..<2]), .decimal(0.005, places: 2), .missing, .ranges([], starts: [])],
    ],
    foot: ["2 terms"])

  @Test func alignsByDisplayWidth() {
    #expect(
      table.rendered(as: .table) == """
        term  count  note
        ────  ─────  ────────
        数据     12  a,"b"�|c
        AI     0.01

        2 terms

        """)
  }

  @Test func wrapsLongTextsOnTerminals() {
    let table = Table(
      columns: [.number("cue"), .wrapped("text"), .text("note")],
      rows: [
        [.integer(1), .text("我们讨论数据，然后 OpenAI 的模型"), .text("x")],
        [.integer(2), .text("好"), .text("y")],
      ])
    #expect(
      table.rendered(as: .table, style: TableStyle(width: 23)) == """
        cue  text          note
        ───  ────────────  ────
          1  我们讨论数    x
             据，然后
             OpenAI 的模
             型
          2  好            y

        """)
    #expect(table.rendered(as: .table).contains("  1  我们讨论数据，然后 OpenAI 的模型  x\n"))
  }

  @Test func wrappedLinesLoseNothing() {
    #expect(DisplayWidth.wrapped("", to: 9) == [""])
    #expect(DisplayWidth.wrapped("hello world again", to: 11) == ["hello world", "again"])
    #expect(DisplayWidth.wrapped("incomprehensible", to: 6) == ["incomp", "rehens", "ible"])
    #expect(DisplayWidth.wrapped("他说「好」", to: 8) == ["他说", "「好」"])
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let text = RandomText.string(length: 40, using: &random)
      let cells = Int.random(in: 2...20, using: &random)
      let lines = DisplayWidth.wrapped(text, to: cells)
      // A line without spaces at its ends may lose a space beside which a character combined.
      let kept = { (text: String) in Array(text.unicodeScalars).filter { $0 != " " } }
      #expect(lines.flatMap(kept) == kept(text), "\(text.debugDescription) in \(cells)")
      for line in lines { #expect(DisplayWidth.of(line) <= cells || line.count == 1) }
    }
  }

  @Test func writesCSVAndTSV() {
    #expect(table.rendered(as: .csv) == "term,count,note\n数据,12,\"a,\"\"b\"\"\n|c\"\nAI,0.01,\n")
    #expect(table.rendered(as: .tsv) == "term\tcount\tnote\n数据\t12\ta,\"b\" |c\nAI\t0.01\t\n")
    let style = TableStyle(hasByteOrderMark: true)
    #expect(table.rendered(as: .csv, style: style).unicodeScalars.first == "\u{FEFF}")
  }

  @Test func writesJSONThatParses() throws {
    let json = table.rendered(as: .json)
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(rows[0]["term"] as? String == "数据")
    #expect(rows[0]["note"] as? String == "a,\"b\"\n|c")
    #expect(rows[1]["note"] is NSNull)
    let matches = rows[0]["matches"] as? [[String: Int]]
    #expect(matches == [["start": 0, "end": 3, "start_ms": 1_500], ["start": 4, "end": 5]])
    let lines = table.rendered(as: .ndjson).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(Table(columns: table.columns).rendered(as: .json) == "[]\n")
  }

  @Test func everyStringSurvivesJSON() throws {
    let all = String(String.UnicodeScalarView((0...0x2FFF).compactMap(Unicode.Scalar.init)))
    let data = Data("[\(JSONText.string(all))]".utf8)
    #expect(try JSONSerialization.jsonObject(with: data) as? [String] == [all])
  }

  @Test func writesMarkdown() {
    #expect(
      table.rendered(as: .markdown) == """
        | term | count | note |
        | --- | --: | --- |
        | 数据 | 12 | a,"b" \\|c |
        | AI | 0.01 |  |

        2 terms

        """)
  }

  @Test func cutsTextToTheTerminal() {
    let wide = Table(
      columns: [.number("n"), .text("text")],
      rows: [[.integer(1), .text(String(repeating: "数据", count: 20))]])
    let lines = wide.rendered(as: .table, style: TableStyle(width: 20)).split(separator: "\n")
    #expect(lines.last == "1  数据数据数据数据…")
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 20 })
  }

  @Test func marksMatchesOnATerminal() {
    let marked = Table(columns: [.text("t")], rows: [[.marked("有AI在", [3..<5])]])
    let text = marked.rendered(as: .table, style: TableStyle(isBold: true))
    #expect(text.contains("有\u{1B}[1mAI\u{1B}[0m在"))
    #expect(!marked.rendered(as: .table).contains("\u{1B}"))
  }

  @Test func whatIsOfNoUseInPartIsNotCut() {
    let table = Table(
      columns: [.whole("id"), .text("path")],
      rows: [[.text("0123456789abcdef"), .text("/talks/2024-01 budget.txt")]])
    let text = table.rendered(as: .table, style: TableStyle(width: 30))
    #expect(text.contains("0123456789abcdef  /talks"))
    #expect(!text.contains("budget"))
  }

  @Test(arguments: [
    ("数据", 4), ("AI", 2), ("é", 1), ("e\u{301}", 1), ("👍🏽", 2), ("ｱ", 1), ("ＡＩ", 4), ("❤️", 2),
  ])
  func widthsAreThoseOfATerminal(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    (0.0, 2, "0.00"), (1.125, 2, "1.13"), (-0.001, 2, "0.00"), (-1.25, 1, "-1.3"),
    (1e6, 2, "1000000.00"),
    (2.5, 0, "3"), (0.00004, 4, "0.0000"),
  ])
  func decimalsAreFixed(value: Double, places: Int, text: String) {
    #expect(FixedDecimal.format(value, places: places) == text)
  }

  @Test func countsAreGrouped() {
    #expect(
      [0, 999, 1000, 1_234_567, -1000].map(FixedDecimal.grouped) == [
        "0", "999", "1,000", "1,234,567", "-1,000",
      ])
  }

  /// A quotation mark with an accent is one character to Swift, and still a quotation mark to CSV.
  @Test func marksThatCombineAreEscaped() {
    let table = Table(columns: [.text("a")], rows: [[.text("x\"\u{301},|\u{FE0F}<\u{338}")]])
    #expect(table.rendered(as: .csv) == "a\n\"x\"\"\u{301},|\u{FE0F}<\u{338}\"\n")
    #expect(table.rendered(as: .markdown).contains("x\"\u{301},\\|\u{FE0F}\\<\u{338}"))
  }

  @Test func entriesStandBelowTheirRows() {
    let entry = TableEntry("一 0:01", names: ["episode", "n"], values: [.text("一"), .integer(1)])
    let table = Table(
      columns: [.text("a"), .below("evidence")], rows: [[.text("x"), .entries([entry, entry])]])
    #expect(table.rendered(as: .table) == "a\n─\nx\n      一 0:01\n      一 0:01\n")
    #expect(table.rendered(as: .csv) == "a,evidence\nx,一 0:01 | 一 0:01\n")
    #expect(
      table.rendered(as: .ndjson)
        == "{\"a\":\"x\",\"evidence\":[{\"episode\":\"一\",\"n\":1},{\"episode\":\"一\",\"n\":1}]}\n")
  }
}
