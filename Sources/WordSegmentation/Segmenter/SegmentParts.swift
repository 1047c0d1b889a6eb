import ICUSupport

/// Turns words found inside a segment into its parts: the edges of a run of Han and kana are no
/// boundaries, only what lies between its words is.
struct SegmentParts {
  private let segment: SegmentRun.Pending
  private let lexicon: Lexicon
  /// Where the part at hand begins.
  private var start: Int
  /// The word found last, with its id.
  private var last: (range: Range<Int>, id: UInt32) = (0..<0, Token.noLexiconID)

  init(_ segment: SegmentRun.Pending, _ lexicon: Lexicon) {
    self.segment = segment
    self.lexicon = lexicon
    start = segment.range.lowerBound
  }

  /// Takes the next word of a run.
  mutating func add(
    _ word: Range<Int>, id: UInt32, isEdge: Bool, _ utf8: Span<UInt8>,
    into tokens: inout TokenBuffer
  ) {
    // Inside what came of one character, no boundary has a place; such words are joined.
    let joins = word.lowerBound < word.upperBound && last.range.upperBound <= word.lowerBound
    last =
      joins
      ? (word, id)
      : (min(last.range.lowerBound, word.lowerBound)..<word.upperBound, Token.noLexiconID)
    guard !isEdge, word.upperBound > start, word.upperBound < segment.range.upperBound else {
      return
    }
    close(at: word.upperBound, utf8, into: &tokens)
  }

  mutating func finish(_ utf8: Span<UInt8>, into tokens: inout TokenBuffer) {
    close(at: segment.range.upperBound, utf8, into: &tokens)
  }

  private mutating func close(
    at end: Int, _ utf8: Span<UInt8>, into tokens: inout TokenBuffer
  ) {
    let range = start..<end
    let id = last.range == range ? last.id : Token.noLexiconID
    if id == WordLattice.userID {
      tokens.append(range, .user)
    } else {
      tokens.append(range, kind(of: range, utf8), lexiconID: id)
    }
    start = end
  }

  /// Appends a segment, or what a user's terms leave of it, as it is.
  static func append(
    _ segment: SegmentRun.Pending, of utf8: Span<UInt8>, _ lexicon: Lexicon,
    to tokens: inout TokenBuffer
  ) {
    var parts = SegmentParts(segment, lexicon)
    parts.finish(utf8, into: &tokens)
  }

  private func kind(of range: Range<Int>, _ utf8: Span<UInt8>) -> WordKind {
    var all: CharacterClasses.Properties = []
    var first: CharacterClasses.Properties?
    var position = range.lowerBound
    while position < range.upperBound {
      let scalar = UTF8Scalar.decode(utf8, at: position)
      let properties = lexicon.properties(of: scalar.value)
      all.formUnion(properties)
      first = first ?? properties
      position += scalar.length
    }
    return WordKind(
      status: segment.status, properties: all.rawValue, first: (first ?? []).rawValue)
  }
}
