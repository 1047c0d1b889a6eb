/// The layout of a segment: one immutable file with some episodes and their words.
///
///     header       24 bytes   see `header`
///     sections                 one after another, as they were written; see `Section`
///     contents                 see below
///     footer       32 bytes   UInt64 offset and UInt64 length of the contents, UInt64 XXH64 of
///                              the contents, "ZIMUEND\0"
///
/// The contents:
///
///     counts       UInt64      each of `SegmentCounts`
///     sections     UInt64 × 2  of each `Section`: offset in the file, length in bytes
///     checksums    UInt64      XXH64 of each 64 KB before the contents, the last one shorter
///
/// All integers are little-endian; a varint is LEB128; *ends* are an `EliasFano` list of where each
/// part of another section ends. Nothing in a segment depends on when or where it was made.
enum SegmentFormat {
  static let magic: [UInt8] = Array("ZIMUSEG\0".utf8)
  static let endMagic: [UInt8] = Array("ZIMUEND\0".utf8)
  static let version: UInt32 = 7
  static let headerLength = 24
  static let footerLength = 32
  /// How many bytes have one checksum.
  static let blockLength = 1 << 16

  /// Episodes are numbered in order of their paths, terms in order of their keys by code point,
  /// spellings in order of their terms, then by bytes.
  enum Section: Int, CaseIterable {
    /// `EpisodeWords` of each episode.
    case words
    case wordEnds
    /// Of each episode, in the order in which they first stand in it, the numbers of its spellings,
    /// packed (`BitPacking`) in the width of the largest spelling of the segment.
    case vocabularies
    case vocabularyEnds
    /// `EpisodeRecord`s.
    case records
    case recordEnds
    /// UInt32 of each episode: how many words it has.
    case lengths
    /// `TermPostings` of each term.
    case postings
    case postingEnds
    /// The keys of the terms.
    case keys
    case keyEnds
    /// A byte a term: the kind of word.
    case kinds
    /// The bytes of the spellings; a NUL stands for one that is its term's key.
    case spellings
    case spellingEnds
    /// The first spelling of each term.
    case spellingFirsts
    /// How often the spellings up to each, itself among them, stand in the episodes together.
    case spellingCounts
    /// UInt32, ascending: the characters from U+2E80 on that stand in keys.
    case characters
    /// Of each character, ascending, the terms with it: varints, differences to the one before.
    case characterTerms
    case characterTermEnds
  }

  /// Magic, UInt32 version, the format of blocks (1), three zeros, XXH64 of all this.
  static var header: [UInt8] {
    var header = magic
    header.appendInteger(version)
    header += [PackedBlock.formatNumber, 0, 0, 0]
    header.appendInteger(header.hash64)
    return header
  }
}

/// How many of each there are in a segment.
struct SegmentCounts: Hashable {
  var episodes = 0
  var words = 0
  var terms = 0
  var spellings = 0
  var characters = 0

  static let fieldCount = 5

  func write(to bytes: inout [UInt8]) {
    for field in [episodes, words, terms, spellings, characters] {
      bytes.appendInteger(UInt64(field))
    }
  }

  init() {}

  init(from reader: inout ByteReader) throws(IndexError) {
    func field(_ reader: inout ByteReader) throws(IndexError) -> Int {
      let value = try reader.integer(UInt64.self)
      guard value < 1 << 40 else { throw reader.corrupt("a count of \(value)") }
      return Int(value)
    }
    episodes = try field(&reader)
    words = try field(&reader)
    terms = try field(&reader)
    spellings = try field(&reader)
    characters = try field(&reader)
  }
}
