/// The segments of one text, in order; together they cover all of it.
///
/// One buffer serves many texts: segmenters keep its storage.
public struct TokenBuffer: Sendable {
  /// The tokens, then room that earlier texts left.
  private var storage: [Token] = []
  public private(set) var count = 0

  public init() {}

  /// The segments. Indices begin at 0, as in all lists.
  public var tokens: ArraySlice<Token> { storage[..<count] }

  public var indices: Range<Int> { 0..<count }

  public subscript(index: Int) -> Token {
    precondition(index < count)
    return storage[index]
  }

  /// The bytes of the segment at `index`.
  public func range(_ index: Int) -> Range<Int> { self[index].range }

  /// What the segment at `index` is.
  public func kind(_ index: Int) -> WordKind { self[index].kind }

  public mutating func removeAll() { count = 0 }

  public mutating func append(
    _ range: Range<Int>, _ kind: WordKind, lexiconID: UInt32 = Token.noLexiconID
  ) {
    withWriter(room: 1) { writer in
      writer.write(
        UInt32(truncatingIfNeeded: range.lowerBound), UInt32(truncatingIfNeeded: range.upperBound),
        kind, lexiconID)
    }
  }

  /// Appends tokens as they are.
  mutating func append(_ others: ArraySlice<Token>) {
    makeRoom(for: others.count)
    storage.replaceSubrange(count..<count + others.count, with: others)
    count += others.count
  }

  /// Lets `body` write up to `room` tokens after those that are there.
  mutating func withWriter(room: Int, _ body: (inout TokenWriter) -> Void) {
    makeRoom(for: room)
    storage.withUnsafeMutableBufferPointer { storage in
      var writer = TokenWriter(storage, count: count)
      body(&writer)
      count = writer.count
    }
  }

  /// Makes sure that `additional` tokens can be written after those that are there.
  private mutating func makeRoom(for additional: Int) {
    let missing = count + additional - storage.count
    guard missing > 0 else { return }
    let more = max(missing, storage.count / 2)
    let none = Token(start: 0, end: 0, kind: .other, lexiconID: Token.noLexiconID)
    storage += repeatElement(none, count: more)
  }
}

extension TokenBuffer: Hashable {
  public static func == (first: Self, second: Self) -> Bool { first.tokens == second.tokens }

  public func hash(into hasher: inout Hasher) { hasher.combine(tokens) }
}
