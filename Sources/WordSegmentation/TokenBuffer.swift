/// The segments of one text: where each starts and ends, its kind, and its entry in the lexicon.
///
/// The four lists have equal lengths. Segments are in order and cover all of the text. One buffer
/// serves many texts: segmenters keep its storage.
public struct TokenBuffer: Sendable {
  /// The lexicon id of a segment that is no word of the lexicon.
  public static let noLexiconID: UInt32 = 0xFF_FFFF

  /// Each array holds the tokens, then room that earlier texts left.
  private var startStorage: [UInt32] = []
  private var endStorage: [UInt32] = []
  private var kindStorage: [WordKind] = []
  private var idStorage: [UInt32] = []
  public private(set) var count = 0

  public init() {}

  /// UTF-8 byte offsets of the first byte of each segment. Indices begin at 0, as in all lists.
  public var starts: ArraySlice<UInt32> { startStorage[..<count] }

  /// UTF-8 byte offsets after the last byte of each segment.
  public var ends: ArraySlice<UInt32> { endStorage[..<count] }

  public var kinds: ArraySlice<WordKind> { kindStorage[..<count] }

  /// For words that the lexicon lists a number below 2²⁴, the same wherever the word stands; else
  /// `noLexiconID`.
  public var lexiconIDs: ArraySlice<UInt32> { idStorage[..<count] }

  public var indices: Range<Int> { 0..<count }

  /// The bytes of the segment at `index`.
  public func range(_ index: Int) -> Range<Int> {
    precondition(index < count)
    return Int(startStorage[index])..<Int(endStorage[index])
  }

  /// What the segment at `index` is.
  public func kind(_ index: Int) -> WordKind {
    precondition(index < count)
    return kindStorage[index]
  }

  /// The lexicon id of the segment at `index`, see `lexiconIDs`.
  public func lexiconID(_ index: Int) -> UInt32 {
    precondition(index < count)
    return idStorage[index]
  }

  public mutating func removeAll() { count = 0 }

  public mutating func append(
    _ range: Range<Int>, _ kind: WordKind, lexiconID: UInt32 = noLexiconID
  ) {
    makeRoom(for: 1)
    startStorage[count] = UInt32(truncatingIfNeeded: range.lowerBound)
    endStorage[count] = UInt32(truncatingIfNeeded: range.upperBound)
    kindStorage[count] = kind
    idStorage[count] = lexiconID
    count += 1
  }

  /// Lets `body` write up to `room` tokens after those that are there.
  mutating func withWriter(room: Int, _ body: (inout TokenWriter) -> Void) {
    makeRoom(for: room)
    startStorage.withUnsafeMutableBufferPointer { starts in
      endStorage.withUnsafeMutableBufferPointer { ends in
        kindStorage.withUnsafeMutableBufferPointer { kinds in
          idStorage.withUnsafeMutableBufferPointer { ids in
            var writer = TokenWriter(
              starts: starts, ends: ends, kinds: kinds, ids: ids, count: count)
            body(&writer)
            count = writer.count
          }
        }
      }
    }
  }

  /// Makes sure that `additional` tokens can be written after those that are there.
  private mutating func makeRoom(for additional: Int) {
    let missing = count + additional - startStorage.count
    guard missing > 0 else { return }
    let more = max(missing, startStorage.count / 2)
    startStorage += repeatElement(0, count: more)
    endStorage += repeatElement(0, count: more)
    kindStorage += repeatElement(.other, count: more)
    idStorage += repeatElement(Self.noLexiconID, count: more)
  }
}

extension TokenBuffer: Hashable {
  public static func == (first: Self, second: Self) -> Bool {
    first.ends == second.ends && first.starts == second.starts && first.kinds == second.kinds
      && first.lexiconIDs == second.lexiconIDs
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ends)
    hasher.combine(kinds)
  }
}
