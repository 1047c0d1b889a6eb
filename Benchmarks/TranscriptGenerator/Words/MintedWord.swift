/// Words that no dictionary lists, as many as are asked for.
enum MintedWord {
  private static let consonants = Array("bdfghjklmnprstvz".utf8)
  private static let vowels = Array("aeiou".utf8)
  private static let syllables = 80

  /// A made-up name in Latin letters; each number has its own.
  ///
  /// - Parameter number: below 80⁵; small ones give short names.
  static func letters(_ number: Int) -> [UInt8] {
    var (count, room, number) = (2, syllables * syllables, number)
    while number >= room {
      number -= room
      room *= syllables
      count += 1
    }
    // A factor without 2 and 5 visits every one of the 80ⁿ names once.
    let bits = RandomSource.mixed(UInt64(number) << 8 | UInt64(count))
    var rest = number &* 48_271 % room
    var word: [UInt8] = []
    for _ in 0..<count {
      word.append(consonants[rest % 16])
      word.append(vowels[rest / 16 % 5])
      rest /= syllables
    }
    if bits & 3 == 0 { word.append(consonants[Int(bits >> 8 & 15)]) }
    if bits & 4 == 0 { word[0] -= 0x20 }
    return word
  }

  /// Digits; each number has its own.
  static func digits(_ number: Int) -> [UInt8] { Array(String(number + 1).utf8) }
}
