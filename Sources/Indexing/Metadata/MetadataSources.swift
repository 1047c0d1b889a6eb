import FilePaths
import InvertedIndex
import Transcripts

/// All that says something of episodes besides their content.
struct MetadataSources: Sendable {
  /// What was found out about a file on the way.
  struct Findings: Sendable {
    /// The rows and items about it.
    var references: [MetadataEntry.Reference] = []
    /// Whether a table or feed should say something of it, and none does.
    var isUnmatched = false
    /// Whether its name is not of the form that the user gave.
    var hasOtherName = false
    var rejected: [RejectedFile] = []
  }

  /// See `IndexingOptions`.
  var show: String?
  var urlTemplate: String?
  var namePattern: NamePattern?
  /// The tables that the user names; `nil` where there is none.
  var tables: MetadataRows?
  var feeds: FeedItems?
  /// All tables beside the files.
  var folderTables = MetadataRows(findsElsewhere: false)
  /// Those of them that lie above the paths of the run, most of whose rows are about other files.
  var tablesAbove: Set<FilePath> = []
  /// The folders with a table.
  var tableFolders: Set<FilePath> = []
  /// What a downloader wrote beside files on disk.
  var infoFiles: Set<FilePath> = []
  /// What such files in archives say.
  var archivedInfoFiles: [FilePath: Result<TranscriptMetadata, TranscriptError>] = [:]
  var folderDates: [FilePath: FolderDates] = [:]
  /// Whether files beside the episodes are read though size and time are those indexed.
  var checksContent = false
  /// Whether names and folders are taken anew, as when files are read.
  var readsNames = true

  /// Brings a record up to date with what the sources say now; what they say no more goes, but what a table, a feed or
  /// a link of an earlier run said stays until a run names others.
  ///
  /// - Parameter folderShow: the show by the folders of this run; empty where they tell none.
  func tell(_ record: inout EpisodeRecord, of file: EpisodeFile, folderShow: String) -> Findings {
    var findings = Findings()
    let name = name(of: file)
    record.replace(.commandLine, with: commandLine(file, record))
    if let tables {
      tell(&record, tables.entry(of: file.path), of: tables.entries, .metadataTable, &findings)
    }
    let row = folderTables.entry(of: file.path)
    tell(&record, row, of: folderTables.entries, .folderTable, &findings)
    if let feeds {
      tell(&record, feeds.entry(of: file.path, named: name), of: feeds.entries, .feed, &findings)
    }
    tellInfo(of: file, &record, &findings)
    if let content = file.content, content.isMadeUp {
      record.replace(.episodeTable, with: content.metadata.statements(from: .episodeTable))
    }
    if readsNames || namePattern != nil { tellName(name, of: file, &record, &findings) }
    if readsNames, !folderShow.isEmpty {
      record.replace(.folder, with: [EpisodeStatement(.show, folderShow, from: .folder)])
    }
    let isExpected =
      tables != nil || feeds != nil || tableFolders.contains(file.path.folder)
    findings.isUnmatched = isExpected && findings.references.isEmpty
    return findings
  }

  /// Forgets the show that an earlier run named, if something else names one.
  func settle(_ record: inout EpisodeRecord) {
    let shows = record.statements.filter { $0.field == .show }
    guard show == nil, shows.count > 1, shows[0].source == .commandLine else { return }
    let others = record.statements.filter { $0.source == .commandLine && $0.field != .show }
    record.replace(.commandLine, with: others)
  }

  private func commandLine(_ file: EpisodeFile, _ record: EpisodeRecord) -> [EpisodeStatement] {
    let old = record.statements.filter { $0.source == .commandLine }
    let link = urlTemplate.map { $0.replacing("{name}", with: file.name.stem.percentEncoded) }
    let new = [(EpisodeStatement.Field.show, show), (.url, link)]
    return new.flatMap { field, value in
      guard let value else { return old.filter { $0.field == field } }
      return value.isEmpty ? [] : [EpisodeStatement(field, value, from: .commandLine)]
    }
  }

