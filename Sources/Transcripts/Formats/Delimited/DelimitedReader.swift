/// Tables of cues: CSV and TSV with a header, with any of `,` `;` tab `|` between the fields.
///
/// Columns are found by name, English or Chinese, in any order; others are ignored. A table without a header is
/// read if each row has as many fields, and one a time that grows. A column of durations gives the ends.
struct DelimitedReader: TranscriptReader {
  static let commaSeparated = DelimitedReader(
    format: TranscriptFormat(
      "csv", "table with columns separated by , or ; or |", extensions: ["csv"],
      keeps: [.times, .speakers]),
    delimiter: TableLayout.comma)
  static let tabSeparated = DelimitedReader(
    format: TranscriptFormat(
      "tsv", "table with columns separated by tabs", extensions: ["tsv", "tab"],
      keeps: [.times, .speakers]),
    delimiter: TableLayout.tab)

  let format: TranscriptFormat
  /// The delimiter that is tried first.
  let delimiter: UInt8

  /// A table is known by a column of text and others; a bar is a delimiter of tables in prose, too.
  func claim(on file: SourceFile) -> FormatClaim {
    guard isTable(file.fileExtension) || Self.mayBeTable(file.head),
      let layout = layout(of: file.head)
    else { return .none }
    let isCertain =
      layout.delimiter == TableLayout.tab
      ? layout.hasHeader && layout.columns.known >= 2 || layout.isLabelTrack
      : layout.hasHeader && layout.hasTimes && layout.delimiter != UInt8(ascii: "|")
    let isOwn = (delimiter == TableLayout.tab) == (layout.delimiter == TableLayout.tab)
    return isCertain && isOwn ? .certain : .possible
  }

  /// Whether the reader may have a file of this extension without being certain.
  private func isTable(_ fileExtension: String) -> Bool {
    format.extensions.contains(fileExtension)
  }

  /// Whether the first line that is not blank has one of the delimiters by which a table is certain.
  private static func mayBeTable(_ head: [UInt8]) -> Bool {
    var lines = LineScanner(head)
    while let line = lines.next() {
      if line.trimmed.isEmpty { continue }
      return [TableLayout.tab, TableLayout.comma, UInt8(ascii: ";")].contains {
        line.offset(of: $0) != nil
      }
    }
    return false
  }

  private func layout(of bytes: [UInt8]) -> TableLayout? {
    TableLayout.find(in: bytes, preferred: delimiter)
  }

  /// The first names of a table's columns; `nil` where the file's name is not that of a table.
  static func header(of file: SourceFile) -> [String]? {
    let reader = [commaSeparated, tabSeparated].first {
      $0.format.extensions.contains(file.fileExtension)
    }
    guard let reader else { return nil }
    return Array(TableLayout.header(of: file.head, preferred: reader.delimiter).prefix(8))
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    // A header may be longer than the head.
    guard let layout = layout(of: file.head) ?? layout(of: file.text.bytes) else { return }
    Self.read(file.text.bytes, layout, into: &builder)
  }

  /// Rows by which the unit of the times is guessed.
  private static let sampleCount = 500

  /// Reads a table. What the first rows tell of the times' unit mostly holds for all; where a later row tells
  /// otherwise, the table is gone through again.
  static func read(
    _ bytes: [UInt8], _ layout: TableLayout, into builder: inout TranscriptBuilder
  ) {
    var trial = builder.copied()
    if append(bytes, layout, unit(of: bytes, layout, atMost: sampleCount), &trial) {
      builder = trial
      return
    }
    _ = append(bytes, layout, unit(of: bytes, layout, atMost: .max), &builder)
  }

  /// What the times of the first rows tell of their unit.
  private static func unit(
    of bytes: [UInt8], _ layout: TableLayout, atMost count: Int
  ) -> TimeColumn {
    let columns = [layout.columns.start, layout.columns.end, layout.columns.duration]
    let places = columns.compactMap { $0?.index }
    var unit = TimeColumn()
    var records = layout.records(of: bytes)
    var rows = 0
    while rows < count, records.next() {
      rows += 1
      for place in places { unit.note(TimeValue(records.content(column: place))) }
    }
    return unit
  }

