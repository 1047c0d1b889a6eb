public import FilePaths

/// The episodes of an archive: its members, found as files are found in folders, and read one after the other.
public final class ArchiveEpisodes {
  /// Siblings wait for one another up to so many bytes; then an episode goes on without those still to come.
  private static let mostWaiting = 256 << 20

  /// What is known of a member before it is read.
  private struct Entry {
    let path: FilePath
    /// The episode that it belongs to, by its number.
    let episode: Int
  }

  /// An episode whose files are gathered.
  private struct Pending {
    var missing: Int
    var files: [EpisodeFile] = []
    var isDone = false
  }

  private let archive: EpisodeFile
  private let size: Int
  private let modified: Int
  private let show: String
  private let reader: ArchiveReader
  /// Whether the archive is one document, whose parts are no files.
  public let isDocument: Bool
  private var entries: [Entry?] = []
  private var infoFiles: Set<FilePath> = []
  private var episodes: [Pending] = []
  private var next = 0
  private var waiting = 0
  /// Members that are passed over, and why; whoever reads takes them out.
  public var skipped: [RejectedFile] = []

  /// Looks through an archive.
  ///
  /// - Parameters:
  ///   - show: the show of all members; empty takes their first folder, or else the archive's name where it was
  ///     found in a folder.
  ///   - finder: which members are wanted, and whether each is an episode.
  /// - Throws: `ArchiveError`.
  public init(
    _ archive: EpisodeFile, size: Int, modified: Int, show: String, finder: EpisodeFinder
  ) throws(ArchiveError) {
    (self.archive, self.size, self.modified) = (archive, size, modified)
    self.show = show
    reader = try ArchiveReader(atPath: archive.path.bytes, size: size)
    let members = try Self.members(of: archive, size: size)
    isDocument = Self.documentParts.contains { part in members.contains { $0.path == part } }
    if !isDocument { plan(members, finder) }
  }

  /// What the archives have that are documents: those of Microsoft Office; of LibreOffice, and e-books.
  private static let documentParts = ["[Content_Types].xml", "mimetype"].map { Array($0.utf8) }

  private static func members(
    of archive: EpisodeFile, size: Int
  ) throws(ArchiveError) -> [ArchiveReader.Member] {
    let reader = try ArchiveReader(atPath: archive.path.bytes, size: size)
    var members: [ArchiveReader.Member] = []
    while let member = try reader.next() { members.append(member) }
    return members
  }

  private func plan(_ members: [ArchiveReader.Member], _ finder: EpisodeFinder) {
    let names = ArchiveNames.decoded(members.map { $0.kind == .other ? [] : $0.path })
    var seen: [FilePath: Int] = [:]
    var groups: [FilePath: Int] = [:]
    infoFiles = Self.infoFiles(of: names)
    for (member, name) in zip(members, names) {
      let isLink = member.kind == .link
      entries.append(isLink ? link(name, finder) : entry(name, &seen, &groups, finder))
    }
  }

  /// Where the files would be that tell of the transcripts.
  private static func infoFiles(of names: [[UInt8]]) -> Set<FilePath> {
    let paths = names.compactMap(ArchiveNames.path).filter { EpisodeFinder.isTranscript($0.name) }
    return Set(paths.map { InfoFile.path(for: $0, named: $0.name.description) })
  }

  /// Links to transcripts are passed over with a word.
  private func link(_ name: [UInt8], _ finder: EpisodeFinder) -> Entry? {
    guard let path = ArchiveNames.path(of: name), finder.isWanted(path),
      EpisodeFinder.rank(of: path.name) != nil
    else { return nil }
    return skip(path, .archive(.link))
  }

  private func entry(
    _ name: [UInt8], _ seen: inout [FilePath: Int], _ groups: inout [FilePath: Int],
    _ finder: EpisodeFinder
  ) -> Entry? {
    guard let path = ArchiveNames.path(of: name), !isMetadata(path), finder.isWanted(path) else {
      return nil
    }
    guard !InfoFile.isInfo(path.name), !EpisodeFinder.isNeverAnEpisode(path.name) else {
      return skip(path, .reservedName)
    }
    // A tar that was added to holds what a file was and what it is now.
    if let earlier = seen.updateValue(entries.count, forKey: path), let old = entries[earlier] {
      entries[earlier] = skip(path, .archive(.repeated))
      return old
    }
    let isApart = finder.takesAllFiles || EpisodeFinder.rank(of: path.name) == nil
    let key = isApart ? path : path.folder.appending(path.name.stem)
    let isKnown = !isApart && groups[key] != nil
    let episode = isKnown ? groups[key]! : episodes.count
    if isKnown { episodes[episode].missing += 1 } else { episodes.append(Pending(missing: 1)) }
    if !isApart { groups[key] = episode }
    return Entry(path: path, episode: episode)
  }

