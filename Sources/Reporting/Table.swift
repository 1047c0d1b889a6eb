/// A table to print: named columns, rows of cells, and notes below.
public struct Table: Sendable {
  public struct Column: Hashable, Sendable {
    public let name: String
    /// Whether values are numbers, which align right.
    public let isNumeric: Bool
    /// Whether only JSON shows the column, since its values are structured.
    public var isStructured = false
    /// Whether an aligned table shows the values as lines below their rows.
    public var isBelow = false

    public static func text(_ name: String) -> Column {
      Column(name: name, isNumeric: false)
    }

    public static func number(_ name: String) -> Column {
      Column(name: name, isNumeric: true)
    }

    public static func structured(_ name: String) -> Column {
      Column(name: name, isNumeric: false, isStructured: true)
    }

    /// A column of entries.
    public static func below(_ name: String) -> Column {
      Column(name: name, isNumeric: false, isBelow: true)
    }
  }

  public enum Cell: Hashable, Sendable {
    case text(String)
    /// Text with UTF-8 ranges that a terminal shows in bold.
    case marked(String, [Range<Int>])
    case integer(Int)
    /// A number with a fixed number of decimals.
    case decimal(Double, places: Int)
    /// Several texts, one after the other; a list in JSON.
    case texts([String])
    /// UTF-8 ranges, `[{"start":0,"end":6}]` in JSON.
    case ranges([Range<Int>])
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

  /// The value as plain text; structured values have none.
  var plain: String {
    switch self {
    case .text(let text), .marked(let text, _): text
    case .texts(let texts): texts.joined(separator: " ")
    case .integer(let value): String(value)
    case .decimal(let value, let places): FixedDecimal.format(value, places: places)
    case .entries(let entries): entries.map(\.line).joined(separator: " | ")
    case .ranges, .missing: ""
    }
  }
}
