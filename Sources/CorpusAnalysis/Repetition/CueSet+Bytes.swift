package import InvertedIndex

/// How recurring cues are kept beside an index:
///
///     checksum     UInt64: XXH64 of all that follows
///     fingerprint  string: a name with a number that goes up with every change of this format and of what is found
///     episodes     varint count; of each varint how far its number is above the one before, varint count of
///                  ranges, and of each how far it begins after the end of the one before, and how many cues it has
extension CueSet {
  private static let fingerprint = "recurring cues 1"

  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.string(Self.fingerprint)
    writer.varint(episodes.count)
    var last = 0
    for episode in episodes {
      writer.varint(episode - last)
      last = episode
      writer.varint(self[episode].count)
      var end = 0
      for range in self[episode] {
        writer.varint(range.lowerBound - end)
        writer.varint(range.count)
        end = range.upperBound
      }
    }
    var whole = ByteWriter()
    whole.integer(writer.bytes.hash64)
    whole.append(writer.bytes)
    return whole.bytes
  }

  /// Reads what was found in an index.
  ///
  /// - Returns: `nil` if the bytes are not whole, or of another format or index.
  package init?(_ bytes: [UInt8], of index: IndexReader) {
    guard bytes.count > 8 else { return nil }
    // What cannot be read is found anew.
    let set = try? bytes.lend { (bytes) throws(IndexError) -> CueSet? in
      var reader = ByteReader(bytes)
      let checksum = try reader.integer(UInt64.self)
      guard UnsafeRawBufferPointer(rebasing: bytes[8...]).hash64 == checksum,
        try reader.string() == Self.fingerprint
      else { return nil }
      return try CueSet(from: &reader, of: index)
    }
    guard let set = set ?? nil else { return nil }
    self = set
  }

  private init(from reader: inout ByteReader, of index: IndexReader) throws(IndexError) {
    var episode = 0
    for _ in 0..<(try reader.varint(below: index.episodeCount + 1)) {
      episode += try reader.varint(below: index.episodeCount - episode)
      let cueCount = try index.record(of: episode).cueCount
      var (ranges, end) = ([Range<Int>](), 0)
      for _ in 0..<(try reader.varint(below: cueCount + 1)) {
        let start = end + (try reader.varint(below: cueCount - end))
        end = start + (try reader.varint(below: cueCount - start + 1))
        ranges.append(start..<end)
      }
      insert(ranges, of: episode)
    }
    guard reader.isAtEnd else { throw reader.corrupt("bytes are left over") }
  }
}
