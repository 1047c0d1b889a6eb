/// The number of the episode in a file's name.
enum NameNumber {
  /// Digits of a number, at the most.
  private static let mostDigits = 5
  /// What may stand between a mark and its number.
  private static let separators: Set<Character> = [".", " ", "-", "_", "#"]
  private static let units: Set<Character> = ["期", "集", "回", "话", "話", "讲", "講", "辑", "輯"]

  /// The first number that a mark before it, or around it, shows to be the episode's.
  static func find(in name: String) -> Int? {
    let text = Array(name.lowercased())
    return text.indices.lazy.compactMap { index in
      text[index] == "第" ? counted(text[(index + 1)...]) : marked(text, at: index)
    }.first
  }

  /// `第12期`, `第十二集`: the number and its unit.
  private static func counted(_ text: ArraySlice<Character>) -> Int? {
    let text = text.drop { $0 == " " }
    let numeral = text.prefix { isDigit($0) || hanDigits[$0] != nil || hanUnits[$0] != nil }
    let after = text.dropFirst(numeral.count).first { $0 != " " }
    guard !numeral.isEmpty, let after, units.contains(after) else { return nil }
    return numeral.allSatisfy(isDigit) ? number(numeral) : hanNumber(numeral)
  }

  /// `EP64`, `E023`, `S01E05`, `vol.3`, `No.12`, `#12`.
  private static func marked(_ text: [Character], at index: Int) -> Int? {
    guard index == 0 || !isLetter(text[index - 1]) && !isDigit(text[index - 1]) else { return nil }
    let rest = text[index...]
    for mark in ["episode", "ep", "vol"] where rest.starts(with: mark) {
      let after = rest.dropFirst(mark.count)
      return number(at: after.dropFirst(after.prefix(2).prefix { separators.contains($0) }.count))
    }
    for mark in ["no.", "#", "e"] where rest.starts(with: mark) {
      return number(at: rest.dropFirst(mark.count))
    }
    guard rest.first == "s" else { return nil }
    let season = rest.dropFirst().prefix(while: isDigit)
    let after = rest.dropFirst(1 + season.count)
    return season.isEmpty || after.first != "e" ? nil : number(at: after.dropFirst())
  }

  /// A number which no letter or digit follows.
  private static func number(at text: ArraySlice<Character>) -> Int? {
    let digits = text.prefix(while: isDigit)
    if let next = text.dropFirst(digits.count).first, isLetter(next) { return nil }
    return number(digits)
  }

  private static func number(_ digits: ArraySlice<Character>) -> Int? {
    digits.count <= mostDigits ? Int(String(digits)) : nil
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func isLetter(_ character: Character) -> Bool { ("a"..."z").contains(character) }

  private static let hanDigits: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]
  private static let hanUnits: [Character: Int] = ["十": 10, "百": 100, "千": 1000]

  /// 十二, 二十, 一百零五; and digits alone, 一二三.
  private static func hanNumber(_ numeral: ArraySlice<Character>) -> Int? {
    guard numeral.count <= 9, !numeral.contains(where: isDigit) else { return nil }
    guard numeral.contains(where: { hanUnits[$0] != nil }) else {
      return numeral.reduce(0) { 10 * $0 + hanDigits[$1]! }
    }
    var (sum, digit) = (0, 0)
    for character in numeral {
      if let unit = hanUnits[character] {
        sum += max(digit, 1) * unit
        digit = 0
      } else {
        digit = hanDigits[character]!
      }
    }
    return sum + digit
  }
}
