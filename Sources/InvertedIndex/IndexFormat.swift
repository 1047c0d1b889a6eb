/// The layout of an index on disk.
///
/// An index is a folder with one file, `index.zimu`:
///
///     magic        8 bytes   "ZIMUIDX\0"
///     version      UInt32    1
///     sections     UInt32    the number of sections, `Section.allCases.count`
///     table        a pair of UInt64 a section: offset in the file, length in bytes
///     … sections, in the order of the table …
///     checksum     UInt32    CRC-32C of everything before it
///
/// All integers are little-endian; `varint` is LEB128. What a section holds is said at its case.
enum IndexFormat {
  static let magic: [UInt8] = Array("ZIMUIDX\0".utf8)
  static let version: UInt32 = 1
  static let fileName = "index.zimu"
  static let headerLength = 16 + 16 * Section.allCases.count

  enum Section: Int, CaseIterable {
    /// Pairs of strings, name and value, after their number.
    case settings
    /// The spellings, sorted: `key`, NUL, `spelling`, without separators. The spellings of one
    /// key stand together and make a term; terms are numbered in that order.
    case spellings
    /// UInt64 each: where each spelling ends in `spellings`.
    case spellingEnds
    /// UInt64 each: how often each spelling stands in the index.
    case spellingCounts
    /// One byte a term: the kind of word.
    case kinds
    /// Of each term: number of episodes; for each, the difference to the episode before (the
    /// first from −1, less 1), number of positions, and these as differences likewise. Varints.
    case postings
    /// UInt64 each: where each term's postings end.
    case postingEnds
    /// UInt32 each: the `WordToken`s of all episodes, one episode after another.
    case tokens
    /// `EpisodeRecord`s, one after another, in order of their paths.
    case episodes
    /// `CueRecord`s of all episodes, one after another.
    case cues
    /// UInt64 each: where each episode's cues end in `cues`.
    case cueEnds
    /// The original texts of all episodes, one after another.
    case texts
    /// UInt64 each: where each episode's text ends in `texts`.
    case textEnds
  }
}
