/// How a table is written.
public enum TableFormat: String, CaseIterable, Sendable {
  /// Aligned columns for people.
  case table
  /// RFC 4180.
  case csv
  /// Tab-separated, without quoting: tabs and line breaks in values become spaces.
  case tsv
  /// One array of objects.
  case json
  /// One object a line.
  case ndjson
  case markdown
}

/// What the place that a table is written to can show.
public struct TableStyle: Hashable, Sendable {
  /// Cells on a line, to which tables are cut; `nil` is no limit.
  public var width: Int?
  /// Whether matches are bold.
  public var isBold = false
  /// Whether CSV starts with a byte order mark, for Excel.
  public var hasByteOrderMark = false

  public init(width: Int? = nil, isBold: Bool = false, hasByteOrderMark: Bool = false) {
    self.width = width
    self.isBold = isBold
    self.hasByteOrderMark = hasByteOrderMark
  }
}
