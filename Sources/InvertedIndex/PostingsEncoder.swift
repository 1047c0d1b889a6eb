/// Encodes the postings of one term; see `IndexFormat.Section.postings`.
struct PostingsEncoder {
  /// The encoded postings, once finished.
  private(set) var bytes: [UInt8] = []

  private var body = ByteWriter()
  private var episodeCount = 0
  private var episode = -1
  private var positions: [Int] = []

  /// Adds an occurrence; episodes and positions come in ascending order.
  mutating func add(episode: Int, position: Int) {
    if episode != self.episode, !positions.isEmpty { flush() }
    if positions.isEmpty { start(episode) }
    positions.append(position)
  }

  private mutating func start(_ episode: Int) {
    body.varint(episode - self.episode - 1)
    self.episode = episode
    episodeCount += 1
  }

  private mutating func flush() {
    body.varint(positions.count)
    var last = -1
    for position in positions {
      body.varint(position - last - 1)
      last = position
    }
    positions.removeAll(keepingCapacity: true)
  }

  mutating func finish() {
    if !positions.isEmpty { flush() }
    var writer = ByteWriter()
    writer.varint(episodeCount)
    writer.append(body.bytes)
    bytes = writer.bytes
    body = ByteWriter()
  }

  /// Reads postings back.
  ///
  /// - Throws: `IndexError` for episodes or positions out of range.
  static func decode(
    _ bytes: ArraySlice<UInt8>, episodes: [EpisodeRecord]
  ) throws(IndexError) -> [Posting] {
    var reader = ByteReader(bytes)
    var postings: [Posting] = []
    var episode = -1
    for _ in 0..<(try reader.varint(below: episodes.count + 1)) {
      episode += 1 + (try reader.varint(below: episodes.count - episode - 1))
      let count = try reader.varint(below: episodes[episode].wordCount + 1)
      var position = -1
      var positions: [Int] = []
      for _ in 0..<count {
        position += 1 + (try reader.varint(below: episodes[episode].wordCount - position - 1))
        positions.append(position)
      }
      postings.append(Posting(episode: episode, positions: positions))
    }
    return postings
  }
}
