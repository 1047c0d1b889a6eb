public import FilePaths

/// What an archive holds that tells of its transcripts: tables of metadata, what downloaders wrote, names.
public struct ArchiveMetadata: Sendable {
  /// The tables named `metadata.csv`, by their paths below the archive's.
  public private(set) var tables: [FilePath: [UInt8]] = [:]
  /// What the files `NAME.info.json` say, by their paths.
  public private(set) var infoFiles: [FilePath: Result<TranscriptMetadata, TranscriptError>] = [:]
  /// The forms of dates that the names of all transcripts of a folder have, by folder.
  public private(set) var folderDates: [FilePath: FolderDates] = [:]
  /// Files of these names that cannot be read.
  public private(set) var skipped: [RejectedFile] = []

  /// Looks through an archive.
  ///
  /// - Throws: `ArchiveError`.
  /// - Complexity: O(n) in the size of the archive; zip archives are read only where these files lie.
  public init(_ archive: FilePath, size: Int) throws(ArchiveError) {
    let reader = try ArchiveReader(atPath: archive.bytes, size: size)
    var names: [[UInt8]] = []
    var contents: [Int: [UInt8]?] = [:]
    while let member = try reader.next(), !reader.isCompressedFile {
      if member.kind == .file, Self.tells(member.path) {
        contents[names.count] = .some(try Self.bytes(reader))
      }
      names.append(member.kind == .other ? [] : member.path)
    }
    take(ArchiveNames.decoded(names), contents, archive)
  }

  /// Whether a member tells of others, by its name.
  private static func tells(_ name: [UInt8]) -> Bool {
    let path = FilePath(bytes: name)
    return MetadataTable.isTable(path.name) || InfoFile.isInfo(path.name)
  }

  /// - Returns: `nil` for encrypted members.
  private static func bytes(_ reader: ArchiveReader) throws(ArchiveError) -> [UInt8]? {
    do throws(ArchiveError) {
      return try reader.read()
    } catch {
      guard error == .encrypted else { throw error }
      return nil
    }
  }

  private mutating func take(
    _ names: [[UInt8]], _ contents: [Int: [UInt8]?], _ archive: FilePath
  ) {
    var dates = FolderDateFinder()
    for (number, name) in names.enumerated() {
      guard let path = ArchiveNames.path(of: name).map(archive.appending) else { continue }
      if let content = contents[number] {
        take(content, path)
      } else if EpisodeFinder.isTranscript(path.name) {
        dates.add(path)
      }
    }
    folderDates = dates.dates
  }

  private mutating func take(_ content: [UInt8]?, _ path: FilePath) {
    guard let content else {
      return skipped.append(RejectedFile(path: path, error: TranscriptError(.archive(.encrypted))))
    }
    if MetadataTable.isTable(path.name) {
      tables[path] = content
    } else {
      infoFiles[path] = Result { () throws(TranscriptError) in try InfoFile.metadata(of: content) }
    }
  }
}
