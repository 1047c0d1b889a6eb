extension EpisodeWords {
  /// Cues that follow one another, with their text.
  package struct Details {
    /// The number of the first cue, and the position of the first word.
    private(set) var firstCue = 0
    private(set) var firstWord = 0
    package internal(set) var cues: [CueRecord] = []
    /// The text of the cues, each followed by a line feed.
    package fileprivate(set) var text: [UInt8] = []
    /// Where each word stands in the text.
    package fileprivate(set) var words: [Range<Int>] = []
    /// When words begin, where that is known, in order of their offsets in the text.
    package fileprivate(set) var wordTimes: [WordBlock.WordTime] = []

    package init() {}

    init(firstCue: Int, firstWord: Int) { (self.firstCue, self.firstWord) = (firstCue, firstWord) }

    /// A cue by its number in the episode.
    package func cue(_ number: Int) -> CueRecord { cues[number - firstCue] }

    /// Where the word at a position of the episode stands in the text.
    package func word(_ position: Int) -> Range<Int> { words[position - firstWord] }
  }

  /// All cues of the episode.
  ///
  /// - Complexity: O(bytes of details).
  func cues() throws(IndexError) -> [CueRecord] {
    let joints = stream.allJoints()
    var cues: [CueRecord] = []
    cues.reserveCapacity(cueCount)
    var skipped: [UInt8] = []
    try forEachCue { (_, cue, reader) throws(IndexError) in
      try reader.text(into: &skipped, keeping: false)
      for position in cue.words where joints[position] != WordJoint.none.rawValue {
        try reader.text(into: &skipped, keeping: false)
      }
      let start = cues.last.map { $0.text.upperBound + 1 } ?? 0
      cues.append(cue.moved(to: start))
    }
    return cues
  }

  /// All cues and the whole text.
  ///
  /// - Parameter spelling: the bytes of a spelling of the segment.
  func text(
    spelling: (Int) throws(IndexError) -> UnsafeRawBufferPointer
  ) throws(IndexError) -> Details {
    try text(keepsWords: true, spelling: spelling)
  }

  /// All cues and the text around the words, which are empty in it.
  func gaps() throws(IndexError) -> Details {
    try text(keepsWords: false) { _ throws(IndexError) in
      UnsafeRawBufferPointer(start: nil, count: 0)
    }
  }

  private func text(
    keepsWords: Bool, spelling: (Int) throws(IndexError) -> UnsafeRawBufferPointer
  ) throws(IndexError) -> Details {
    let words = keepsWords ? try stream.localStream() : []
    // A word stands in an episode several times; where its bytes are is looked up once.
    var vocabulary: [UnsafeRawBufferPointer] = []
    if keepsWords {
      for number in try stream.spellings() { vocabulary.append(try spelling(Int(number))) }
    }
    let joints = stream.allJoints()
    var details = Details()
    details.words.reserveCapacity(wordCount)
    details.cues.reserveCapacity(cueCount)
    try forEachCue { (_, cue, reader) throws(IndexError) in
      try details.append(
        cue, &reader, keepsWords: keepsWords, isFollowed: { joints[$0] != WordJoint.none.rawValue },
        word: { vocabulary[Int(words[$0])] })
    }
    return details
  }

  /// Some cues with their text.
  ///
  /// - Complexity: O(bytes of the blocks of details that have them).
  func text(
    ofCues wanted: Range<Int>, spelling: (Int) throws(IndexError) -> UnsafeRawBufferPointer
  ) throws(IndexError) -> Details {
    var details = Details(
      firstCue: wanted.lowerBound,
      firstWord: try stream.words(ofCues: wanted.lowerBound..<wanted.lowerBound).lowerBound)
    var skipped: [UInt8] = []
    try forEachCue(ofBlocksWith: wanted) { (number, cue, reader) throws(IndexError) in
      guard wanted.contains(number) else {
        try reader.text(into: &skipped, keeping: false)
        for position in cue.words where stream.joint(at: position) != .none {
          try reader.text(into: &skipped, keeping: false)
        }
        return
      }
      try details.append(
        cue, &reader, keepsWords: true, isFollowed: { stream.joint(at: $0) != .none },
        word: { (position) throws(IndexError) in try spelling(stream.spelling(at: position)) })
    }
    return details
  }

  /// Calls `body` with every cue, whose text starts at 0, and a reader at the texts around its words,
  /// which `body` must read.
  ///
  /// - Parameter wanted: cues whose blocks are read; `nil` reads all.
  private func forEachCue(
    ofBlocksWith wanted: Range<Int>? = nil,
    _ body: (_ number: Int, CueRecord, inout DetailReader) throws(IndexError) -> Void
  ) throws(IndexError) {
    for block in blocks where wanted?.overlaps(block.cues) ?? true {
      // What is wrong inside of compressed bytes is told by their first byte.
      try stream.file.locating(block.stored) { () throws(IndexError) in
        try forEachCue(of: block, body)
      }
    }
  }

  private func forEachCue(
    of block: Block,
    _ body: (_ number: Int, CueRecord, inout DetailReader) throws(IndexError) -> Void
  ) throws(IndexError) {
    var first = block.words.lowerBound
    let bytes = try Zstandard.decompress(block.stored, length: block.length)
    try bytes.lend { (bytes) throws(IndexError) in
      var reader = DetailReader(bytes)
      for number in block.cues {
        let end = cueEnds[number]
        guard first <= end, end <= wordCount else { throw .corrupt("cues go back") }
        try body(number, try reader.cue(words: first..<end), &reader)
        first = end
      }
      guard reader.isAtEnd else { throw .corrupt("details are left over") }
    }
  }
}

