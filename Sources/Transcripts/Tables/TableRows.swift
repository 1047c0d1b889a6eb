/// The rows of a table, one after the other, whatever it is written in.
protocol TableRows {
  var columns: Columns { get }
  /// The range of the next row in the text; `nil` after the last one.
  mutating func next() -> Range<Int>?
  /// Goes back to a row that `next` found; it must be the last use but for `load` and `value`.
  mutating func load(_ row: Range<Int>)
  /// A value of the row that was found or loaded last.
  func value(_ column: Int?) -> String
  /// Rows that cannot be read: how many, and where the first one begins.
  var broken: (count: Int, position: Int)? { get }
}

/// The rows of a delimited table.
struct DelimitedRows: TableRows {
  let columns: Columns
  /// The bytes up to the first row, with the header.
  let header: Range<Int>
  private let bytes: [UInt8]
  private let layout: TableLayout
  private var records: DelimitedScanner

  /// - Returns: `nil` where the text is no table with a header.
  init?(_ file: SourceFile, bytes: [UInt8]) {
    let isTab = file.fileExtension.hasPrefix("t")
    let delimiter = isTab ? TableLayout.tab : TableLayout.comma
    guard let layout = TableLayout.find(in: file.head, preferred: delimiter),
      layout.hasHeader
    else { return nil }
    (self.bytes, self.layout, columns) = (bytes, layout, layout.columns)
    records = layout.records(of: bytes)
    var first = records
    header = 0..<(first.next() ? first.recordPosition : bytes.count)
  }

  mutating func next() -> Range<Int>? {
    while records.next() {
      if !records.isBlank { return records.recordPosition..<records.recordEnd }
    }
    return nil
  }

  mutating func load(_ row: Range<Int>) {
    // A row of its own, so that a quotation mark that is not closed is looked for in it alone.
    records = DelimitedScanner(
      Array(bytes[row]), delimiter: layout.delimiter, isQuoted: layout.isQuoted)
    _ = records.next()
  }

  func value(_ column: Int?) -> String { records.content(column: column).trimmed.string }

  var broken: (count: Int, position: Int)? { nil }
}

/// The objects of JSON Lines, or of one list: rows with a text, or whole documents with cues.
struct JSONRows: TableRows {
  let columns: Columns
  /// Whether each object is a transcript of its own, as recognisers write them.
  let areDocuments: Bool
  private let keys: [String]
  private var elements: JSONElements
  private var row: [String: String] = [:]
  private(set) var broken: (count: Int, position: Int)?

  /// - Returns: `nil` where the text is no list of objects with a text or cues each.
  init?(_ bytes: [UInt8]) {
    var elements = JSONElements(bytes)
    guard let range = elements.next(),
      // What is no JSON is no table.
      let document = try? JSONDocument(Array(bytes[range])), document.root.kind == .object
    else { return nil }
    let (names, holdsCues) = withExtendedLifetime(document) {
      (document.root.members.prefix(64).map(\.key), JSONFormats.holdCues(document.root))
    }
    var (keys, columns) = (names, Self.columns(names))
    // A document may have no text but that of its cues.
    if columns == nil, holdsCues {
      keys.append("text")
      columns = Self.columns(keys)
    }
    guard let columns else { return nil }
    (self.keys, self.columns) = (keys, columns)
    areDocuments = holdsCues && columns.start == nil && columns.end == nil
    self.elements = JSONElements(bytes)
  }

  private static func columns(_ keys: [String]) -> Columns? {
    Columns(header: keys.map { Array($0.utf8)[...] })
  }

  /// Whether bytes end within the first object, so that they tell nothing.
  static func endsEarly(_ bytes: [UInt8]) -> Bool {
    var elements = JSONElements(bytes)
    guard let range = elements.next() else { return false }
    return range.upperBound == bytes.count && bytes[range.lowerBound] == UInt8(ascii: "{")
  }

  mutating func next() -> Range<Int>? {
    while let range = elements.next() {
      if parse(range) { return range }
      broken = ((broken?.count ?? 0) + 1, broken?.position ?? range.lowerBound)
    }
    return nil
  }

  mutating func load(_ row: Range<Int>) { _ = parse(row) }

  /// - Returns: whether the row is JSON.
  private mutating func parse(_ range: Range<Int>) -> Bool {
    // Why a row is no JSON matters less than where it is.
    guard let document = try? JSONDocument(Array(elements.bytes[range])) else { return false }
    row = withExtendedLifetime(document) {
      Dictionary(
        document.root.members.compactMap { key, value in value.label.map { (key, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    return true
  }

  func value(_ column: Int?) -> String { column.flatMap { row[keys[$0]] } ?? "" }
}
