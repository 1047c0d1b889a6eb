/// Tables with a header: CSV `segment,from,to[,speaker],text`, Whisper's TSV `start end text`.
///
/// Columns are found by name, case, white space and punctuation aside, in any order; others are ignored.
struct DelimitedReader: TranscriptReader {
  static let commaSeparated = DelimitedReader(
    format: TranscriptFormat(
      "csv", "a table with commas and a header", extensions: ["csv"], keeps: [.times, .speakers]),
    delimiter: UInt8(ascii: ","), isQuoted: true)
  /// Whisper writes TSV without quoting: a quotation mark is text.
  static let tabSeparated = DelimitedReader(
    format: TranscriptFormat(
      "tsv", "a table with tabs and a header", extensions: ["tsv"], keeps: [.times, .speakers]),
    delimiter: 0x09, isQuoted: false)

  let format: TranscriptFormat
  let delimiter: UInt8
  let isQuoted: Bool

  /// A table of cues has a column `text`.
  func claim(on file: SourceFile) -> FormatClaim {
    var records = DelimitedScanner(file.text.bytes, delimiter: delimiter, isQuoted: isQuoted)
    return records.next().flatMap { Columns(header: $0.fields) } != nil ? .possible : .none
  }

  /// The first names of a table's columns; `nil` where the file's name is not that of a table.
  static func header(of file: SourceFile) -> [String]? {
    let reader = [commaSeparated, tabSeparated].first {
      $0.format.extensions.contains(file.fileExtension)
    }
    guard let reader else { return nil }
    var records = DelimitedScanner(
      file.text.bytes, delimiter: reader.delimiter, isQuoted: reader.isQuoted)
    return (records.next()?.fields ?? []).prefix(8).map { $0.prefix(40).trimmed.string }
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var records = DelimitedScanner(file.text.bytes, delimiter: delimiter, isQuoted: isQuoted)
    guard let header = records.next()?.fields, let columns = Columns(header: header) else { return }
    var rows: [Row] = []
    while let record = records.next() {
      if record.isBlank { continue }
      if let row = row(record, columns, &builder) { rows.append(row) }
    }
    for quote in records.strayQuotes {
      builder.warn(.strayQuote, line: quote.line, position: quote.position)
    }
    append(rows, &builder)
  }

  /// A row before its times are understood, which takes the whole column.
  private struct Row {
    let start, end, text: [UInt8]
    let speaker: String?
  }

  private func row(
    _ record: DelimitedScanner.Record, _ columns: Columns, _ builder: inout TranscriptBuilder
  ) -> Row? {
    guard record.fields.count > columns.text else {
      builder.warn(
        .rowWithoutText(fields: record.fields.count), line: record.line, position: record.position)
      return nil
    }
    let field = { (column: Int?) in
      column.flatMap { $0 < record.fields.count ? record.fields[$0] : nil } ?? []
    }
    return Row(
      start: field(columns.start), end: field(columns.end),
      text: columns.text(of: record.fields, delimiter: delimiter),
      speaker: columns.speaker.map { field($0)[...].trimmed.string })
  }

  private func append(_ rows: [Row], _ builder: inout TranscriptBuilder) {
    let unit = TimeColumn.unit(of: rows.lazy.flatMap { [$0.start, $0.end] })
    for row in rows {
      builder.append(
        row.text[...], start: unit.milliseconds(row.start[...]),
        end: unit.milliseconds(row.end[...]), speaker: row.speaker)
    }
  }

  /// Which column holds what.
  private struct Columns {
    let text: Int
    let start, end, speaker: Int?
    let count: Int

    init?(header: [[UInt8]]) {
      let names = header.map(Self.plainName)
      let find = { (wanted: [String]) in wanted.lazy.compactMap(names.firstIndex(of:)).first }
      guard let text = find(Self.textNames) else { return nil }
      self.text = text
      start = find(Self.startNames)
      end = find(Self.endNames)
      speaker = find(["speaker", "speakername", "spk", "说话人", "發言人", "发言人"])
      count = names.count
    }

    private static let textNames = [
      "text", "transcript", "content", "文本", "内容", "內容", "字幕",
    ]
    private static let startNames = [
      "from", "start", "startms", "starttime", "begin", "begintime", "starts", "startsec",
      "startseconds", "timein", "开始时间", "開始時間", "起始时间", "起始時間", "开始", "開始", "起始",
    ]
    private static let endNames = [
      "to", "end", "endms", "endtime", "ends", "endsec", "endseconds", "timeout", "结束时间", "結束時間",
      "结束", "結束",
    ]

    /// A name without case, white space and punctuation: `Start Time`, `start_time` and `Start (time)` are one.
    private static func plainName(_ field: [UInt8]) -> String {
      String(field[...].trimmed.string.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// The text; where it is the last column, an unquoted delimiter belongs to it.
    func text(of fields: [[UInt8]], delimiter: UInt8) -> [UInt8] {
      guard text == count - 1, fields.count > count else { return fields[text] }
      return Array(fields[text...].joined(separator: [delimiter]))
    }
  }
}
