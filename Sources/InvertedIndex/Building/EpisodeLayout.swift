/// Collects what stands around the words of an episode, and writes `EpisodeWords`.
struct EpisodeLayout {
  /// What follows each word, see `EpisodeWords.Joint`.
  private var joints: [UInt32] = []
  /// Where the words of each cue end.
  private var cueEnds: [Int] = []
  private(set) var duration: Int?

  private var details: [UInt8] = []
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

  private struct Block {
    var cues = 0
    var textLength = 0
    var length = 0
    var storedLength = 0
  }

  var cueCount: Int { cueEnds.count }

  mutating func removeAll() {
    joints.removeAll(keepingCapacity: true)
    cueEnds.removeAll(keepingCapacity: true)
    details.removeAll(keepingCapacity: true)
    stored.removeAll(keepingCapacity: true)
    blocks = []
    block = Block()
    (lastEnd, joint, speaker, duration) = (0, .none, nil, nil)
  }

  mutating func begin(_ cue: WordBlock.Cue) {
    if !joints.isEmpty {
      if cue.speaker != speaker { joint = .turnEnd }
      // Punctuation on either side of the joint parts the words more than the end of a cue does;
      // white space does not.
      if cue.lead == .other, joint != .turnEnd { joint = .other }
    }
    speaker = cue.speaker
    details.appendVarint(UInt64(cue.text.count))
    appendTimes(cue)
    details.appendVarint(cue.speaker.map { UInt64($0) + 1 } ?? 0)
    block.cues += 1
    block.textLength += cue.text.count + 1
  }

  private mutating func appendTimes(_ cue: WordBlock.Cue) {
    let (start, end) = (cue.start.map(Int.init), cue.end.map(Int.init))
    details.appendVarint(start.map { 1 + ($0 - lastEnd).zigzag } ?? 0)
    let from = start ?? lastEnd
    details.appendVarint(end.map { 1 + ($0 - from).zigzag } ?? 0)
    lastEnd = end ?? from
    duration = [duration, end ?? start].compactMap(\.self).max()
  }

  mutating func addLead(_ bytes: UnsafeRawBufferPointer) {
    append(bytes)
  }

  /// Adds a word, with what follows it.
  @inline(__always)
  mutating func addWord(
    _ gap: WordToken.Gap, isLast: Bool, followedBy bytes: UnsafeRawBufferPointer
  ) {
    if joint != .none { setJoint() }
    let code = isLast ? EpisodeWords.Joint.cueEnd : EpisodeWords.Joint(gap)
    joints.append(code.rawValue)
    if code != .none { append(bytes) }
    if isLast { joint = gap == .other ? .other : .cueEnd }
  }

  /// What follows the last word of a cue is known when the next word comes.
  private mutating func setJoint() {
    if joint != .cueEnd {
      joints[joints.count - 1] = EpisodeWords.Joint.parted.rawValue
    }
    joint = .none
  }

  @inline(__always)
  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    details.appendVarint(UInt64(bytes.count))
    if !bytes.isEmpty { details += bytes }
  }

  mutating func endCue(words: Int) {
    cueEnds.append(words)
    if details.count >= Self.blockLength { endBlock() }
  }

  private mutating func endBlock() {
    block.length = details.count
    block.storedLength = Zstandard.compress(
      details, level: Self.compressionLevel, into: &stored)
    blocks.append(block)
    details.removeAll(keepingCapacity: true)
    block = Block()
    lastEnd = 0
  }

  mutating func finish() {
    if block.cues > 0 { endBlock() }
    if !joints.isEmpty { joints[joints.count - 1] = EpisodeWords.Joint.parted.rawValue }
  }

  /// Appends the episode's words, see `EpisodeWords` for the format.
  func write(to bytes: inout [UInt8], stream: [UInt32], spellings: Int) {
    for count in [joints.count, spellings, cueEnds.count, blocks.count] {
      bytes.appendVarint(UInt64(count))
    }
    for block in blocks {
      for field in [block.cues, block.textLength, block.length, block.storedLength] {
        bytes.appendVarint(UInt64(field))
      }
    }
    EliasFano.encode(cueEnds, bound: joints.count, into: &bytes)
    let width = BitPacking.width(of: UInt32(max(1, spellings) - 1))
    stream.withUnsafeBufferPointer { BitPacking.pack($0, width: width, into: &bytes) }
    joints.withUnsafeBufferPointer { BitPacking.pack($0, width: 2, into: &bytes) }
    bytes += stored
  }
}

extension Int {
  /// 0, −1, 1, −2, 2 … as 0, 1, 2, 3, 4 …
  var zigzag: UInt64 { UInt64(bitPattern: Int64(self << 1 ^ self >> 63)) }

  init(zigzag value: Int) {
    self = value >> 1 ^ -(value & 1)
  }
}
