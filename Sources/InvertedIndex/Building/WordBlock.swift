/// Words of some cues of one episode, as they are handed to an `EpisodeEncoder`: one value serves
/// many blocks.
public struct WordBlock: Sendable {
  /// A word: where it stands in the block's search form and in its original text.
  public struct Word: Sendable {
    /// UTF-8 byte offsets into the search form.
    public var keyStart, keyEnd: UInt32
    /// UTF-8 byte offsets into the original text; they ascend.
    public var start, end: UInt32
    /// Its number in the lexicon, the same wherever it stands; `noLexiconID` if it has none.
    public var lexiconID: UInt32
    /// The raw value of its kind.
    public var kind: UInt8
    /// What follows it inside its cue.
    public var gap: WordToken.Gap

    @inlinable
    public init(
      keyStart: UInt32, keyEnd: UInt32, start: UInt32, end: UInt32, lexiconID: UInt32, kind: UInt8,
      gap: WordToken.Gap
    ) {
      (self.keyStart, self.keyEnd, self.start, self.end) = (keyStart, keyEnd, start, end)
      (self.lexiconID, self.kind, self.gap) = (lexiconID, kind, gap)
    }
  }

  /// A cue: its text, time and speaker, and where its words end.
  public struct Cue: Sendable {
    /// UTF-8 byte offsets into the block's original text.
    public var text: Range<Int>
    /// Milliseconds from the start of the recording, where known.
    public var start, end: Int32?
    /// Index into the episode's speakers, where known.
    public var speaker: Int?
    /// The end of its words in the block's words.
    public var wordEnd = 0
    /// What stands before its first word, or is all of a cue without words.
    public var lead = WordToken.Gap.none

    public init(text: Range<Int>, start: Int32?, end: Int32?, speaker: Int?) {
      (self.text, self.start, self.end, self.speaker) = (text, start, end, speaker)
    }
  }

  /// When a word begins.
  public struct WordTime: Hashable, Sendable {
    /// Where the word begins, as a UTF-8 byte offset into the original text.
    public var offset: Int
    /// Milliseconds from the start of the recording.
    public var start: Int32

    public init(offset: Int, start: Int32) { (self.offset, self.start) = (offset, start) }
  }

  /// The lexicon id of a word that is not in the lexicon.
  public static let noLexiconID: UInt32 = 0xFF_FFFF

  /// The words, then room that earlier blocks left.
  private var storage: [Word] = []
  private var count = 0
  public var cues: [Cue] = []
  /// When words begin, where that is known: inside of cues, in order, at most one at an offset.
  public var wordTimes: [WordTime] = []

  public init() {}

  public var words: ArraySlice<Word> { storage[..<count] }

  public mutating func append(_ word: Word) {
    fill(room: 1) { words in
      words[0] = word
      return 1
    }
  }

  /// Appends words.
  ///
  /// - Parameters:
  ///   - room: the most that are written.
  ///   - write: writes words to the start of a buffer, and returns how many.
  public mutating func fill(
    room: Int, _ write: (UnsafeMutableBufferPointer<Word>) -> Int
  ) {
    if count + room > storage.count { grow(to: count + room) }
    let start = count
    count += storage.withUnsafeMutableBufferPointer {
      write(UnsafeMutableBufferPointer(rebasing: $0[start..<start + room]))
    }
  }

  private mutating func grow(to size: Int) {
    let none = Word(
      keyStart: 0, keyEnd: 0, start: 0, end: 0, lexiconID: Self.noLexiconID, kind: 0, gap: .none)
    storage += repeatElement(none, count: max(size, 2 * storage.count) - storage.count)
  }

  public mutating func removeAll() {
    count = 0
    cues.removeAll(keepingCapacity: true)
    wordTimes.removeAll(keepingCapacity: true)
  }
}
