/// A table to print: named columns, rows of cells, and notes below.
public struct Table: Sendable {
  public struct Column: Hashable, Sendable {
    /// What machine formats call the column.
    public let name: String
    /// What tables and Markdown call the column.
    public let label: String
    /// Whether values are numbers, which align right.
    public let isNumeric: Bool
    /// Whether only JSON shows the column, since its values are structured.
    public let isStructured: Bool
    /// Whether a value that is cut to fit a terminal is of no use.
    public let isWhole: Bool
    /// Whether an aligned table shows the values as lines below their rows.
    public let isBelow: Bool
    /// Whether a terminal shows long values on several lines, in place of cutting them.
    public let isWrapped: Bool

    private init(
      _ name: String, label: String? = nil, isNumeric: Bool = false, isStructured: Bool = false,
      isWhole: Bool = false, isBelow: Bool = false, isWrapped: Bool = false
    ) {
      (self.name, self.label) = (name, label ?? name)
      (self.isNumeric, self.isStructured) = (isNumeric, isStructured)
      (self.isWhole, self.isBelow) = (isNumeric || isWhole, isBelow)
      self.isWrapped = isWrapped
    }

    public static func text(_ name: String) -> Column { Column(name) }

    /// A column of texts that are never cut, such as ids.
    public static func whole(_ name: String) -> Column { Column(name, isWhole: true) }

    /// A column of texts that a terminal shows in full, on several lines where they are long.
    public static func wrapped(_ name: String) -> Column { Column(name, isWrapped: true) }

    public static func number(_ name: String) -> Column { Column(name, isNumeric: true) }

    /// A column of times: `start` in tables, `start_ms` in machine formats.
    public static func time(_ name: String) -> Column {
      Column(name + "_ms", label: name, isNumeric: true)
    }

    public static func structured(_ name: String) -> Column { Column(name, isStructured: true) }

    /// A column of entries.
    public static func below(_ name: String) -> Column { Column(name, isBelow: true) }
  }

  public enum Cell: Hashable, Sendable {
    case text(String)
    /// Text with UTF-8 ranges that a terminal shows in bold.
    case marked(String, [Range<Int>])
    case integer(Int)
    /// A number with a fixed number of decimals.
    case decimal(Double, places: Int)
    /// A time in milliseconds: `0:03:29` for people, the number for machines.
    case milliseconds(Int)
    /// `yes` or nothing; `true` or `false` in JSON.
    case flag(Bool)
    /// Several texts, one after the other; a list in JSON.
    case texts([String])
    /// UTF-8 ranges, `[{"start":0,"end":6}]` in JSON; with a time in milliseconds, where it is known, as `start_ms`.
    case ranges([Range<Int>], starts: [Int?])
    /// Objects in JSON, lines elsewhere.
    case entries([TableEntry])
    /// An unknown value: empty, `null` in JSON.
    case missing
  }

  public var columns: [Column]
  public var rows: [[Cell]]
  /// Lines below the table, for readers of tables and Markdown.
  public var foot: [String]

  public init(columns: [Column], rows: [[Cell]] = [], foot: [String] = []) {
    self.columns = columns
    self.rows = rows
    self.foot = foot
  }
}

extension Table.Cell {
  public static func integer(_ value: Int?) -> Table.Cell {
    value.map { .integer($0) } ?? .missing
  }

  /// A time in milliseconds, or a missing value.
  public static func milliseconds(_ value: Int?) -> Table.Cell {
    value.map { .milliseconds($0) } ?? .missing
  }

  /// A number with a fixed number of decimals, or a missing value; NaN and infinity are missing too.
  public static func decimal(_ value: Double?, places: Int) -> Table.Cell {
    guard let value, value.isFinite else { return .missing }
    return .decimal(value, places: places)
  }

  /// A text that is unknown where it is empty.
  public static func known(_ text: String) -> Table.Cell {
    text.isEmpty ? .missing : .text(text)
  }

  /// The value as people read it in tables and Markdown.
  var shown: String {
    if case .milliseconds(let value) = self { ClockTime.text(milliseconds: value) } else { plain }
  }

  /// The value as plain text; structured values have none.
  var plain: String {
    switch self {
    case .text(let text), .marked(let text, _): text
    case .texts(let texts): texts.joined(separator: " ")
    case .integer(let value), .milliseconds(let value): String(value)
    case .flag(let value): value ? "yes" : ""
    case .decimal(let value, let places): FixedDecimal.format(value, places: places)
    case .entries(let entries): entries.map(\.line).joined(separator: " | ")
    case .ranges, .missing: ""
    }
  }
}
