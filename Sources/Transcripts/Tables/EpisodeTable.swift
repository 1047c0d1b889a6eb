public import FilePaths

/// A table with rows of many episodes, cut into one small file an episode: how data sets come.
///
/// CSV and TSV, JSON Lines, and one JSON list, with a column that names the episode. Where rows have times they
/// are cues; objects of JSON with lists of cues are transcripts of their own; otherwise the texts of an episode's
/// rows are its document, which may be of any format of text.
public struct EpisodeTable {
  /// An episode, by its rows.
  public struct Episode {
    /// Below the table.
    public let path: FilePath
    public fileprivate(set) var metadata = TranscriptMetadata()
    /// Rows that follow one another are one range.
    fileprivate var rows: [Range<Int>] = []
    /// The further columns whose values have been the same in all rows, with these.
    fileprivate var further: [(index: Int, name: String, value: String)] = []
  }

  private enum Kind {
    case delimited(header: Range<Int>, ending: String)
    case json
    /// Each object of JSON is a transcript.
    case documents
  }

  /// In order of their paths.
  public private(set) var episodes: [Episode] = []
  /// Damage of the whole table.
  public private(set) var warnings: [TranscriptWarning]
  private let bytes: [UInt8]
  private let kind: Kind
  private let columns: Columns
  private let metadataColumns: MetadataColumns
  private let file: SourceFile
  private let rows: any TableRows

  /// Of the names of files that may be tables.
  public static let extensions: Set<String> = ["csv", "tsv", "tab", "jsonl", "ndjson", "json"]

  /// Whether a file that begins so may be a table of many episodes; cheap.
  ///
  /// - Parameter column: the name of the column with the episodes; `nil` goes by known names.
  public static func isLikely(_ head: [UInt8], fileName: String, column: String?) -> Bool {
    guard let file = try? SourceFile(head, fileName: fileName, encoding: nil) else { return false }
    guard let (rows, _) = rows(of: file) else {
      return isJSON(file) && JSONRows.endsEarly(file.text.bytes)
    }
    return episodeColumn(rows.columns, column) != nil
  }

  /// - Returns: `nil` where it is no such table, or has one episode only; also where the header, which each episode
  ///   gets, would make much more of the file than it is.
  /// - Throws: `TranscriptError` where the bytes are no text.
  /// - Complexity: O(n).
  public init?(
    _ bytes: [UInt8], fileName: String, encoding: String?, column: String?
  ) throws(TranscriptError) {
    file = try SourceFile(bytes, fileName: fileName, encoding: encoding)
    self.bytes = file.text.bytes
    warnings = file.text.warnings
    guard let (rows, kind) = Self.rows(of: file),
      let column = Self.episodeColumn(rows.columns, column)
    else { return nil }
    (self.kind, self.rows, columns) = (kind, rows, rows.columns)
    metadataColumns = columns.metadata
    gather(rows, by: column)
    guard episodes.count > 1, headersFit else { return nil }
    episodes.sort { $0.path < $1.path }
    for episode in episodes.indices { episodes[episode].tag() }
  }

  /// Whether the headers of all episodes take no more than some times the file's bytes.
  private var headersFit: Bool {
    guard case .delimited(let header, _) = kind else { return true }
    return header.count * episodes.count <= 8 * bytes.count + 1 << 20
  }

  private static func rows(of file: SourceFile) -> (any TableRows, Kind)? {
    let bytes = file.text.bytes
    switch file.fileExtension {
    case "csv", "tsv", "tab":
      guard let rows = DelimitedRows(file, bytes: bytes) else { return nil }
      return (rows, .delimited(header: rows.header, ending: file.fileExtension))
    default:
      guard isJSON(file) else { return nil }
      return JSONRows(bytes).map { ($0, $0.areDocuments ? .documents : .json) }
    }
  }

  private static func isJSON(_ file: SourceFile) -> Bool {
    switch file.fileExtension {
    case "jsonl", "ndjson": true
    case "json": file.firstByte == UInt8(ascii: "[")
    default: false
    }
  }

  private static func episodeColumn(_ columns: Columns, _ wanted: String?) -> Int? {
    guard let wanted else { return columns.episode }
    return columns.column(named: wanted)
  }

