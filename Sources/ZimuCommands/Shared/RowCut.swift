import Reporting

/// What a limit left out of a table.
struct RowCut {
  let shown: Int
  /// How many there are without the limit; `nil` where it is only known that there are more.
  let all: Int?
  let noun: String
  /// The options that show all.
  let remedy: String

  /// - Returns: `nil` if nothing was left out.
  init?(shown: Int, all: Int, noun: String = "rows", remedy: String = "--top all") {
    guard shown < all else { return nil }
    (self.shown, self.all, self.noun, self.remedy) = (shown, all, noun, remedy)
  }

  /// A table of which only is known whether there are more rows.
  init?(shown: Int, hasMore: Bool) {
    guard hasMore else { return nil }
    (self.shown, all, noun, remedy) = (shown, nil, "rows", "--top all")
  }

  /// For example `50 of 27,715 rows; --top all for all.`
  var sentence: String {
    let shown = FixedDecimal.grouped(shown)
    guard let all else {
      return (self.shown == 1 ? "The first one" : "The first \(shown) \(noun)")
        + "; \(remedy) for all."
    }
    return "\(shown) of \(FixedDecimal.grouped(all)) \(noun); \(remedy) for all."
  }
}