  /// Whether a member tells of others, see `ArchiveMetadata`.
  private func isMetadata(_ path: FilePath) -> Bool {
    MetadataTable.isTable(path.name) || infoFiles.contains(path)
  }

  private func skip(_ path: FilePath, _ code: TranscriptError.Code) -> Entry? {
    skipped.append(RejectedFile(path: whole(path), error: TranscriptError(code)))
    return nil
  }

  private func whole(_ path: FilePath) -> FilePath { archive.path.appending(path) }

  /// The next episode, or `nil` after the last one.
  ///
  /// - Parameters:
  ///   - isIndexed: whether the index has a member already, of an archive with this size and time: then it is
  ///     not read.
  ///   - refusal: why a member whose name tells nothing is no transcript, by its name and first bytes.
  /// - Throws: `ArchiveError`; then nothing more can be read.
  public func nextEpisode(
    isIndexed: (FilePath) -> Bool, refusal: (String, [UInt8]) -> TranscriptError?
  ) throws(ArchiveError) -> EpisodeCandidate? {
    while next < entries.count {
      let number = next
      guard try reader.next() != nil else { break }
      next += 1
      guard let entry = entries[number] else { continue }
      try take(entry, isIndexed, refusal)
      if let episode = finished(entry.episode) { return candidate(of: episode) }
    }
    next = entries.count
    return nil
  }

  private func take(
    _ entry: Entry, _ isIndexed: (FilePath) -> Bool,
    _ refusal: (String, [UInt8]) -> TranscriptError?
  ) throws(ArchiveError) {
    episodes[entry.episode].missing -= 1
    guard !episodes[entry.episode].isDone else {
      _ = skip(entry.path, .siblingTaken)
      return
    }
    let path = whole(entry.path)
    guard let content = try content(of: entry, isIndexed(path), refusal) else { return }
    waiting += content.bytes?.count ?? 0
    episodes[entry.episode].files.append(
      EpisodeFile(path: path, name: entry.path.name, isNamed: false, content: content))
  }

  /// The bytes of a member, unless it is passed over.
  private func content(
    of entry: Entry, _ isIndexed: Bool, _ refusal: (String, [UInt8]) -> TranscriptError?
  ) throws(ArchiveError) -> EpisodeFile.Content? {
    guard !isIndexed else { return .init(bytes: nil, size: size, modified: modified) }
    do throws(ArchiveError) {
      var bytes: [UInt8] = []
      if EpisodeFinder.rank(of: entry.path.name) == nil {
        bytes = try reader.read(upTo: SourceFile.headLength)
        let reason =
          ArchiveReader.isArchive(bytes)
          ? TranscriptError(.archive(.nested)) : refusal(entry.path.name.description, bytes)
        if let reason {
          skipped.append(RejectedFile(path: whole(entry.path), error: reason))
          return nil
        }
      }
      return .init(bytes: bytes + (try reader.read()), size: size, modified: modified)
    } catch {
      guard error == .encrypted else { throw error }
      _ = skip(entry.path, .archive(.encrypted))
      return nil
    }
  }

  /// The files of an episode when all were read, or too much waits.
  private func finished(_ episode: Int) -> [EpisodeFile]? {
    guard episodes[episode].missing == 0 || waiting > Self.mostWaiting,
      !episodes[episode].files.isEmpty
    else { return nil }
    let files = episodes[episode].files
    waiting -= files.reduce(0) { $0 + ($1.content?.bytes?.count ?? 0) }
    episodes[episode].files = []
    episodes[episode].isDone = true
    return files
  }

  private func candidate(of files: [EpisodeFile]) -> EpisodeCandidate {
    let ranked = files.sorted { first, second in
      let ranks = (
        EpisodeFinder.rank(of: first.name) ?? .max, EpisodeFinder.rank(of: second.name) ?? .max
      )
      return ranks.0 == ranks.1 ? first.path < second.path : ranks.0 < ranks.1
    }
    return EpisodeCandidate(files: ranked, show: show(of: ranked[0]))
  }

  private func show(of file: EpisodeFile) -> String {
    guard show.isEmpty else { return show }
    let below = file.path.components.dropFirst(archive.path.components.count)
    if below.count > 1, let folder = below.first { return FilePath(bytes: folder).description }
    return archive.isNamed ? "" : ArchiveNames.title(of: archive.name)
  }
}
