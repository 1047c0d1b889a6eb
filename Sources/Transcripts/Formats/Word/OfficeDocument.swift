/// The members of a document that is a zip archive of XML.
enum OfficeDocument {
  /// Documents have some twenty members.
  private static let mostMembers = 2_000
  /// The XML of a book has some megabytes; much of it repeats.
  private static let limits = ArchiveReader.Limits(memberSize: 512 << 20, ratio: 500)

  /// The paths of the first members.
  ///
  /// - Throws: `ArchiveError`.
  static func paths(in archive: [UInt8]) throws(ArchiveError) -> [String] {
    try ArchiveReader.withArchive(in: archive, limits: limits) { reader throws(ArchiveError) in
      var paths: [String] = []
      while paths.count < mostMembers, let member = try reader.next() {
        paths.append(member.path[...].string)
      }
      return paths
    }
  }

  /// The text of some members, by their paths.
  ///
  /// - Throws: `TranscriptError` when the archive is damaged, encrypted, or beyond the limits.
  static func members(
    _ wanted: Set<String>, in archive: [UInt8]
  ) throws(TranscriptError) -> [String: SourceText] {
    let found: [String: [UInt8]]
    do throws(ArchiveError) {
      found = try ArchiveReader.withArchive(in: archive, limits: limits) {
        reader throws(ArchiveError) in
        var found: [String: [UInt8]] = [:]
        while found.count < wanted.count, let member = try reader.next() {
          let path = member.path[...].string
          if wanted.contains(path) { found[path] = try reader.read() }
        }
        return found
      }
    } catch {
      throw TranscriptError(.archive(error))
    }
    var texts: [String: SourceText] = [:]
    for (path, bytes) in found { texts[path] = try SourceText(decoding: bytes, encoding: "UTF-8") }
    return texts
  }
}
