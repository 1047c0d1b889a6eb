public import ICUSupport

/// Words as ICU's word break iterator cuts them, with its dictionary for Han and kana.
///
/// The reference that faster engines are held to.
public final class ICUWordSegmenter: WordSegmenting {
  private let breaks: WordBreaks
  private var text = UTF16Text()
  private var ends: [Int32] = []
  private var statuses: [Int32] = []

  /// - Throws: `ICUError` when ICU's rules or dictionary cannot be opened.
  public init() throws(ICUError) {
    breaks = try WordBreaks()
  }

  /// The same for all values of the process.
  public static var fingerprint: String { "icu-\(ICUVersion.library)" }

  public var fingerprint: String { Self.fingerprint }

  public func segment(_ utf8: Span<UInt8>, into tokens: inout TokenBuffer) throws(ICUError) {
    tokens.removeAll()
    try text.replace(utf8: utf8)
    try breaks.segment(text.units, ends: &ends, statuses: &statuses)
    var start = 0
    for index in ends.indices {
      let end = Int(ends[index])
      let kind = kind(of: start..<end, status: statuses[index])
      tokens.append(Int(text.offsets[start])..<Int(text.offsets[end]), kind)
      start = end
    }
  }

  /// ICU says number, letter or dictionary word; the scripts inside say the rest.
  private func kind(of range: Range<Int>, status: Int32) -> WordKind {
    switch status {
    // ICU says number of whatever ends in digits: GPT4 is letters here.
    case 100..<200 where !contains(CharacterProperties.isLetter, in: range): .number
    case 100..<300: text.units.scalar(at: range.lowerBound).isHangul ? .hangul : .letters
    case 300..<400: .kana
    case 400..<500: dictionaryKind(of: range)
    default: separatorKind(of: range)
    }
  }

  private func dictionaryKind(of range: Range<Int>) -> WordKind {
    contains({ CharacterProperties.script(of: $0) == .han }, in: range) ? .han : .kana
  }

  private func contains(_ property: (UInt32) -> Bool, in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.units.scalar(at: index)
      if property(scalar) { return true }
      index += scalar > 0xFFFF ? 2 : 1
    }
    return false
  }

  private func separatorKind(of range: Range<Int>) -> WordKind {
    let scalar = text.units.scalar(at: range.lowerBound)
    return CharacterProperties.isPunctuationOrSymbol(scalar) ? .symbol : .other
  }
}

extension UInt32 {
  fileprivate var isHangul: Bool { CharacterProperties.script(of: self) == .hangul }
}
