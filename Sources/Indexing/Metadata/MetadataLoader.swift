import FilePaths
import InvertedIndex
import Transcripts
import UserInput

/// Reads the tables and feeds of a run.
struct MetadataLoader {
  private(set) var sources = MetadataSources()
  private(set) var warnings: [IndexingSummary.Warning] = []
  /// Tables beside the files that are none of metadata.
  private(set) var skipped: [RejectedFile] = []

  /// - Throws: `ZimuError` where a file that the user named cannot be read.
  init(_ options: IndexingOptions) throws {
    sources.show = options.show
    sources.urlTemplate = options.urlTemplate
    sources.namePattern = options.namePattern
    for path in options.metadataTables {
      let table = try read(path) { try MetadataTable($0, fileName: path.name.description) }
      warnings += table.warnings.map { .init(path: path, warning: $0) }
      sources.tables = sources.tables ?? MetadataRows(findsElsewhere: true)
      sources.tables?.add(table, at: ReadFolders.identity(of: path))
    }
    for path in options.feeds {
      let feed = try read(path) { try Feed($0, fileName: path.name.description) }
      warnings += feed.warnings.map { .init(path: path, warning: $0) }
      sources.feeds = sources.feeds ?? FeedItems()
      sources.feeds?.add(feed, at: path)
    }
  }

  private func read<Value>(_ path: FilePath, _ parse: ([UInt8]) throws -> Value) throws -> Value {
    do {
      return try parse(try SystemFile.read(path))
    } catch let error as TranscriptError {
      throw ZimuError(.metadata(error), file: path.description)
    }
  }

  /// Takes what lies beside files that were found.
  mutating func add(_ found: FoundEpisodes) {
    sources.shortDateFolders = found.shortDateFolders
    sources.infoFiles = found.infoFiles
    let named = found.candidates.flatMap(\.files).filter { $0.isNamed }
    addInfoFiles(of: named)
    let folders = Set(named.map(\.path.folder))
    let beside = folders.map { $0.appending(FilePath(MetadataTable.fileName)) }.filter(Self.isFile)
    addTables(Set(found.metadataTables + beside))
    let used = Set(found.candidates.flatMap(\.files).map(MetadataSources.infoFile))
    skipped += sources.infoFiles.subtracting(used).sorted().map {
      RejectedFile(path: $0, error: TranscriptError(.reservedName))
    }
  }

  /// Takes what lies beside indexed files, which may be gone.
  ///
  /// - Parameter roots: the folders above which no table is looked for.
  mutating func add(_ files: [EpisodeFile], below roots: Set<FilePath>) {
    addInfoFiles(of: files)
    var folders: Set<FilePath> = []
    for file in files {
      var folder = file.path.folder
      while folders.insert(folder).inserted, !roots.contains(folder), folder.bytes.count > 1 {
        folder = folder.folder
      }
    }
    addTables(
      Set(folders.map { $0.appending(FilePath(MetadataTable.fileName)) }.filter(Self.isFile)))
  }

  private mutating func addInfoFiles(of files: [EpisodeFile]) {
    let beside = files.map(MetadataSources.infoFile).filter { !sources.infoFiles.contains($0) }
    sources.infoFiles.formUnion(beside.filter(Self.isFile))
  }

  /// Adds tables, the deeper ones first, since they are nearer to what they are about.
  private mutating func addTables(_ paths: Set<FilePath>) {
    let depth = { (path: FilePath) in path.components.count }
    for path in paths.sorted(by: { (depth($1), $0) < (depth($0), $1) }) {
      do {
        let table = try MetadataTable(try SystemFile.read(path), fileName: path.name.description)
        warnings += table.warnings.map { .init(path: path, warning: $0) }
        sources.folderTables.add(table, at: path)
        sources.tableFolders.insert(path.folder)
      } catch {
        skipped.append(RejectedFile(path: path, error: error))
      }
    }
  }

  private static func isFile(_ path: FilePath) -> Bool {
    if case .file = FileStatus(path) { true } else { false }
  }
}
