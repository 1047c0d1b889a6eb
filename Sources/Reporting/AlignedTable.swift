/// A table in aligned columns, by display width, cut to the width of a terminal.
struct AlignedTable {
  private static let gap = "  "
  /// Before lines below a row.
  private static let indent = "      "
  /// Text columns are cut no narrower than this: a date's width.
  private static let narrowest = 10
  /// What a column with matches keeps as long as others can still be cut.
  private static let narrowestWithMatches = 40

  private let table: Table
  private let style: TableStyle
  private let columns: [Int]
  private let widths: [Int]

  init(_ table: Table, style: TableStyle) {
    self.table = table
    self.style = style
    let columns = Self.columns(of: table, style)
    self.columns = columns
    let natural = columns.map { column in
      table.rows.reduce(DisplayWidth.of(table.columns[column].label)) { width, row in
        max(width, DisplayWidth.of(Self.shown(row[column].shown)))
      }
    }
    let cuttable = columns.map { !table.columns[$0].isWhole }
    let hasMatches = columns.map { column in
      table.rows.contains { if case .marked = $0[column] { true } else { false } }
    }
    widths = Self.fitted(natural, cuttable: cuttable, hasMatches, to: style.width)
  }

  /// A terminal has no room for columns without a value.
  private static func columns(of table: Table, _ style: TableStyle) -> [Int] {
    let columns = table.plainColumns.filter { !table.columns[$0].isBelow }
    guard style.width != nil, !table.rows.isEmpty else { return columns }
    return columns.filter { column in
      table.rows.contains { !$0[column].shown.isEmpty }
    }
  }

  /// Takes cells off the widest text columns until the line fits.
  private static func fitted(
    _ natural: [Int], cuttable: [Bool], _ hasMatches: [Bool], to limit: Int?
  ) -> [Int] {
    guard let limit else { return natural }
    var widths = natural
    var excess = widths.reduce(0, +) + gap.count * (widths.count - 1) - limit
    while excess > 0 {
      let spared = widths.indices.filter {
        cuttable[$0] && widths[$0] > (hasMatches[$0] ? narrowestWithMatches : narrowest)
      }
      let candidates =
        spared.isEmpty
        ? widths.indices.filter { cuttable[$0] && widths[$0] > narrowest } : spared
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  var text: String {
    var lines = [line(table.columns.map { .text($0.label) })]
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap))
    for row in table.rows { lines += self.lines(row) + linesBelow(row) }
    if !table.foot.isEmpty { lines += [""] + table.foot }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The lines of a row: one, unless a terminal shows a long value in full.
  private func lines(_ row: [Table.Cell]) -> [String] {
    var wrapped: [Int: [String]] = [:]
    for (index, column) in columns.enumerated()
    where style.width != nil && table.columns[column].isWrapped {
      wrapped[column] = DisplayWidth.wrapped(Self.shown(row[column].shown), to: widths[index])
    }
    let count = max(1, wrapped.values.map(\.count).max() ?? 1)
    return (0..<count).map { number in
      var part = number == 0 ? row : row.map { _ in .missing }
      for (column, lines) in wrapped {
        part[column] = number < lines.count ? .text(lines[number]) : .missing
      }
      return line(part)
    }
  }

  private func linesBelow(_ row: [Table.Cell]) -> [String] {
    row.flatMap { cell -> [String] in
      guard case .entries(let entries) = cell else { return [] }
      return entries.map { entry in
        let line = Self.indent + Self.shown(Table.onOneLine(entry.line))
        return style.width.map { DisplayWidth.cut(line, to: $0) } ?? line
      }
    }
  }

  private func line(_ row: [Table.Cell]) -> String {
    var line = ""
    for (index, column) in columns.enumerated() {
      let (cell, text) = Self.scrolled(row[column], to: widths[index])
      let shown = DisplayWidth.cut(text, to: widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(shown)))
      let styled = styled(shown, cell)
      line += table.columns[column].isNumeric ? padding + styled : styled + padding
      line += Self.gap
    }
    let end = line.utf8.lastIndex { $0 != 0x20 }.map { line.utf8.index(after: $0) }
    return String(line[..<(end ?? line.startIndex)])
  }

  /// The cell and its text, which starts a little before the first match where that would be cut.
  private static func scrolled(_ cell: Table.Cell, to width: Int) -> (Table.Cell, String) {
    let text = shown(cell.shown)
    guard case .marked(let whole, let ranges) = cell, whole == text, let first = ranges.first,
      DisplayWidth.of(text) > width
    else { return (cell, text) }
    let bytes = Array(text.utf8)
    let head = String(decoding: bytes[..<first.upperBound], as: UTF8.self)
    guard DisplayWidth.of(head) > width - 2 else { return (cell, text) }
    let lead = String(decoding: bytes[..<first.lowerBound], as: UTF8.self)
    let kept = String(lead.suffix(width / 6))
    let start = first.lowerBound - kept.utf8.count
    let scrolled = "…" + String(decoding: bytes[start...], as: UTF8.self)
    let shift = start - "…".utf8.count
    let moved = ranges.map { $0.lowerBound - shift..<$0.upperBound - shift }
    return (.marked(scrolled, moved), scrolled)
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