  private func tell(
    _ record: inout EpisodeRecord, _ number: Int?, of entries: [MetadataEntry],
    _ source: EpisodeStatement.Source, _ findings: inout Findings
  ) {
    if let number { findings.references.append(.init(source: source, number: number)) }
    let metadata = number.map { entries[$0].metadata }
    record.replace(source, with: metadata?.statements(from: source) ?? [])
  }

  private func name(of file: EpisodeFile) -> EpisodeName {
    EpisodeName(
      fileName: file.name.description,
      folderDates: folderDates.isEmpty ? [] : folderDates[file.path.folder] ?? [])
  }

  private func tellName(
    _ name: EpisodeName, of file: EpisodeFile, _ record: inout EpisodeRecord,
    _ findings: inout Findings
  ) {
    var metadata = TranscriptMetadata()
    (metadata.title, metadata.date, metadata.number) = (name.title, name.date, name.number)
    if let namePattern {
      let folders = file.path.folder.components.map { FilePath(bytes: $0).description }
      let told = namePattern.metadata(ofPath: folders + [file.name.description])
      findings.hasOtherName = told == nil
      if let told {
        metadata = told
        if metadata.title.isEmpty { metadata.title = name.title }
      }
    }
    guard !losesDate(record, file, metadata) else { return }
    record.replace(.fileName, with: metadata.statements(from: .fileName))
  }

  /// Whether a file that is named alone would lose a date that it has because all names of its folder have one.
  private func losesDate(
    _ record: EpisodeRecord, _ file: EpisodeFile, _ metadata: TranscriptMetadata
  ) -> Bool {
    file.isNamed && namePattern == nil && metadata.date.isEmpty
      && record.statements.contains { $0.source == .fileName && $0.field == .date }
  }

  /// What the file beside an episode's says; on disk it is read again only when it changed.
  private func tellInfo(
    of file: EpisodeFile, _ record: inout EpisodeRecord, _ findings: inout Findings
  ) {
    guard let path = infoPath(of: file) else {
      record.infoFile = nil
      return record.replace(.infoFile, with: [])
    }
    let archived = archivedInfoFiles[path]
    let version = archived == nil ? Self.version(of: path) : nil
    guard checksContent || version == nil || version != record.infoFile else { return }
    record.infoFile = nil
    do {
      let metadata = try archived?.get() ?? InfoFile.metadata(of: SystemFile.read(path))
      record.replace(.infoFile, with: metadata.statements(from: .infoFile))
      record.infoFile = version
    } catch {
      record.replace(.infoFile, with: [])
      findings.rejected.append(RejectedFile(path: path, error: error))
    }
  }

  /// Where the file lies that tells of an episode's; `nil` where there is none.
  private func infoPath(of file: EpisodeFile) -> FilePath? {
    if infoFiles.isEmpty, archivedInfoFiles.isEmpty { return nil }
    let path = Self.infoFile(of: file)
    let isOnDisk = file.content == nil && infoFiles.contains(path)
    return isOnDisk || archivedInfoFiles[path] != nil ? path : nil
  }

  private static func version(of path: FilePath) -> EpisodeRecord.FileVersion? {
    guard case .file(let size, let modified) = FileStatus(path) else { return nil }
    return EpisodeRecord.FileVersion(size: size, modified: modified)
  }

  /// Where the file beside an episode's would be.
  static func infoFile(of file: EpisodeFile) -> FilePath {
    InfoFile.path(for: file.path, named: file.name.description)
  }
}

extension FilePath {
  /// The name as a part of a URL (RFC 3986): all but unreserved characters as bytes in hexadecimal.
  fileprivate var percentEncoded: String {
    bytes.map { byte in
      let isUnreserved =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
      if isUnreserved { return String(UnicodeScalar(byte)) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
