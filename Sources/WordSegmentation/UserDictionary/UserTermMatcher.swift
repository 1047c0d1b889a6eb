import ICUSupport

/// Finds terms in a text, all of them, overlapping ones too; both are in search form.
struct UserTermMatcher: Sendable {
  /// A term where it stands, as a range of bytes.
  struct Match {
    let range: Range<Int>
    /// The term's number.
    let term: Int
  }

  /// The children of each node of a trie over code points.
  private var children: [[UInt32: Int]] = [[:]]
  /// The term that ends at each node, or −1.
  private var terms = [-1]
  /// A bit for each code point below U+10000 that begins a term: most text stops here.
  private var firsts = [UInt64](repeating: 0, count: 1_024)

  /// - Parameter keys: search forms, with white space as single spaces.
  init(_ keys: [[UInt8]]) {
    for (number, key) in keys.enumerated() {
      var node = 0
      for scalar in String(decoding: key, as: UTF8.self).unicodeScalars {
        if node == 0, scalar.value < 0x10000 {
          firsts[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
        }
        node = child(of: node, scalar.value)
      }
      terms[node] = number
    }
  }

  private mutating func child(of node: Int, _ scalar: UInt32) -> Int {
    if let child = children[node][scalar] { return child }
    children[node][scalar] = children.count
    children.append([:])
    terms.append(-1)
    return children.count - 1
  }

  /// All places where terms stand, by their start, then their end.
  ///
  /// - Complexity: O(n), and the length of a term at each place where one may begin.
  func matches(in form: Span<UInt8>) -> [Match] {
    var matches: [Match] = []
    var position = 0
    while position < form.count {
      let scalar = UTF8Scalar.decode(form, at: position)
      let mayBegin =
        scalar.value >= 0x10000
        || firsts[Int(scalar.value >> 6)] >> UInt64(scalar.value & 63) & 1 == 1
      if mayBegin { addMatches(in: form, at: position, to: &matches) }
      position += scalar.length
    }
    return matches
  }

  /// White space on one line: a line feed ends a cue, and with it every word.
  private static func isSpace(_ scalar: UInt32) -> Bool {
    scalar != 0x0A && CharacterProperties.isWhiteSpace(scalar)
  }

  private func addMatches(
    in form: Span<UInt8>, at start: Int, to matches: inout [Match]
  ) {
    var node = 0
    var position = start
    while position < form.count {
      let scalar = UTF8Scalar.decode(form, at: position)
      var next = position + scalar.length
      var value = scalar.value
      if Self.isSpace(value) {
        // Any white space between the words of a term will do.
        value = 0x20
        while next < form.count {
          let scalar = UTF8Scalar.decode(form, at: next)
          guard Self.isSpace(scalar.value) else { break }
          next += scalar.length
        }
      }
      guard let child = children[node][value] else { return }
      (node, position) = (child, next)
      if terms[node] >= 0 { matches.append(Match(range: start..<position, term: terms[node])) }
    }
  }
}
