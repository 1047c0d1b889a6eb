/// The outer layer of an index file: header, table of sections, checksum.
struct IndexFile {
  private let bytes: [UInt8]
  private let path: String
  /// Where the sections are, inside the file.
  private(set) var sections: [Range<Int>] = []

  /// Checks header, table and checksum.
  init(_ bytes: [UInt8], path: String) throws(IndexError) {
    self.bytes = bytes
    self.path = path
    try checkHeader()
    sections = try readTable()
  }

  func corrupt(_ what: String) -> IndexError {
    IndexError(
      .corrupt, "\(path) is damaged: \(what); remove it and index the transcripts again")
  }

  private func readTable() throws(IndexError) -> [Range<Int>] {
    var reader = ByteReader(bytes[16...])
    var sections: [Range<Int>] = []
    for _ in IndexFormat.Section.allCases {
      let offset = Int(clamping: try reader.integer(UInt64.self))
      let count = Int(clamping: try reader.integer(UInt64.self))
      guard offset <= bytes.count - 4, count <= bytes.count - 4 - offset else {
        throw corrupt("a section lies outside the file")
      }
      sections.append(offset..<offset + count)
    }
    return sections
  }

  private func checkHeader() throws(IndexError) {
    guard bytes.starts(with: IndexFormat.magic) else {
      throw IndexError(.corrupt, "\(path) is no Zimu index")
    }
    var header = ByteReader(bytes[8...])
    guard let version = try? header.integer(UInt32.self) else { throw corrupt("it is too short") }
    guard version == IndexFormat.version else { throw unsupported(version) }
    guard bytes.count >= IndexFormat.headerLength + 4 else { throw corrupt("it is too short") }
    var trailer = ByteReader(bytes.suffix(4))
    let expected = try trailer.integer(UInt32.self)
    guard CRC32C.checksum(bytes.span.extracting(droppingLast: 4)) == expected else {
      throw corrupt("its checksum is wrong")
    }
    let count = try header.integer(UInt32.self)
    guard count == UInt32(IndexFormat.Section.allCases.count) else {
      throw corrupt("it has \(count) sections")
    }
  }

  private func unsupported(_ version: UInt32) -> IndexError {
    let remedy =
      version > IndexFormat.version
      ? "a newer zimu wrote it: use that one" : "index the transcripts again"
    return IndexError(
      .unsupportedVersion,
      "\(path) has index format \(version), and this zimu reads \(IndexFormat.version); \(remedy)")
  }

  /// The ends of the parts of a section, which must ascend and cover it.
  func ends(
    _ section: IndexFormat.Section, of parts: IndexFormat.Section
  ) throws(IndexError) -> [Int] {
    let count = sections[section.rawValue].count / 8
    var reader = ByteReader(bytes[sections[section.rawValue]])
    var ends: [Int] = []
    ends.reserveCapacity(count)
    for _ in 0..<count {
      let end = Int(clamping: try reader.integer(UInt64.self))
      guard end >= ends.last ?? 0 else { throw corrupt("offsets in \(section) descend") }
      ends.append(end)
    }
    guard ends.last ?? 0 == sections[parts.rawValue].count else {
      throw corrupt("offsets in \(section) do not cover \(parts)")
    }
    return ends
  }

  func episodes(in section: ArraySlice<UInt8>) throws(IndexError) -> [EpisodeRecord] {
    var reader = ByteReader(section)
    var episodes: [EpisodeRecord] = []
    while !reader.isAtEnd { episodes.append(try EpisodeRecord(from: &reader)) }
    return episodes
  }

  /// The first token of each episode, then one more.
  func firstTokens(_ episodes: [EpisodeRecord], tokenBytes: Int) throws(IndexError) -> [Int] {
    var firsts = [0]
    for episode in episodes {
      guard episode.wordCount <= tokenBytes / 4 - firsts.last! else {
        throw corrupt("an episode has more words than there are")
      }
      firsts.append(firsts.last! + episode.wordCount)
    }
    guard firsts.last! * 4 == tokenBytes else { throw corrupt("words are left over") }
    return firsts
  }
}
