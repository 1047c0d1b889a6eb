/// What is said in a line of CHAT, without its codes (The CHAT Manual, chapters 8 to 11).
///
/// Taken out are: all in square brackets (`[//]`, `[: went]`, `[=! laughs]`); angle brackets around words; words
/// with `&` in front (`&-um`, `&+fr`, `&~baba`, `&=laughs`, `&*INV:hm`); what nobody understands or writes down
/// (`xxx`, `yyy`, `www`); omitted words (`0is`); pauses (`(.)`, `(..)`, `(1.5)`); linkers and special terminators,
/// which begin with `+` (`+...`, `+/.`, `+<`); the full stop that ends an utterance; what follows `@` in a word
/// (`wow@i`, `好@s`); round brackets and colons in a word (`(be)cause`, `no:`); and the arrows and half brackets
/// of conversation analysis. `_` joins words that are one: it is a space.
struct ChatUtterance {
  private(set) var text: [UInt8] = []
  private(set) var start: Int?
  private(set) var end: Int?

  private static let bullet: UInt8 = 0x15
  private static let unknown: Set<String> = ["xxx", "yyy", "www", "xx", "yy", "ww", "."]
  private static let signs: Set<Unicode.Scalar> = [
    "⌈", "⌉", "⌊", "⌋", "↑", "↓", "↗", "↘", "→", "⇗", "⇘", "∆", "∇", "°", "▁", "▔", "☺", "♋", "⁇",
    "∬", "∮",
    "„", "‡", "≋", "≡", "∞", "⁎", "∙", "^",
  ]

  /// - Complexity: O(n).
  init(_ line: ArraySlice<UInt8>) {
    var position = line.startIndex
    // Brackets and bullets that nothing closes are looked for once.
    var (brackets, bullets) = (true, true)
    while position < line.endIndex {
      let byte = line[position]
      if byte == UInt8(ascii: "["), brackets {
        if let close = line[position...].offset(of: UInt8(ascii: "]")) {
          position = close + 1
          continue
        }
        brackets = false
      }
      if byte == Self.bullet, bullets {
        if let close = line[(position + 1)...].offset(of: Self.bullet) {
          takeTimes(line[(position + 1)..<close])
          position = close + 1
          continue
        }
        bullets = false
      }
      if Self.parts(byte) {
        position += 1
      } else {
        let word = line[position...].prefix {
          !Self.parts($0) && ($0 != Self.bullet || !bullets)
            && ($0 != UInt8(ascii: "[") || !brackets)
        }
        append(word.isEmpty ? line[position...position] : word)
        position += max(word.count, 1)
      }
    }
  }

  private static func parts(_ byte: UInt8) -> Bool {
    byte <= 0x20 && byte != bullet || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
  }

  /// `1000_3500`, which may have the name of a file in front. The first start and the last end count.
  private mutating func takeTimes(_ bullet: ArraySlice<UInt8>) {
    let parts = bullet.split(separator: UInt8(ascii: "_")).suffix(2).map {
      TimeCode.digits($0.trimmed)
    }
    guard parts.count == 2, let first = parts[0], let last = parts[1] else { return }
    start = start ?? first
    end = last
  }

  private mutating func append(_ word: ArraySlice<UInt8>) {
    if Self.isPlain(word) { return join(word) }
    guard !Self.isCode(word) else { return }
    var spoken = word
    if let sign = word.dropFirst().firstIndex(of: UInt8(ascii: "@")) { spoken = word[..<sign] }
    var scalars = String.UnicodeScalarView()
    for scalar in spoken.string.unicodeScalars where !Self.signs.contains(scalar) {
      switch scalar {
      case "(", ")", ":": break
      case "_": scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    join(Array(String(scalars).utf8)[...])
  }

  /// Adds a word; marks of punctuation stand right behind the word in front of them.
  private mutating func join(_ word: ArraySlice<UInt8>) {
    guard !word.isEmpty else { return }
    let isMark = word.allSatisfy { ",;?!".utf8.contains($0) }
    if !text.isEmpty, !isMark { text.append(0x20) }
    text += word
  }

  /// Whether a word is nothing but ASCII letters or Han, as most are.
  private static func isPlain(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.first != UInt8(ascii: "x"), word.first != UInt8(ascii: "y"),
      word.first != UInt8(ascii: "w")
    else { return false }
    return word.allSatisfy { 0x61...0x7A ~= $0 }
      || word.allSatisfy { $0 >= 0x80 } && word.first! >= 0xE4
        && word.first! <= 0xE9
  }

  private static func isCode(_ word: ArraySlice<UInt8>) -> Bool {
    switch word[word.startIndex] {
    case UInt8(ascii: "+"): true
    case UInt8(ascii: "&"): word.count > 1
    case UInt8(ascii: "0"):
      word.count == 1 || word.dropFirst().first.map { !(0x30...0x39 ~= $0) } ?? false
    case UInt8(ascii: "("):
      word.dropFirst().first != UInt8(ascii: ")")
        && word.dropFirst().allSatisfy { ".:)0123456789".utf8.contains($0) }
    default: word.count < 4 && unknown.contains(word.string)
    }
  }
}
