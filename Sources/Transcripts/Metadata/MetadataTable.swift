public import FilePaths

/// A table that says of episodes what their files do not, a row for each.
///
/// Columns are found by their names: `path` (or `file`), `title`, `show`, `date`, `number`, `url`, `speaker`; further
/// ones are tags.
public struct MetadataTable: Sendable {
  private typealias Tag = TranscriptMetadata.Tag

  public struct Row: Sendable {
    /// As it is written, from the folder of the table.
    public let path: FilePath
    /// The line of the table, from 1.
    public let line: Int
    public let metadata: TranscriptMetadata
  }

  public private(set) var rows: [Row] = []
  /// Rows, and values in them, that cannot be read.
  public private(set) var warnings: [TranscriptWarning]

  /// The name of a table that is found beside the files.
  public static let fileName = "metadata.csv"

  static func isTable(_ name: FilePath) -> Bool {
    name.bytes.count == fileName.utf8.count && name.description.lowercased() == fileName
  }

  private static let pathNames = [
    "path", "file", "filename", "filepath", "文件", "文件名", "檔案", "檔名", "路径", "路徑",
  ]

  /// - Throws: `TranscriptError` where the bytes are no text, or no column has the paths.
  /// - Complexity: O(n).
  public init(_ bytes: [UInt8], fileName: String) throws(TranscriptError) {
    let file = try SourceFile(bytes, fileName: fileName, encoding: nil)
    warnings = file.text.warnings.map(\.ofMetadata)
    guard let (scanner, path, columns) = Self.layout(of: file) else {
      throw TranscriptError(.noPathColumn)
    }
    read(scanner, path, columns)
  }

  /// The rows behind the header, in the delimiter that gives a column of paths.
  private static func layout(
    of file: SourceFile
  ) -> (rows: DelimitedScanner, path: Int, columns: MetadataColumns)? {
    for delimiter in [UInt8(ascii: ","), 0x09, UInt8(ascii: ";"), UInt8(ascii: "|")] {
      var rows = DelimitedScanner(file.text.bytes, delimiter: delimiter, isQuoted: true)
      guard next(&rows) else { continue }
      let names = rows.fields.map { rows.content($0).trimmed.string }
      let plain = names.map(Columns.plainName)
      guard let path = pathNames.lazy.compactMap(plain.firstIndex(of:)).first else { continue }
      return (rows, path, MetadataColumns(names, others: [path]))
    }
    return nil
  }

  /// Moves to the next record that is no empty line.
  private static func next(_ rows: inout DelimitedScanner) -> Bool {
    while rows.next() { if !rows.isBlank { return true } }
    return false
  }

  private mutating func read(_ rows: DelimitedScanner, _ path: Int, _ columns: MetadataColumns) {
    var rows = rows
    var known: Set<FilePath> = []
    var longTags: [Int: (count: Int, line: Int)] = [:]
    while Self.next(&rows) {
      let line = rows.recordLine
      let value = { (column: Int?) in Self.line(rows.content(column: column).trimmed.string) }
      let name = Self.path(value(path))
      guard !name.bytes.isEmpty else {
        warn(.rowWithoutPath, line)
        continue
      }
      guard known.insert(name).inserted else {
        warn(.repeatedPath(name), line)
        continue
      }
      var faults: [TranscriptWarning.Code] = []
      var metadata = columns.metadata(of: value) { faults.append($0) }
      metadata.tags = columns.further.compactMap { .init($0.name, value($0.index)) }
      for (column, _) in columns.further where value(column).utf8.count > Tag.mostBytes {
        longTags[column, default: (0, line)].count += 1
      }
      for fault in faults { warn(fault, line) }
      self.rows.append(Row(path: name, line: line, metadata: metadata))
    }
    for (column, name) in columns.further {
      guard let long = longTags[column] else { continue }
      warn(.longTags(column: name, count: long.count, limit: Tag.mostBytes), long.line)
    }
  }

  private mutating func warn(_ code: TranscriptWarning.Code, _ line: Int) {
    warnings.append(TranscriptWarning(code, line: line))
  }

  /// A value on one line.
  private static func line(_ value: String) -> String {
    value.utf8.contains { $0 < 0x20 }
      ? value.split(whereSeparator: \.isWhitespace).joined(separator: " ") : value
  }

  /// A path with the separators of this system.
  private static func path(_ text: String) -> FilePath {
    let path = text.contains("/") ? text : text.replacing("\\", with: "/")
    return FilePath(path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }
}

extension TranscriptWarning {
  /// A warning of a file that no option names a charset for.
  var ofMetadata: TranscriptWarning {
    guard case .guessedCharset(let name) = code else { return self }
    return TranscriptWarning(.guessedMetadataCharset(name))
  }
}
