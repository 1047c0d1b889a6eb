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
    return isArchive(file) ? openArchive(candidate, file, size, modified) : .plain
  }

  /// Tables are told by their names and headers.
  private func isTable(_ file: EpisodeFile) -> Bool {
    guard reader.format == nil, episodeColumn != "none",
      EpisodeTable.extensions.contains(EpisodeName.fileExtension(of: file.name.description)),
      // Whoever reads the file says why it can't be read.
      let head = try? SystemFile.read(file.path, limit: Self.headLength)
    else { return false }
    return EpisodeTable.isLikely(
      head, fileName: file.name.description, column: episodeColumn)
  }

  private func openTable(
    _ candidate: EpisodeCandidate, _ file: EpisodeFile, _ size: Int, _ modified: Int
  ) -> Opened {
    do {
      guard size < CandidateReader.mostBytes else {
        throw TranscriptError(.tooLarge(limit: CandidateReader.mostBytes))
      }
      let table = try EpisodeTable(
        try SystemFile.read(file.path), fileName: file.name.description,
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
      let show = finder.show ?? candidate.show
      let episodes = try ArchiveEpisodes(
        file, size: size, modified: modified, show: show, finder: finder)
      guard !episodes.isDocument else {
        return .failed(.passedOver(file, TranscriptError(.otherDocument)))
      }
      return .members(
        ArchiveMembers(archive: file, episodes: episodes, reader: reader, size, modified))
    } catch {
      return .failed(.rejected(file.path, TranscriptError(.archive(error))))
    }
  }

  /// Archives are known by their first bytes, but no format's extension is an archive's.
  private func isArchive(_ file: EpisodeFile) -> Bool {
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

/// The episodes of an archive, and at its end what was passed over.
private struct ArchiveMembers: MemberSequence {
  /// Episodes enter an index in order of their paths, those of so many bytes at a time.
  private static let batchSize = 64 << 20

  private let archive: EpisodeFile
  private let episodes: ArchiveEpisodes
  private let reader: CandidateReader.Settings
  private let size: Int
  private let modified: Int
  /// The next episodes, the last one first.
  private var batch: [EpisodeCandidate] = []
  /// What is said when all episodes were read.
  private var end: CandidateReader.Outcome?
  private var isDone = false

  init(
    archive: EpisodeFile, episodes: ArchiveEpisodes, reader: CandidateReader.Settings, _ size: Int,
    _ modified: Int
  ) {
    (self.archive, self.episodes, self.reader) = (archive, episodes, reader)
    (self.size, self.modified) = (size, modified)
  }

  mutating func next() -> WorkQueue.Item? {
    if batch.isEmpty, end == nil { fill() }
    if let candidate = batch.popLast() { return .candidate(candidate, isMember: true) }
    guard let end, !isDone else { return nil }
    isDone = true
    return .outcome(end)
  }

  private mutating func fill() {
    var bytes = 0
    while bytes < Self.batchSize, let candidate = nextEpisode() {
      bytes += candidate.files.reduce(0) { $0 + ($1.content?.bytes?.count ?? 0) }
      batch.append(candidate)
    }
    batch.sort { $0.files[0].path > $1.files[0].path }
  }

  private mutating func nextEpisode() -> EpisodeCandidate? {
    var outcome = CandidateReader.Outcome()
    do throws(ArchiveError) {
      let candidate = try episodes.nextEpisode(
        isIndexed: { reader.isIndexed($0, size, modified) },
        refusal: { reader.refusal(ofHead: $1, name: $0) })
      if let candidate { return candidate }
      outcome.opened = archive.path
    } catch {
      outcome = .rejected(archive.path, TranscriptError(.archive(error)))
    }
    outcome.skipped = episodes.skipped
    end = outcome
    return nil
  }
}
