import ICUSupport

/// Changes to the tokens of a text, collected in their order and made all at once.
struct WordEdits {
  /// Tokens, and what takes their place.
  private var edits: [(replaced: Range<Int>, new: Range<Int>)] = []
  private var added = TokenBuffer()
  private var result = TokenBuffer()

  /// Behind the last token that is replaced.
  var end: Int { edits.last?.replaced.upperBound ?? 0 }

  /// Begins an edit; what is added until the next one takes the place of the tokens.
  mutating func replace(_ tokens: Range<Int>) {
    edits.append((tokens, added.count..<added.count))
  }

  /// Adds a token to the last edit.
  mutating func add(
    _ range: Range<Int>, _ kind: WordKind, lexiconID: UInt32 = Token.noLexiconID
  ) {
    added.append(range, kind, lexiconID: lexiconID)
    edits[edits.count - 1].new = edits.last!.new.lowerBound..<added.count
  }

  /// Adds tokens of a part of the text that begins at an offset.
  mutating func add(_ tokens: TokenBuffer, at offset: Int) {
    for token in tokens.tokens {
      add(
        offset + token.range.lowerBound..<offset + token.range.upperBound, token.kind,
        lexiconID: token.lexiconID)
    }
  }

  /// Makes the changes, and forgets them.
  mutating func apply(to tokens: inout TokenBuffer) {
    guard !edits.isEmpty else { return }
    var position = 0
    for (replaced, new) in edits {
      result.append(tokens.tokens[position..<replaced.lowerBound])
      result.append(added.tokens[new])
      position = replaced.upperBound
    }
    result.append(tokens.tokens[position...])
    swap(&tokens, &result)
    edits.removeAll(keepingCapacity: true)
    added.removeAll()
    result.removeAll()
  }
}
