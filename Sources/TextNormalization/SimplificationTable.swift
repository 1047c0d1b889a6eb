import ICUSupport

/// ICU's rules of `Traditional-Simplified` and the package's exceptions, compiled for one pass over UTF-8.
struct SimplificationTable: Sendable {
  /// A rule of several characters, without its first one.
  struct Rule: Sendable {
    /// What must follow the first character, in UTF-8.
    let rest: [UInt8]
    /// What all of it becomes, in UTF-8.
    let result: [UInt8]
    /// Whether character for character has the same length, so that offsets stay.
    let isAligned: Bool
    /// The rule does not fit before these, in UTF-8.
    var blockers: [[UInt8]] = []
  }

  /// For each code point `number << 2`, bit 0 if it has a result of its own, bit 1 if rules of
  /// several characters begin with it.
  let values: CodePointTable
  /// Results of single code points, by number.
  let singles: [UInt32]
  /// Rules that begin with a code point, by number, the longest first.
  let rules: [[Rule]]

  static let shared = Result<SimplificationTable, ICUError> { () throws(ICUError) in
    let rules = try SimplificationRules.shared.get()
    return SimplificationTable(rules, SimplificationExceptions(rules))
  }

  /// - Parameter exceptions: come before ICU's rules of the same length; `nil` for ICU's rules alone.
  init(_ source: SimplificationRules, _ exceptions: SimplificationExceptions? = nil) {
    let added = Dictionary(grouping: exceptions?.words ?? []) { $0.from[0] }
    let byFirst = Dictionary(grouping: source.multiple) { $0.from[0] }
    var values: [UInt32: UInt32] = [:]
    var singles: [UInt32] = []
    var rules: [[Rule]] = []
    for scalar in Set(byFirst.keys).union(source.single.keys).union(added.keys).sorted() {
      let own =
        (added[scalar] ?? []).map { Rule($0, exceptions!) } + (byFirst[scalar] ?? []).map(Rule.init)
      let flags: UInt32 = (source.single[scalar] != nil ? 1 : 0) | (own.isEmpty ? 0 : 2)
      values[scalar] = UInt32(singles.count) << 2 | flags
      singles.append(source.single[scalar] ?? scalar)
      // Sorting is stable: exceptions stay before rules of the same length.
      rules.append(own.sorted { $0.rest.count > $1.rest.count })
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
      let end = position + rule.rest.count
      if !rule.blockers.contains(where: { Self.matches($0, utf8, at: end) }) { return rule }
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
  fileprivate init(_ word: (from: [UInt32], to: [UInt32]), _ exceptions: SimplificationExceptions) {
    self.init(word)
    if word.from.last == SimplificationExceptions.qian { blockers = exceptions.dryFollowers }
  }

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
