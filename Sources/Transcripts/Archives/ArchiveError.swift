/// Why an archive, or a member of one, is not read.
public enum ArchiveError: Error, Hashable, Sendable {
  /// The file cannot be opened, in the words of libarchive.
  case inaccessible(String)
  /// The bytes are no archive of a known format.
  case notAnArchive
  /// The archive is cut off or broken, in the words of libarchive.
  case damaged(String)
  /// The archive has a member of that name twice; the last one is taken.
  case repeated
  /// The member is a link, and has no content of its own.
  case link
  /// An archive within an archive.
  case nested
  /// The member is encrypted.
  case encrypted
  /// The member has more than `limit` bytes.
  case tooLarge(limit: Int)
  /// The members have more than `ratio` bytes for each byte of the archive.
  case tooCompressed(ratio: Int)
}
