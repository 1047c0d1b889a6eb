import InvertedIndex

/// Hashes of words that tell the hash of their keys put together: polynomials over the bytes modulo the prime
/// 2⁶¹ − 1 (Karp and Rabin, 1987).
struct TextHashes {
  private struct Text {
    var hash: UInt64 = 0
    var length: UInt32 = 0
    var characters: UInt32 = 0
  }

  private static let prime: UInt64 = 1 << 61 - 1
  /// Any number below the prime: the first digits of π.
  private static let base: UInt64 = 0x0324_3F6A_8885_A308

  /// By number.
  private var texts: [Text]
  /// The powers of the base.
  private var powers: [UInt64]

  private init(_ texts: [Text], _ powers: [UInt64]) {
    (self.texts, self.powers) = (texts, powers)
  }

  /// The hash of each spelling's key in a segment.
  init(of segment: SegmentReader) throws {
    self.init([], [1])
    for term in 0..<segment.termCount {
      var text = Text()
      for byte in try segment.key(of: term) {
        text.hash = Self.multiply(text.hash, Self.base, adding: UInt64(byte) + 1)
        text.length += 1
        if byte & 0xC0 != 0x80 { text.characters += 1 }
      }
      while powers.count <= text.length {
        powers.append(Self.multiply(powers.last!, Self.base, adding: 0))
      }
      let spellings = try segment.spellings(of: term..<term + 1)
      texts += repeatElement(text, count: spellings.count)
    }
  }

  /// The hashes of some spellings, in their order.
  func texts(of spellings: [UInt32]) -> TextHashes {
    TextHashes(spellings.map { texts[Int($0)] }, powers)
  }

  /// The hash of the texts of some numbers put together, and how many characters they have.
  @inline(__always)
  func hash(of numbers: ArraySlice<UInt32>) -> (hash: UInt64, characters: Int) {
    numbers.withUnsafeBufferPointer { numbers in
      texts.withUnsafeBufferPointer { texts in
        powers.withUnsafeBufferPointer { powers in
          var (hash, characters) = (UInt64(0), 0)
          for number in numbers {
            let text = texts[Int(number)]
            hash = Self.multiply(hash, powers[Int(text.length)], adding: text.hash)
            characters += Int(text.characters)
          }
          return (hash, characters)
        }
      }
    }
  }

  /// `first · second + third` modulo the prime, of numbers below it.
  @inline(__always)
  private static func multiply(_ first: UInt64, _ second: UInt64, adding third: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    let sum = (product.low & prime) &+ (product.high << 3 | product.low >> 61) &+ third
    let rest = (sum & prime) &+ sum >> 61
    return rest >= prime ? rest &- prime : rest
  }
}
