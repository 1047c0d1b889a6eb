public import ICUSupport

/// Cuts text in search form into the words of an index: those of an engine, and what goes beyond ICU.
///
/// Other than ICU's are words of letters and symbols (`LetterRules`) and, with a lexicon, words that
/// begin with the measure word of a numeral (`NumeralRule`). A user's words are left as they are.
public final class SearchFormSegmenter: WordSegmenting {
  /// Changes with the rules and their lists.
  public static let rulesFingerprint = "1-" + WordData.fingerprint

  private let engine: any WordSegmenting
  private let letters = LetterRules()
  private let numerals: NumeralRule?
  private var edits = WordEdits()

  /// - Parameters:
  ///   - engine: gives the words of ICU and of users.
  ///   - lexicon: of the engine, if it has one; without it numerals have no rule.
  public init(_ engine: any WordSegmenting, _ lexicon: Lexicon? = nil) {
    self.engine = engine
    numerals = lexicon.map(NumeralRule.init)
  }

  public var fingerprint: String { "\(engine.fingerprint)/rules-\(Self.rulesFingerprint)" }

  public func segment(_ utf8: Span<UInt8>, into tokens: inout TokenBuffer) throws(ICUError) {
    try engine.segment(utf8, into: &tokens)
    // Taken out while they are filled, so that their storage stays their own.
    var edits = WordEdits()
    swap(&edits, &self.edits)
    defer { swap(&edits, &self.edits) }
    try look(at: tokens.tokens, utf8, &edits)
    edits.apply(to: &tokens)
  }

  private func look(
    at tokens: ArraySlice<Token>, _ utf8: Span<UInt8>, _ edits: inout WordEdits
  ) throws(ICUError) {
    for index in tokens.indices where index >= edits.end {
      switch tokens[index].kind {
      case .han:
        guard let numerals, numerals.isListed(tokens[index], utf8),
          numerals.isAfterNumeral(index, tokens, utf8)
        else { continue }
        try numerals.part(index, of: tokens, utf8, &edits, with: self)
      case .letters, .number, .hangul:
        letters.look(atLetters: index, of: tokens, utf8, &edits)
      case .symbol where LetterRules.isInNames(utf8[Int(tokens[index].start)]):
        letters.look(atSymbol: index, of: tokens, utf8, &edits)
      default: continue
      }
    }
  }
}
