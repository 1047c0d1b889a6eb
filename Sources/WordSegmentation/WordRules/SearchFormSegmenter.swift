public import ICUSupport

/// Cuts text in search form into the words of an index: those of an engine, and what goes beyond ICU.
///
/// Other than ICU's are some words of letters (`LetterRules`), names with symbols (`NameRules`) and, with a
/// lexicon, words that begin with the measure word of a numeral (`NumeralRule`). A user's words are left as they are.
public final class SearchFormSegmenter: WordSegmenting {
  /// Changes with the rules and their lists.
  public static let rulesFingerprint = "1-" + WordData.fingerprint

  private let engine: any WordSegmenting
  private let names = NameRules()
  private let numerals: NumeralRule?
  /// Of the numerals; without them no word passes.
  private let filter: [UInt64]
  private var edits = WordEdits()

  /// - Parameters:
  ///   - engine: gives the words of ICU and of users.
  ///   - lexicon: of the engine, if it has one; without it numerals have no rule.
  public init(_ engine: any WordSegmenting, _ lexicon: Lexicon? = nil) {
    self.engine = engine
    numerals = lexicon.map(NumeralRule.init)
    filter = numerals?.filter ?? [UInt64](repeating: 0, count: NumeralRule.filterSize)
  }

  public var fingerprint: String { "\(engine.fingerprint)/rules-\(Self.rulesFingerprint)" }

  public func segment(_ utf8: Span<UInt8>, into tokens: inout TokenBuffer) throws(ICUError) {
    try engine.segment(utf8, into: &tokens)
    // Taken out while they are filled, so that their storage stays their own.
    var edits = WordEdits()
    swap(&edits, &self.edits)
    defer { swap(&edits, &self.edits) }
    let start = try partWords(tokens.tokens, utf8, &edits)
    edits.apply(to: &tokens)
    guard let start else { return }
    cutPossessives(from: start, tokens.tokens, utf8, &edits)
    edits.apply(to: &tokens)
    joinNames(from: start, tokens.tokens, utf8, &edits)
    edits.apply(to: &tokens)
  }

  /// Parts words at joints and after numerals.
  ///
  /// - Returns: where the first token begins that the other rules may be about, if there is one.
  private func partWords(
    _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>, _ edits: inout WordEdits
  ) throws(ICUError) -> Int? {
    var start: Int?
    var index = next(from: 0, tokens.span, utf8)
    while index < tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .han: try part(index, of: tokens, utf8, &edits)
      case .symbol: start = start ?? Int(token.start)
      default:
        LetterRules.part(index, of: tokens, utf8, &edits)
        if edits.end > index || LetterRules.mayBePossessive(token, utf8) {
          // An apostrophe before it is a token of its own.
          start = start ?? max(0, Int(token.start) - 1)
        }
      }
      index = next(from: max(index + 1, edits.end), tokens.span, utf8)
    }
    return start
  }

  /// The next token that a rule may be about.
  private func next(from index: Int, _ tokens: Span<Token>, _ utf8: Span<UInt8>) -> Int {
    var index = index
    while index < tokens.count, !mayChange(tokens[index], utf8) { index += 1 }
    return index
  }

  @inline(__always)
  private func mayChange(_ token: Token, _ utf8: Span<UInt8>) -> Bool {
    switch token.kind {
    case .han: NumeralRule.mayBeListed(token, filter)
    case .letters, .number, .hangul: true
    case .symbol: NameRules.isInNames(utf8[Int(token.start)])
    default: false
    }
  }

  private func part(
    _ index: Int, of tokens: ArraySlice<Token>, _ utf8: Span<UInt8>, _ edits: inout WordEdits
  ) throws(ICUError) {
    guard let numerals, numerals.isListed(tokens[index], utf8),
      numerals.isAfterNumeral(index, tokens, utf8)
    else { return }
    try numerals.part(index, of: tokens, utf8, &edits, with: self)
  }

  private func cutPossessives(
    from start: Int, _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>, _ edits: inout WordEdits
  ) {
    for index in first(from: start, tokens)..<tokens.endIndex where tokens[index].kind == .letters {
      LetterRules.cutPossessive(at: index, of: tokens, utf8, &edits)
    }
  }

  private func joinNames(
    from start: Int, _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>, _ edits: inout WordEdits
  ) {
    for index in first(from: start, tokens)..<tokens.endIndex
    where tokens[index].kind == .symbol && NameRules.isInNames(utf8[Int(tokens[index].start)]) {
      names.look(at: index, of: tokens, utf8, &edits)
    }
  }

  private func first(from start: Int, _ tokens: ArraySlice<Token>) -> Int {
    tokens.firstIndex { Int($0.start) >= start } ?? tokens.endIndex
  }
}
