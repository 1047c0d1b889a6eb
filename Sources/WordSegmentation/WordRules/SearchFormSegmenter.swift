public import ICUSupport

/// Cuts text in search form into the words of an index: those of an engine, and what goes beyond ICU.
///
/// Other than ICU's are some words of letters (`LetterRules`), names with symbols (`NameRules`) and, with a
/// lexicon, words that begin with the measure word of a numeral or end in erhua (`HanRules`). A user's words are left
/// as they are.
public final class SearchFormSegmenter: WordSegmenting {
  /// Changes with the rules and their lists.
  public static let rulesFingerprint = "1-" + WordData.fingerprint

  private let engine: any WordSegmenting
  private let rules: WordRules
  private var work = Work()

  /// What is noted of one text.
  private struct Work {
    var edits = WordEdits()
    /// In bytes, in ascending order.
    var places: [Range<Int>] = []
  }

  /// - Parameters:
  ///   - engine: gives the words of ICU and of users.
  ///   - rules: those of the engine's lexicon, if it has one.
  public init(_ engine: any WordSegmenting, _ rules: WordRules = .withoutLexicon) {
    (self.engine, self.rules) = (engine, rules)
  }

  public var fingerprint: String { "\(engine.fingerprint)/rules-\(Self.rulesFingerprint)" }

  public func segment(_ utf8: Span<UInt8>, into tokens: inout TokenBuffer) throws(ICUError) {
    try engine.segment(utf8, into: &tokens)
    // Taken out while it is filled, so that its storage stays its own.
    var work = Work()
    swap(&work, &self.work)
    defer { swap(&work, &self.work) }
    work.places.removeAll(keepingCapacity: true)
    try partWords(tokens.tokens, utf8, &work)
    work.edits.apply(to: &tokens)
    guard !work.places.isEmpty else { return }
    Self.visit(work.places, tokens.tokens) { index, tokens in
      guard tokens[index].kind == .letters else { return }
      LetterRules.cutPossessive(at: index, of: tokens, utf8, &work.edits)
    }
    work.edits.apply(to: &tokens)
    Self.visit(work.places, tokens.tokens) { index, tokens in
      guard tokens[index].kind == .symbol, NameRules.isInNames(utf8[Int(tokens[index].start)])
      else { return }
      rules.names.look(at: index, of: tokens, utf8, &work.edits)
    }
    work.edits.apply(to: &tokens)
  }

  /// Parts words at joints and after numerals, and notes places that the other rules may be about.
  private func partWords(
    _ tokens: ArraySlice<Token>, _ utf8: Span<UInt8>, _ work: inout Work
  ) throws(ICUError) {
    var index = next(from: 0, tokens.span, utf8)
    while index < tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .han: try rules.han?.part(index, of: tokens, utf8, &work.edits, with: self)
      case .symbol: work.places.append(token.range)
      default:
        LetterRules.part(index, of: tokens, utf8, &work.edits)
        if work.edits.end > index || LetterRules.mayBePossessive(token, utf8) {
          work.places.append(token.range)
        }
      }
      index = next(from: max(index + 1, work.edits.end), tokens.span, utf8)
    }
  }

  /// Calls `body` with each token that begins at one of some places, in order.
  private static func visit(
    _ places: [Range<Int>], _ tokens: ArraySlice<Token>, _ body: (Int, ArraySlice<Token>) -> Void
  ) {
    for place in places {
      var index = firstIndex(from: place.lowerBound, tokens)
      while index < tokens.endIndex, Int(tokens[index].start) < place.upperBound {
        body(index, tokens)
        index += 1
      }
    }
  }

  /// The first token that begins at an offset or behind it, by binary search.
  private static func firstIndex(from offset: Int, _ tokens: ArraySlice<Token>) -> Int {
    var (first, last) = (tokens.startIndex, tokens.endIndex)
    while first < last {
      let middle = (first + last) / 2
      if Int(tokens[middle].start) < offset { first = middle + 1 } else { last = middle }
    }
    return first
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
    case .han: rules.han?.mayBeListed(token) ?? false
    case .letters, .number, .hangul: true
    case .symbol: NameRules.isInNames(utf8[Int(token.start)])
    default: false
    }
  }
}
