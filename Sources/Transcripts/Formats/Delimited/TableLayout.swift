/// How a table is written: its delimiter, whether fields are quoted, where it begins, and what its columns are.
struct TableLayout {
  let delimiter: UInt8
  let isQuoted: Bool
  let columns: Columns
  /// Where the first record lies, and its line.
  let start: Int
  let line: Int
  let hasHeader: Bool
  /// Whether rows have times where the header says so.
  let hasTimes: Bool
  /// Whether rows are starts and ends with a decimal point, and a text: the labels of Audacity.
  var isLabelTrack = false

  static let comma = UInt8(ascii: ",")
  static let tab: UInt8 = 0x09
  private static let semicolon = UInt8(ascii: ";")
  private static let bar = UInt8(ascii: "|")
  /// Rows that tell what columns a table without a header has.
  private static let sampleCount = 50

  /// Finds the layout whose header has the most known columns; where no delimiter gives a column of text, the one
  /// that gives a time in each row.
  ///
  /// - Parameters:
  ///   - head: the beginning of the text, or all of it.
  ///   - preferred: the delimiter that is taken where others do as well.
  static func find(in head: [UInt8], preferred: UInt8) -> TableLayout? {
    let announced = announcedDelimiter(in: head)
    let others = [comma, tab, semicolon, bar].filter { $0 != preferred }
    let delimiters = announced.map { [$0.delimiter] } ?? [preferred] + others
    let start = announced?.next ?? 0
    var best: TableLayout?
    for delimiter in delimiters {
      guard let layout = named(head, delimiter, quotes(head, delimiter, start), start) else {
        continue
      }
      if layout.columns.known > best?.columns.known ?? 0 { best = layout }
    }
    return best
      ?? delimiters.lazy.compactMap { unnamed(head, $0, quotes(head, $0, start), start) }.first
  }

  /// The layout of a text whose delimiter and quoting are known.
  static func find(in bytes: [UInt8], delimiter: UInt8, isQuoted: Bool) -> TableLayout? {
    named(bytes, delimiter, isQuoted, 0) ?? unnamed(bytes, delimiter, isQuoted, 0)
  }

  /// The first line by which Excel tells the delimiter: `sep=;`.
  private static func announcedDelimiter(in head: [UInt8]) -> (delimiter: UInt8, next: Int)? {
    var lines = LineScanner(head)
    guard let line = lines.next(), line.count <= 8 else { return nil }
    let text = line.filter { $0 != UInt8(ascii: "\"") }
    guard text.count == 5, text[..<4][...].string.lowercased() == "sep=" else { return nil }
    return (text[4], lines.position)
  }

  private static func quotes(_ head: [UInt8], _ delimiter: UInt8, _ start: Int) -> Bool {
    delimiter != tab || TabQuoting.isUsed(in: head[start...])
  }

  /// The layout by a header.
  private static func named(
    _ head: [UInt8], _ delimiter: UInt8, _ isQuoted: Bool, _ start: Int
  ) -> TableLayout? {
    var records = scanner(head, delimiter, isQuoted, start)
    guard let header = firstRecord(&records), let columns = Columns(header: header) else {
      return nil
    }
    var hasTimes = false
    if let column = columns.start?.index {
      for _ in 0..<sampleCount where records.next() {
        if TimeValue.range(records.content(column: column)).start != .unknown {
          hasTimes = true
          break
        }
      }
    }
    return TableLayout(
      delimiter: delimiter, isQuoted: isQuoted, columns: columns, start: start,
      line: start == 0 ? 1 : 2, hasHeader: true, hasTimes: hasTimes)
  }

  /// The layout by what the first rows have in common.
  private static func unnamed(
    _ head: [UInt8], _ delimiter: UInt8, _ isQuoted: Bool, _ start: Int
  ) -> TableLayout? {
    var records = scanner(head, delimiter, isQuoted, start)
    var rows: [[ArraySlice<UInt8>]] = []
    while rows.count < sampleCount, records.next() {
      guard !records.isBlank, records.fields.count <= 12 else { continue }
      rows.append(records.fields.map(records.content))
    }
    guard let columns = Columns(rows: rows) else { return nil }
    return TableLayout(
      delimiter: delimiter, isQuoted: isQuoted, columns: columns, start: start,
      line: start == 0 ? 1 : 2, hasHeader: false, hasTimes: true,
      isLabelTrack: delimiter == tab && areLabels(rows))
  }

