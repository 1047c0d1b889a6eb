import ICUSupport

/// ICU's rules of `Traditional-Simplified`, compiled for one pass over UTF-8.
struct SimplificationTable: Sendable {
  /// A rule of several characters, without its first one.
  struct Rule: Sendable {
    /// What must follow the first character, in UTF-8.
    let rest: [UInt8]
    /// What all of it becomes, in UTF-8.
    let result: [UInt8]
    /// Whether character for character has the same length, so that offsets stay.
    let isAligned: Bool
  }

  /// For each code point `number << 2`, bit 0 if it has a result of its own, bit 1 if rules of
  /// several characters begin with it.
  let values: CodePointTable
  /// Results of single code points, by number.
  let singles: [UInt32]
  /// Rules that begin with a code point, by number, the longest first.
  let rules: [[Rule]]

  static let shared = Result<SimplificationTable, ICUError> { () throws(ICUError) in
    SimplificationTable(try SimplificationRules.shared.get())
  }

  private init(_ source: SimplificationRules) {
    let byFirst = Dictionary(grouping: source.multiple) { $0.from[0] }
    var values: [UInt32: UInt32] = [:]
    var singles: [UInt32] = []
    var rules: [[Rule]] = []
    for scalar in Set(byFirst.keys).union(source.single.keys).sorted() {
      let flags: UInt32 = (source.single[scalar] != nil ? 1 : 0) | (byFirst[scalar] != nil ? 2 : 0)
      values[scalar] = UInt32(singles.count) << 2 | flags
      singles.append(source.single[scalar] ?? scalar)
      rules.append((byFirst[scalar] ?? []).map(Rule.init).sorted { $0.rest.count > $1.rest.count })
    }
    self.values = CodePointTable(values)
    self.singles = singles
    self.rules = rules
  }

  /// The longest rule that fits.
  ///
  /// - Parameters:
  ///   - value: of the first character.
  ///   - position: after the first character.
  func longestRule(_ value: UInt32, _ utf8: Span<UInt8>, after position: Int) -> Rule? {
    for rule in rules[Int(value >> 2)] where Self.matches(rule.rest, utf8, at: position) {
      return rule
    }
    return nil
  }

  private static func matches(_ bytes: [UInt8], _ utf8: Span<UInt8>, at position: Int) -> Bool {
    guard bytes.count <= utf8.count - position else { return false }
    for index in bytes.indices where bytes[index] != utf8[position + index] { return false }
    return true
  }
}

extension SimplificationTable.Rule {
  fileprivate init(_ rule: (from: [UInt32], to: [UInt32])) {
    let lengths = { (scalars: [UInt32]) in
      scalars.map { scalar in
        var bytes: [UInt8] = []
        bytes.append(utf8: scalar)
        return bytes
      }
    }
    let (from, to) = (lengths(rule.from), lengths(rule.to))
    rest = Array(from.dropFirst().joined())
    result = Array(to.joined())
    isAligned = from.map(\.count) == to.map(\.count)
  }
}