extension EpisodeWords.Details {
  /// Adds a cue, whose text starts at 0.
  ///
  /// - Parameters:
  ///   - reader: at the texts around the words of the cue.
  ///   - isFollowed: whether a text follows the word at a position.
  ///   - word: the bytes of the word at a position.
  @inline(__always)
  fileprivate mutating func append(
    _ cue: CueRecord, _ reader: inout DetailReader, keepsWords: Bool, isFollowed: (Int) -> Bool,
    word: (Int) throws(IndexError) -> UnsafeRawBufferPointer
  ) throws(IndexError) {
    let start = text.count
    if keepsWords {
      wordTimes += reader.wordTimes.lazy.map {
        WordBlock.WordTime(offset: $0.offset + start, start: $0.start)
      }
    }
    try reader.text(into: &text, keeping: true)
    for position in cue.words {
      let place = text.count
      if keepsWords { text += try word(position) }
      words.append(place..<text.count)
      if isFollowed(position) { try reader.text(into: &text, keeping: true) }
    }
    guard !keepsWords || text.count == start + cue.text.count else {
      throw .corrupt("a cue's text has the wrong length")
    }
    var cue = cue
    cue.text = start..<text.count
    cues.append(cue)
    text.append(0x0A)
  }
}

extension CueRecord {
  fileprivate func moved(to start: Int) -> CueRecord {
    var cue = self
    cue.text = start..<start + text.count
    return cue
  }
}

/// Reads the details of the cues of one block.
private struct DetailReader {
  private var reader: ByteReader
  private var lastEnd = 0
  /// When words of the last cue begin, by their offsets in its text.
  private(set) var wordTimes: [WordBlock.WordTime] = []

  init(_ bytes: UnsafeRawBufferPointer) { reader = ByteReader(bytes) }

  var isAtEnd: Bool { reader.isAtEnd }

  /// A cue whose text starts at 0.
  mutating func cue(words: Range<Int>) throws(IndexError) -> CueRecord {
    let length = try reader.varint(below: 1 << 32)
    let start = try reader.optional().map { lastEnd &+ $0.fromZigzag }
    let from = start ?? lastEnd
    let end = try reader.optional().map { from &+ $0.fromZigzag }
    lastEnd = end ?? from
    let voice = try reader.varint()
    let speaker = voice > 1 ? voice >> 1 - 1 : nil
    guard Self.times.contains(start ?? 0), Self.times.contains(end ?? 0) else {
      throw reader.corrupt("a cue has an impossible time")
    }
    wordTimes.removeAll(keepingCapacity: true)
    if voice & 1 == 1 { try readWordTimes(length: length, start: start ?? 0) }
    return CueRecord(text: 0..<length, start: start, end: end, speaker: speaker, words: words)
  }

  private static let times = 0...Int(Int32.max)

  /// - Parameters:
  ///   - length: bytes of the cue's text.
  ///   - start: of the cue.
  private mutating func readWordTimes(length: Int, start: Int) throws(IndexError) {
    var (offset, time) = (0, start)
    for number in 0..<(try reader.varint(below: length + 1)) {
      let step = try reader.varint(below: length - offset)
      time &+= try reader.varint().fromZigzag
      guard step > 0 || number == 0, Self.times.contains(time) else {
        throw reader.corrupt("a word has an impossible time")
      }
      offset += step
      wordTimes.append(WordBlock.WordTime(offset: offset, start: Int32(time)))
    }
  }

  /// The text before the first word of a cue, or after a word.
  @inline(__always)
  mutating func text(into text: inout [UInt8], keeping: Bool) throws(IndexError) {
    let bytes = try reader.raw(try reader.varint())
    if keeping, !bytes.isEmpty { text += bytes }
  }
}
