/// What a word is that stands for a number in JSON.
enum JSONNumber {
  /// As the parser reads it.
  case fine
  /// An integer that may have more than 64 bits.
  case long
  /// No number, or one that no `Double` holds.
  case unknown

  /// - Returns: `nil` for a word that is neither a number by JSON's grammar nor a name of what is none.
  init?(_ word: ArraySlice<UInt8>) {
    guard let grammar = Grammar(word) else {
      guard ["nan", "inf", "infinity"].contains(word.string.lowercased().drop { $0 == "-" }) else {
        return nil
      }
      self = .unknown
      return
    }
    let isHuge = grammar.hasExponent || word.count > 300
    if isHuge, Double(word.string).map({ !$0.isFinite }) ?? true {
      self = .unknown
    } else {
      self = grammar.isInteger && word.count > 18 ? .long : .fine
    }
  }

  /// The parts that a number has: `-`, digits without a leading zero, a fraction, an exponent.
  private struct Grammar {
    private(set) var isInteger = true
    private(set) var hasExponent = false

    /// - Returns: `nil` for what is no number.
    init?(_ word: ArraySlice<UInt8>) {
      var rest = word
      if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      let isZero = rest.first == UInt8(ascii: "0")
      let count = Self.dropDigits(&rest)
      guard count > 0, !isZero || count == 1 else { return nil }
      if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        isInteger = false
        guard Self.dropDigits(&rest) > 0 else { return nil }
      }
      if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
        rest = rest.dropFirst()
        (isInteger, hasExponent) = (false, true)
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
          rest = rest.dropFirst()
        }
        guard Self.dropDigits(&rest) > 0 else { return nil }
      }
      guard rest.isEmpty else { return nil }
    }

    private static func dropDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
      let digits = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(digits)
      return digits
    }
  }
}
