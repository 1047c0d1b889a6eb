extension UserDictionary {
  /// The resolved entries as a dictionary file, each as `term⇥weight⇥tag`.
  ///
  /// Parsing it gives the same resolved entries, but for file names and line numbers.
  ///
  /// - Complexity: O(n log n).
  package var serialized: [UInt8] {
    var bytes: [UInt8] = []
    for entry in resolved() { bytes.append(contentsOf: entry.serialized.utf8) }
    return bytes
  }

  /// What decides how words are cut, as 16 hexadecimal digits: keys, actions and weights of the
  /// resolved entries.
  ///
  /// FNV-1a of 64 bits over, for each entry, its key, 0 (which is in no key), a byte for the
  /// action, and the bits of the weight, the lowest byte first (all 0 for none).
  ///
  /// - Complexity: O(n log n).
  package var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for entry in resolved() {
      let bits = (entry.weight ?? 0).bitPattern
      let weight = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
      for byte in entry.key + [0, entry.action.code] + weight {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension UserDictionary.Entry {
  /// A line with its LF. The tab is never left out, so that no line is taken for jieba's.
  fileprivate var serialized: String {
    let columns = [mark + term, weight.map(Self.digits) ?? ""] + (tag.isEmpty ? [] : [tag])
    return columns.joined(separator: "\t") + "\n"
  }

  /// What stands before the term. What follows a mark is literal and needs no backslash.
  private var mark: String {
    switch action {
    case .force: "!"
    case .remove: "-"
    case .add: ["-", "!", "#"].contains(term.unicodeScalars.first) ? "\\" : ""
    }
  }

  /// The shortest digits that give the same number again.
  private static func digits(_ weight: Double) -> String {
    let digits = weight.description
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }
}

extension UserDictionary.Entry.Action {
  /// The byte for fingerprints; never changes.
  fileprivate var code: UInt8 {
    switch self {
    case .add: 1
    case .force: 2
    case .remove: 3
    }
  }
}