  private static func areLabels(_ rows: [[ArraySlice<UInt8>]]) -> Bool {
    rows.count > 1
      && rows.allSatisfy { row in
        row.count == 3 && row[..<2].allSatisfy { $0.contains(UInt8(ascii: ".")) }
          && row[..<2].allSatisfy { $0.allSatisfy { $0 == 0x2E || ClockStamp.isDigit($0) } }
      }
  }

  private static func scanner(
    _ bytes: [UInt8], _ delimiter: UInt8, _ isQuoted: Bool, _ start: Int
  ) -> DelimitedScanner {
    DelimitedScanner(
      bytes, delimiter: delimiter, isQuoted: isQuoted, start: start, line: start == 0 ? 1 : 2)
  }

  /// The first record that is no empty line.
  private static func firstRecord(_ records: inout DelimitedScanner) -> [ArraySlice<UInt8>]? {
    while records.next() {
      if !records.isBlank { return records.fields.map(records.content) }
    }
    return nil
  }

  /// The records of a text in this layout, behind the header.
  func records(of bytes: [UInt8]) -> DelimitedScanner {
    var records = Self.scanner(bytes, delimiter, isQuoted, start)
    if hasHeader { _ = Self.firstRecord(&records) }
    return records
  }

  /// The names of the columns of a text's first record.
  static func header(of head: [UInt8], preferred: UInt8) -> [String] {
    let headers = [preferred, comma, tab, semicolon, bar].map { delimiter in
      var records = scanner(head, delimiter, true, 0)
      return (firstRecord(&records) ?? []).map { $0.prefix(40).trimmed.string }
    }
    return headers.max { $0.count < $1.count } ?? []
  }
}

extension Columns {
  /// Columns of a table without a header: a time that grows from row to row, perhaps a later one that ends the cue,
  /// perhaps names that come back, and the longest text.
  init?(rows: [[ArraySlice<UInt8>]]) {
    guard let first = rows.first, (2...8).contains(first.count),
      rows.allSatisfy({ $0.count == first.count })
    else { return nil }
    let columns = first.indices.map { index in rows.map { $0[index].trimmed } }
    let times = columns.indices.filter { Self.areTimes(columns[$0]) }
    // A number of the row is a time by its looks: clock times come first.
    let clocks = times.filter { Self.areClocks(columns[$0]) }
    guard let start = clocks.first ?? (times.count >= 2 ? times.dropLast().last : nil) else {
      return nil
    }
    let others = columns.indices.filter { !times.contains($0) }
    let size = { (column: Int) in columns[column].reduce(0) { $0 + $1.count } }
    guard let text = others.max(by: { size($0) < size($1) }),
      columns[text].contains(where: { $0.contains { $0 >= 0x41 } })
    else { return nil }
    let end = times.first { $0 > start }
    let speaker = others.first { $0 != text && Self.areNames(columns[$0]) }
    self.init(text: text, start: start, end: end, speaker: speaker, count: first.count)
  }

  /// Whether all fields are times, in order.
  private static func areTimes(_ column: [ArraySlice<UInt8>]) -> Bool {
    var last = -1.0
    return column.allSatisfy { field in
      let value: Double? =
        switch TimeValue(field) {
        case .clock(let time): Double(time)
        case .frames(let seconds, let frame): Double(seconds) + Double(frame) / 1000
        case .integer(let number), .decimal(let number): number
        case .unknown: nil
        }
      guard let value, value >= last else { return false }
      last = value
      return true
    }
  }

  private static func areClocks(_ column: [ArraySlice<UInt8>]) -> Bool {
    column.allSatisfy { $0.contains(UInt8(ascii: ":")) }
  }

  /// Whether the fields are names: short, and fewer than rows.
  private static func areNames(_ column: [ArraySlice<UInt8>]) -> Bool {
    column.allSatisfy { $0.string.unicodeScalars.count <= TurnHeader.longestName }
      && (column.count <= 3 || Set(column).count * 4 <= column.count * 3)
  }
}