  /// Appends all rows; `false`, with some of them, if the unit is not as it seemed.
  private static func append(
    _ bytes: [UInt8], _ layout: TableLayout, _ unit: TimeColumn,
    _ builder: inout TranscriptBuilder
  ) -> Bool {
    var records = layout.records(of: bytes)
    var speakers = SpeakerNames()
    while records.next() {
      if records.isBlank { continue }
      guard append(records, layout, unit, &speakers, &builder) else { return false }
    }
    for quote in records.strayQuotes {
      builder.warn(.strayQuote, line: quote.line, position: quote.position)
    }
    return true
  }

  private static func append(
    _ records: DelimitedScanner, _ layout: TableLayout, _ unit: TimeColumn,
    _ speakers: inout SpeakerNames, _ builder: inout TranscriptBuilder
  ) -> Bool {
    let columns = layout.columns
    guard records.fields.count > columns.text else {
      builder.warn(
        .rowWithoutText(fields: records.fields.count), line: records.recordLine,
        position: records.recordPosition)
      return true
    }
    let times = RowTimes(records, columns, unit)
    guard times.isOfUnit else { return false }
    builder.line = records.recordLine
    if times.isUnreadable {
      builder.warn(
        .unreadableTimes, line: records.recordLine, position: records.recordPosition)
    }
    builder.append(
      text(of: records, columns), start: times.start, end: times.end,
      speaker: columns.speaker.flatMap { speakers.name(records.content(column: $0)) })
    return true
  }

  /// The text; where it is the last column, an unquoted delimiter belongs to it.
  private static func text(
    of records: DelimitedScanner, _ columns: Columns
  ) -> ArraySlice<UInt8> {
    let fields = records.fields
    guard columns.text == columns.count - 1, fields.count > columns.count else {
      return records.content(fields[columns.text])
    }
    let parts = fields[columns.text...].map(records.content)
    return Array(parts.joined(separator: [records.delimiter]))[...]
  }
}

/// The times of a row.
private struct RowTimes {
  private(set) var start: Int?
  private(set) var end: Int?
  /// Whether the unit of the table is the same with them.
  private(set) var isOfUnit = true
  /// Whether there is something for a start that is no time.
  private(set) var isUnreadable = false

  init(_ records: DelimitedScanner, _ columns: Columns, _ unit: TimeColumn) {
    if let column = columns.start {
      let field = records.content(column: column.index)
      let range = TimeValue.range(field)
      isUnreadable = range.start == .unknown && field.contains(where: ClockStamp.isDigit)
      start = milliseconds(range.start, column.unit, unit)
      end = range.end.flatMap { milliseconds($0, nil, unit) }
    }
    if let column = columns.end {
      let value = TimeValue(records.content(column: column.index))
      end = milliseconds(value, column.unit, unit) ?? end
    }
    if end == nil, let start, let column = columns.duration {
      let value = TimeValue(records.content(column: column.index))
      end = milliseconds(value, column.unit, unit).map { start + $0 }
    }
  }

  private mutating func milliseconds(
    _ value: TimeValue, _ columnUnit: Columns.Unit?, _ unit: TimeColumn
  ) -> Int? {
    if !unit.holds(for: value) { isOfUnit = false }
    return unit.milliseconds(value, unit: columnUnit)
  }
}

/// Makes a string of each speaker's name once as long as the same one speaks.
private struct SpeakerNames {
  private var bytes: [UInt8] = []
  private var last: String?

  mutating func name(_ field: ArraySlice<UInt8>) -> String? {
    if field != bytes[...] {
      bytes = Array(field)
      last = field.trimmed.string
    }
    return last
  }
}
