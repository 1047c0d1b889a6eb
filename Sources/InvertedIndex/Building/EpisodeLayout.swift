/// Collects what stands around the words of an episode, and writes `EpisodeWords`.
struct EpisodeLayout: ~Copyable {
  /// What follows each word, see `WordJoint`.
  private var joints = ScratchList<UInt32>()
  private var joiners = JoinerList()
  /// Where the words of each cue end.
  private var cueEnds: [Int] = []
  private(set) var duration: Int?

  private var details = ScratchList<UInt8>()
  private var blocks: [Block] = []
  private var block = Block()
  private var lastEnd = 0
  /// What is compressed of the blocks so far.
  private var stored: [UInt8] = []

  /// What stands between the last word and what comes next, across cues.
  private var joint = WordToken.Gap.none
  private var speaker: Int?

  /// Uncompressed bytes after which a block ends with the cue.
  private static let blockLength = 32 << 10
  /// Level 1 of libzstd: details are short, and the levels above gain little on them.
  private static let compressionLevel: Int32 = 1
  /// The most bytes that the numbers of a cue take, with what is written past its end.
  private static let cueRoom = 64

  private struct Block {
    var cues = 0
    var textLength = 0
    var length = 0
    var storedLength = 0
  }

  var cueCount: Int { cueEnds.count }

  mutating func removeAll() {
    joints.removeAll()
    joiners.removeAll()
    cueEnds.removeAll(keepingCapacity: true)
    details.removeAll()
    stored.removeAll(keepingCapacity: true)
    blocks = []
    block = Block()
    (lastEnd, joint, speaker, duration) = (0, .none, nil, nil)
  }

  /// Starts a cue that has so many words, of which some have times.
  mutating func begin(
    _ cue: WordBlock.Cue, words: Int, times: ArraySlice<WordBlock.WordTime>
  ) {
    joints.reserve(words)
    let numbers = words + 1 + 2 * times.count
    details.reserve(
      cue.text.count + numbers * ScratchList<UInt8>.longestVarint + Self.cueRoom)
    if !joints.isEmpty {
      if cue.speaker != speaker { joint = .turnEnd }
      // Punctuation on either side of the joint parts the words more than the end of a cue does;
      // white space does not.
      if cue.lead == .other, joint != .turnEnd { joint = .other }
    }
    speaker = cue.speaker
    details.putVarint(cue.text.count)
    appendTimes(cue)
    details.putVarint((cue.speaker.map { $0 + 1 } ?? 0) << 1 | (times.isEmpty ? 0 : 1))
    if !times.isEmpty { append(times, of: cue) }
    block.cues += 1
    block.textLength += cue.text.count + 1
  }

  private mutating func appendTimes(_ cue: WordBlock.Cue) {
    let (start, end) = (cue.start.map(Int.init), cue.end.map(Int.init))
    guard start != nil || end != nil else {
      details.put(0)
      details.put(0)
      return
    }
    details.putVarint(start.map { 1 + ($0 - lastEnd).zigzag } ?? 0)
    let from = start ?? lastEnd
    details.putVarint(end.map { 1 + ($0 - from).zigzag } ?? 0)
    lastEnd = end ?? from
    duration = max(duration ?? .min, end ?? start ?? .min)
  }

  private mutating func append(_ times: ArraySlice<WordBlock.WordTime>, of cue: WordBlock.Cue) {
    details.putVarint(times.count)
    var last = WordBlock.WordTime(offset: cue.text.lowerBound, start: cue.start ?? 0)
    for time in times {
      details.putVarint(time.offset - last.offset)
      details.putVarint((Int(time.start) - Int(last.start)).zigzag)
      last = time
    }
  }

  mutating func addLead(_ bytes: UnsafeRawBufferPointer) {
    append(bytes)
  }

  /// Adds a word that another one of its cue follows; between them is nothing.
  @inline(__always)
  mutating func addWord() {
    if joint != .none { setJoint() }
    joints.put(WordJoint.none.rawValue)
  }

  /// Adds a word that another one of its cue follows, with what is between them.
  @inline(__always)
  mutating func addWord(_ gap: WordToken.Gap, followedBy bytes: UnsafeRawBufferPointer) {
    if joint != .none { setJoint() }
    joints.put(WordJoint(gap).rawValue)
    append(bytes)
  }

  /// Notes what joins the last word that was added to the next one.
  ///
  /// - Parameters:
  ///   - form: what follows the word, in search form.
  ///   - original: the same in the original.
  @inline(__always)
  mutating func addJoiner(_ form: UnsafeRawBufferPointer, original: UnsafeRawBufferPointer) {
    // Most of what parts words is a mark of three bytes, and one byte in search form.
    guard form.count <= 2, let joiner = Joiner(after: joints.count - 1, form, original: original)
    else { return }
    joiners.append(joiner)
  }

  /// Adds the last word of a cue.
  mutating func addLastWord(_ gap: WordToken.Gap, followedBy bytes: UnsafeRawBufferPointer) {
    if joint != .none { setJoint() }
    joints.put(WordJoint.cueEnd.rawValue)
    append(bytes)
    joint = gap == .other ? .other : .cueEnd
  }

  /// What follows the last word of a cue is known when the next word comes.
  private mutating func setJoint() {
    if joint != .cueEnd { partLast() }
    joint = .none
  }

  private mutating func partLast() {
    joints.base[joints.count - 1] = WordJoint.parted.rawValue
  }

  @inline(__always)
  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    details.putVarint(bytes.count)
    details.write { target in
      // Most are a few bytes: a call would cost more.
      if bytes.count <= 4 {
        for index in 0..<bytes.count { target[index] = bytes[index] }
      } else {
        UnsafeMutableRawPointer(target).copyMemory(
          from: bytes.baseAddress!, byteCount: bytes.count)
      }
      return bytes.count
    }
  }

  mutating func endCue(words: Int) {
    cueEnds.append(words)
    if details.count >= Self.blockLength { endBlock() }
  }

  private mutating func endBlock() {
    block.length = details.count
    block.storedLength = Zstandard.compress(
      details.bytes, level: Self.compressionLevel, into: &stored)
    blocks.append(block)
    details.removeAll()
    block = Block()
    lastEnd = 0
  }

  mutating func finish() {
    if block.cues > 0 { endBlock() }
    if !joints.isEmpty { partLast() }
  }

  /// The episode's words, see `EpisodeWords` for the format.
  func bytes(stream: UnsafeBufferPointer<UInt32>, spellings: Int) -> [UInt8] {
    let width = BitPacking.width(of: UInt32(max(1, spellings) - 1))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      64 + 32 * blocks.count + 2 * cueEnds.count + stored.count
        + joiners.bytes.count + BitPacking.size(stream.count, width: width + 2))
    for count in [joints.count, spellings, cueEnds.count, blocks.count, joiners.bytes.count] {
      bytes.appendVarint(UInt64(count))
    }
    for block in blocks {
      for field in [block.cues, block.textLength, block.length, block.storedLength] {
        bytes.appendVarint(UInt64(field))
      }
    }
    EliasFano.encode(cueEnds, bound: joints.count, into: &bytes)
    BitPacking.pack(stream, width: width, into: &bytes)
    BitPacking.pack(joints.elements, width: 2, into: &bytes)
    bytes += joiners.bytes
    bytes += stored
    return bytes
  }
}

extension Int {
  /// 0, −1, 1, −2, 2 … as 0, 1, 2, 3, 4 …
  var zigzag: Int { self << 1 ^ self >> 63 }

  /// What has this zigzag.
  var fromZigzag: Int { self >> 1 ^ -(self & 1) }
}
