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

  /// The paths of the run, links resolved.
  private let roots: [FilePath]
  /// Larger tables above the paths of the run are none of metadata.
  private static let mostBytesAbove = 64 << 20

  /// - Throws: `InputError` where a file that the user named cannot be read.
  init(_ options: IndexingOptions) throws {
    roots = options.paths.map { ReadFolders.identity(of: $0.withoutTrailingSlashes) }
    sources.show = options.show
    sources.urlTemplate = options.urlTemplate
    sources.namePattern = options.namePattern
    sources.checksContent = options.checksContent || options.updatesMetadata
    for path in options.metadataTables {
      let table = try read(path) { try MetadataTable($0, fileName: path.name.description) }
      let file = ReadFolders.identity(of: path)
      warnings += table.warnings.map { .init(path: file, warning: $0) }
      sources.tables = sources.tables ?? MetadataRows(findsElsewhere: true)
      sources.tables?.add(table, at: file)
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
      throw InputError(.metadata(error), file: path.description)
    }
  }

  /// Takes what lies beside files that were found, and in archives.
  mutating func add(_ found: FoundEpisodes) {
    sources.folderDates = found.folderDates
    sources.infoFiles = found.infoFiles
    let files = found.candidates.flatMap(\.files)
    addInfoFiles(of: files.filter { $0.isNamed })
    add(
      Set(found.metadataTables),
      archives: found.candidates.map { $0.files[0] }.filter(ContainerOpener.isArchive).map(\.path))
    let used = Set(files.map(MetadataSources.infoFile))
    skipped += sources.infoFiles.subtracting(used).sorted().map {
      RejectedFile(path: $0, error: TranscriptError(.reservedName))
    }
  }

  /// Takes what lies beside indexed files, which may be gone, and in their archives.
  mutating func add(_ files: [EpisodeFile]) {
    addInfoFiles(of: files)
    let folders = Self.folders(above: files.map(\.path)).subtracting(Self.folders(above: roots))
    let tables = folders.map { $0.appending(FilePath(MetadataTable.fileName)) }
    add(Set(tables.filter(Self.isFile)), archives: folders.filter(Self.isArchive).sorted())
  }

  private static func folders(above paths: [FilePath]) -> Set<FilePath> {
    var folders: Set<FilePath> = []
    for path in paths where path.bytes.count > 1 {
      var folder = path.folder
      while folders.insert(folder).inserted, folder.bytes.count > 1 { folder = folder.folder }
    }
    return folders
  }

  /// The tables in folders above the paths of the run, which other runs may have found beside the files, too.
  private func tablesAbove() -> [FilePath: [UInt8]] {
    var tables: [FilePath: [UInt8]] = [:]
    for folder in Self.folders(above: roots) {
      let path = folder.appending(FilePath(MetadataTable.fileName))
      guard case .file(let size, _) = FileStatus(path), size <= Self.mostBytesAbove else {
        continue
      }
      tables[path] = try? SystemFile.read(path)
    }
    return tables
  }

  private mutating func addInfoFiles(of files: [EpisodeFile]) {
    let beside = files.map(MetadataSources.infoFile).filter { !sources.infoFiles.contains($0) }
    sources.infoFiles.formUnion(beside.filter(Self.isFile))
  }

  /// Adds tables, the deeper ones first, since they are nearer to what they are about.
  private mutating func add(_ paths: Set<FilePath>, archives: [FilePath]) {
    var tables = tablesAbove()
    sources.tablesAbove = Set(tables.keys).subtracting(paths)
    tables.merge(addArchives(archives)) { $1 }
    for path in paths {
      do {
        tables[path] = try SystemFile.read(path)
      } catch {
        skipped.append(RejectedFile(path: path, error: error))
      }
    }
    let depth = { (path: FilePath) in path.components.count }
    for (path, bytes) in tables.sorted(by: { (depth($1.key), $0.key) < (depth($0.key), $1.key) }) {
      add(bytes, at: path)
    }
  }

  private mutating func add(_ bytes: [UInt8], at path: FilePath) {
    do throws(TranscriptError) {
      let table = try MetadataTable(bytes, fileName: path.name.description)
      if !sources.tablesAbove.contains(path) {
        warnings += table.warnings.map { .init(path: path, warning: $0) }
      }
      sources.folderTables.add(table, at: path)
      sources.tableFolders.insert(path.folder)
    } catch {
      // A table above that is none of metadata is no part of the run.
      guard !sources.tablesAbove.contains(path) else { return }
      skipped.append(RejectedFile(path: path, error: error))
    }
  }

  /// Takes what archives hold; whoever reads their transcripts says why one cannot be read.
  ///
  /// - Returns: the tables, by their paths.
  private mutating func addArchives(_ paths: [FilePath]) -> [FilePath: [UInt8]] {
    var tables: [FilePath: [UInt8]] = [:]
    for path in paths {
      guard case .file(let size, _) = FileStatus(path),
        let archive = try? ArchiveMetadata(path, size: size)
      else { continue }
      tables.merge(archive.tables) { first, _ in first }
      sources.archivedInfoFiles.merge(archive.infoFiles) { first, _ in first }
      sources.folderDates.merge(archive.folderDates) { first, _ in first }
      skipped += archive.skipped
    }
    return tables
  }

  private static func isFile(_ path: FilePath) -> Bool {
    if case .file = FileStatus(path) { true } else { false }
  }

  private static func isArchive(_ path: FilePath) -> Bool {
    isFile(path)
      && ContainerOpener.isArchive(EpisodeFile(path: path, name: path.name, isNamed: false))
  }
}