  private mutating func gather(_ rows: any TableRows, by column: Int) {
    var rows = rows
    var paths = Set<FilePath>()
    var repeats: [FilePath: Int] = [:]
    var places: [String: Int] = [:]
    var last = ""
    while let range = rows.next() {
      let name = rows.value(column)
      // In a table made by hand a name stands in the first of its rows only.
      if !name.isEmpty { last = name }
      if !isOfDocuments, let place = places[last] {
        episodes[place].add(range)
        episodes[place].compare(rows)
        continue
      }
      places[last] = episodes.count
      let path = Self.unused(last.isEmpty ? stem : Self.path(of: last), paths, &repeats)
      paths.insert(path)
      var episode = Episode(path: path, metadata: metadata(of: rows, column))
      episode.add(range)
      episode.further = metadataColumns.further.compactMap {
        $0.index == column ? nil : ($0.index, $0.name, rows.value($0.index))
      }
      episodes.append(episode)
    }
    if let broken = rows.broken { warn(of: broken) }
  }

  private var isOfDocuments: Bool { if case .documents = kind { true } else { false } }

  private var stem: FilePath { FilePath(file.fileName).stem }

  /// A path that no episode has: documents of one name, and names that are one as paths, are numbered.
  private static func unused(
    _ path: FilePath, _ paths: Set<FilePath>, _ repeats: inout [FilePath: Int]
  ) -> FilePath {
    var numbered = path
    while paths.contains(numbered) {
      repeats[path, default: 1] += 1
      numbered = FilePath(bytes: path.bytes + Array("-\(repeats[path]!)".utf8))
    }
    return numbered
  }

  private mutating func warn(of broken: (count: Int, position: Int)) {
    let line = 1 + bytes[..<broken.position].count { $0 == 0x0A }
    warnings.append(
      TranscriptWarning(
        .brokenJSONLines(count: broken.count),
        byteOffset: file.text.fileOffset(of: broken.position),
        line: line))
  }

  private static func path(of name: String) -> FilePath {
    let bytes = Array(name.utf8)
    return ArchiveNames.path(of: bytes)
      ?? FilePath(bytes: Array("_".utf8) + bytes.filter { $0 != 0 })
  }

  private func metadata(of rows: any TableRows, _ episode: Int) -> TranscriptMetadata {
    let columns = metadataColumns
    // The text of a row has its speaker.
    var metadata = columns.metadata { column in
      column == columns.speaker ? "" : rows.value(column)
    }
    if columns.title == episode { metadata.title = "" }
    if columns.url == episode { metadata.url = "" }
    return metadata
  }

  /// The name of the file that an episode makes, which tells its format.
  public func name(of episode: Episode) -> FilePath {
    let ending =
      switch kind {
      case .documents: "json"
      case _ where !hasTimes: "txt"
      case .delimited(_, let ending): ending
      case .json: "json"
      }
    return FilePath(bytes: episode.path.name.bytes + Array(".\(ending)".utf8))
  }

  /// The bytes of the file that an episode makes.
  public func bytes(of episode: Episode) -> [UInt8] {
    switch kind {
    case .documents: return Array(episode.rows.map { bytes[$0] }.joined())
    case _ where !hasTimes: return text(of: episode)
    case .delimited(let header, _):
      return Array(bytes[header]) + episode.rows.map { Array(bytes[$0]) + [0x0A] }.joined()
    case .json:
      let rows = episode.rows.map { bytes[$0] }.joined(separator: [UInt8(ascii: ",")])
      return [UInt8(ascii: "[")] + rows + [UInt8(ascii: "]")]
    }
  }

  private var hasTimes: Bool { columns.start != nil || columns.end != nil }

  /// The texts of the rows, a line or more each, behind their speakers.
  private func text(of episode: Episode) -> [UInt8] {
    var (text, rows) = ([UInt8](), rows)
    for range in episode.rows {
      rows.load(range)
      let speaker = rows.value(columns.speaker)
      if !speaker.isEmpty { text += "\(speaker)：".utf8 }
      text += rows.value(columns.text).utf8
      text.append(0x0A)
    }
    return text
  }
}

extension EpisodeTable.Episode {
  fileprivate mutating func add(_ range: Range<Int>) { rows.append(range) }

  /// Keeps the further columns that are the same in another row.
  fileprivate mutating func compare(_ row: some TableRows) {
    guard !further.isEmpty else { return }
    further.removeAll { row.value($0.index) != $0.value }
  }

  /// Makes tags of the further columns.
  fileprivate mutating func tag() {
    metadata.tags = further.compactMap { .init($0.name, $0.value) }
    further = []
  }
}
