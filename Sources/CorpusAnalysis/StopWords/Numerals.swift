/// Tells Han numbers: numerals, and a numeral with a measure word (一张, 第二个, 十几年).
public struct Numerals: Sendable {
  private let measures = Set(WordList.parse(PackageResources.measure_words_txt))
  private let exceptions = Set(WordList.parse(PackageResources.number_exceptions_txt))
  private static let digits = Set<Character>("〇零一二三四五六七八九十百千万亿兆两半几")

  public static let standard = Numerals()

  private init() {}

  /// - Parameter key: a Han word in search form.
  public func contains(_ key: ArraySlice<UInt8>) -> Bool {
    let word = String(decoding: key, as: UTF8.self)
    guard !exceptions.contains(word) else { return false }
    let ordinal = word.hasPrefix("第")
    let number = ordinal ? word.dropFirst() : word[...]
    let rest = number.drop { Self.digits.contains($0) }
    guard rest.count < number.count else { return false }
    // 三分之一, 百分之百
    if rest.hasPrefix("分之"), rest.dropFirst(2).allSatisfy(Self.digits.contains) { return true }
    var measure = rest.drop { $0 == "多" || $0 == "来" || $0 == "余" }
    if measure.last == "半" { measure = measure.dropLast() }
    return measure.isEmpty || measures.contains(String(measure))
  }
}
