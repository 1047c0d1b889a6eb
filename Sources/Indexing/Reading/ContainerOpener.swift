import FilePaths
import InvertedIndex
import Transcripts

/// Tells files that hold many episodes from those that hold one, and opens them.
struct ContainerOpener {
  enum Opened {
    /// The file holds one episode, or none.
    case plain
    case members(any MemberSequence)
    case failed(CandidateReader.Outcome)
  }

  let reader: CandidateReader.Settings
  /// Which members are wanted.
  let finder: EpisodeFinder
  /// The column of tables that names the episode; `nil` goes by known names, `none` is for no table.
  let episodeColumn: String?

  /// A header may be long.
  private static let headLength = 64 << 10

  func open(_ candidate: EpisodeCandidate) -> Opened {
    let file = candidate.files[0]
    guard case .file(let size, let modified) = FileStatus(file.path) else { return .plain }
    if isTable(file) { return openTable(candidate, file, size, modified) }
    return Self.isArchive(file) ? openArchive(candidate, file, size, modified) : .plain
  }

  /// Tables are told by their names and headers.
  private func isTable(_ file: EpisodeFile) -> Bool {
    guard reader.format == nil, episodeColumn != "none",
      EpisodeTable.extensions.contains(EpisodeName.fileExtension(of: file.name.description)),
      let head = head(of: file)
    else { return false }
    return EpisodeTable.isLikely(
      head, fileName: file.name.description, column: episodeColumn)
  }

  private func head(of file: EpisodeFile) -> [UInt8]? {
    if let content = file.content { return content.bytes.map { Array($0.prefix(Self.headLength)) } }
    // Whoever reads the file says why it can't be read.
    return try? SystemFile.read(file.path, limit: Self.headLength)
  }

  /// Opens a member of an archive that is a table of many episodes; others stay as they are.
  func openMember(_ candidate: EpisodeCandidate) -> Opened {
    let file = candidate.files[0]
    guard let content = file.content, content.bytes != nil, isTable(file) else { return .plain }
    return openTable(candidate, file, content.size, content.modified)
  }

  private func openTable(
    _ candidate: EpisodeCandidate, _ file: EpisodeFile, _ size: Int, _ modified: Int
  ) -> Opened {
    do {
      guard size < CandidateReader.mostBytes else {
        throw TranscriptError(.tooLarge(limit: CandidateReader.mostBytes))
      }
      let table = try EpisodeTable(
        try file.content?.bytes ?? SystemFile.read(file.path), fileName: file.name.description,
        encoding: reader.encoding, column: episodeColumn)
      guard let table else { return .plain }
      return .members(
        TableMembers(
          table, of: file, show: candidate.show, reader: reader, size: size, modified: modified))
    } catch {
      return .failed(.rejected(file.path, error))
    }
  }

  private func openArchive(
    _ candidate: EpisodeCandidate, _ file: EpisodeFile, _ size: Int, _ modified: Int
  ) -> Opened {
    do throws(ArchiveError) {
      if let name = try compressedFile(file, size) {
        let content = reader.isIndexed(file.path, size, modified) ? nil : try bytes(of: file, size)
        return .members(
          CompressedFile(
            file: file, name: name, content: .init(bytes: content, size: size, modified: modified),
            show: candidate.show))
      }
      let episodes = try ArchiveEpisodes(
        file, size: size, modified: modified, show: candidate.show, finder: finder)
      guard !episodes.isDocument else {
        return .failed(.passedOver(file, TranscriptError(.otherDocument)))
      }
      return .members(
        ArchiveMembers(archive: file, episodes: episodes, opener: self, size, modified))
    } catch {
      return .failed(.rejected(file.path, TranscriptError(.archive(error))))
    }
  }

  /// Archives are known by their first bytes, but no format's extension is an archive's.
  static func isArchive(_ file: EpisodeFile) -> Bool {
    guard TranscriptFormat.rank(ofFileName: file.name.description) == nil else { return false }
    // Whoever reads the file says why it can't be read.
    return (try? SystemFile.read(file.path, limit: 512)).map(ArchiveReader.isArchive) ?? false
  }

  /// The name that a file has which is only compressed, as `a.srt` of `a.srt.gz`; `nil` for archives.
  private func compressedFile(
    _ file: EpisodeFile, _ size: Int
  ) throws(ArchiveError) -> FilePath? {
    let archive = try ArchiveReader(atPath: file.path.bytes, size: size)
    _ = try archive.next()
    return archive.isCompressedFile ? file.name.stem : nil
  }

  private func bytes(of file: EpisodeFile, _ size: Int) throws(ArchiveError) -> [UInt8] {
    let archive = try ArchiveReader(atPath: file.path.bytes, size: size)
    _ = try archive.next()
    return try archive.read()
  }
}

/// A file that is only compressed: an episode under its own path.
private struct CompressedFile: MemberSequence {
  let file: EpisodeFile
  let name: FilePath
  let content: EpisodeFile.Content
  let show: String
  private var isDone = false

  init(file: EpisodeFile, name: FilePath, content: EpisodeFile.Content, show: String) {
    (self.file, self.name, self.content, self.show) = (file, name, content, show)
  }

  mutating func next() -> WorkQueue.Item? {
    guard !isDone else { return nil }
    isDone = true
    let inner = EpisodeFile(path: file.path, name: name, isNamed: file.isNamed, content: content)
    return .candidate(EpisodeCandidate(files: [inner], show: show), isMember: false)
  }
}
