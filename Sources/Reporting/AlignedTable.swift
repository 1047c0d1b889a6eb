/// A table in aligned columns, by display width, cut to the width of a terminal.
struct AlignedTable {
  private static let gap = "  "
  /// Text columns are cut no narrower than this.
  private static let narrowest = 8

  private let table: Table
  private let style: TableStyle
  private let columns: [Int]
  private let widths: [Int]

  init(_ table: Table, style: TableStyle) {
    self.table = table
    self.style = style
    columns = table.plainColumns
    let natural = columns.map { column in
      table.rows.reduce(DisplayWidth.of(table.columns[column].name)) { width, row in
        max(width, DisplayWidth.of(Self.shown(row[column].plain)))
      }
    }
    let cuttable = columns.map { !table.columns[$0].isNumeric }
    widths = Self.fitted(natural, cuttable: cuttable, to: style.width)
  }

  /// Takes cells off the widest text columns until the line fits.
  private static func fitted(_ natural: [Int], cuttable: [Bool], to limit: Int?) -> [Int] {
    guard let limit else { return natural }
    var widths = natural
    var excess = widths.reduce(0, +) + gap.count * (widths.count - 1) - limit
    while excess > 0 {
      let candidates = widths.indices.filter { cuttable[$0] && widths[$0] > narrowest }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  var text: String {
    var lines = [line(table.columns.map { .text($0.name) })]
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap))
    lines += table.rows.map(line)
    if !table.foot.isEmpty { lines += [""] + table.foot }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ row: [Table.Cell]) -> String {
    var line = ""
    for (index, column) in columns.enumerated() {
      let shown = DisplayWidth.cut(Self.shown(row[column].plain), to: widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(shown)))
      let styled = styled(shown, row[column])
      line += table.columns[column].isNumeric ? padding + styled : styled + padding
      line += Self.gap
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Control characters, which could rule a terminal, are shown as U+FFFD.
  private static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  private func styled(_ text: String, _ cell: Table.Cell) -> String {
    guard style.isBold, case .marked(let whole, let ranges) = cell else { return text }
    // Only what is still the text's own beginning can be marked.
    let common = zip(text.utf8, whole.utf8).prefix { $0 == $1 }.count
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for range in ranges where range.lowerBound >= position && range.lowerBound < common {
      let end = min(range.upperBound, common)
      result += bytes[position..<range.lowerBound] + "\u{1B}[1m".utf8
      result += bytes[range.lowerBound..<end] + "\u{1B}[0m".utf8
      position = end
    }
    return String(decoding: result + bytes[position...], as: UTF8.self)
  }
}
