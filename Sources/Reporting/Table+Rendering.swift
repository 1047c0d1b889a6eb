extension Table {
  /// The table as text, each line with its end.
  public func rendered(as format: TableFormat, style: TableStyle = TableStyle()) -> String {
    switch format {
    case .table: AlignedTable(self, style: style).text
    case .csv: (style.hasByteOrderMark ? "\u{FEFF}" : "") + separated(by: ",", quote: Self.quoted)
    case .tsv: separated(by: "\t", quote: Self.onOneLine)
    case .json: json
    case .ndjson: rows.map { jsonObject($0) + "\n" }.joined()
    case .markdown: markdown
    }
  }

  /// Columns that are not for JSON alone.
  var plainColumns: [Int] { columns.indices.filter { !columns[$0].isStructured } }

  private func separated(by separator: String, quote: (String) -> String) -> String {
    let header = plainColumns.map { quote(columns[$0].name) }
    let lines = [header] + rows.map { row in plainColumns.map { quote(row[$0].plain) } }
    return lines.map { $0.joined(separator: separator) + "\n" }.joined()
  }

  private static func quoted(_ field: String) -> String {
    let isSpecial = { (byte: UInt8) in byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D
    }
    guard field.utf8.contains(where: isSpecial) else { return field }
    // By code points: a quotation mark with an accent is another character, but a quotation mark to CSV.
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return String(quoted) + "\""
  }

  static func onOneLine(_ field: String) -> String {
    String(String.UnicodeScalarView(field.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  private var json: String {
    guard !rows.isEmpty else { return "[]\n" }
    return "[\n" + rows.map { "  " + jsonObject($0) }.joined(separator: ",\n") + "\n]\n"
  }

  private func jsonObject(_ row: [Cell]) -> String {
    JSONText.object(columns.map(\.name), row)
  }

  private var markdown: String {
    let names = plainColumns.map { Self.escapedForMarkdown(columns[$0].label) }
    let rules = plainColumns.map { columns[$0].isNumeric ? "--:" : "---" }
    let body = rows.map { row in plainColumns.map { Self.escapedForMarkdown(row[$0].shown) } }
    let lines = ([names, rules] + body).map { "| " + $0.joined(separator: " | ") + " |\n" }
    let notes = foot.isEmpty ? "" : "\n" + foot.map { $0 + "\n" }.joined()
    return lines.joined() + notes
  }

  private static let markdownMarks = Set("\\|*_`<>[]#&~".unicodeScalars)

  static func escapedForMarkdown(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in onOneLine(text).unicodeScalars {
      if markdownMarks.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}

extension JSONText {
  fileprivate static func object(_ names: [String], _ values: [Table.Cell]) -> String {
    "{" + zip(names, values).map { string($0) + ":" + $1.json }.joined(separator: ",") + "}"
  }
}

extension Table.Cell {
  fileprivate var json: String {
    switch self {
    case .text(let text), .marked(let text, _): JSONText.string(text)
    case .texts(let texts): "[" + texts.map(JSONText.string).joined(separator: ",") + "]"
    case .integer, .milliseconds, .decimal: plain
    case .flag(let value): value ? "true" : "false"
    case .missing: "null"
    case .entries(let entries):
      "[" + entries.map { JSONText.object($0.names, $0.values) }.joined(separator: ",") + "]"
    case .ranges(let ranges, let starts):
      "["
        + zip(ranges, starts).map { range, start in
          let time = start.map { ",\"start_ms\":\($0)" } ?? ""
          return "{\"start\":\(range.lowerBound),\"end\":\(range.upperBound)\(time)}"
        }.joined(separator: ",") + "]"
    }
  }
}
