public import FilePaths

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds the transcript files among paths and folders, by name; their content is judged on reading.
public struct EpisodeFinder {
  /// Whether every file is an episode of its own, siblings of one stem too.
  public var takesAllFiles = false
  /// Takes only files whose name, or path below the folder given, matches one of these.
  public var globs: [String] = []
  /// Tells folders that hold an index, which are not entered unless they are named.
  public var isIndex: (FilePath) -> Bool = { _ in false }
  /// Tells by its name a file that is an index's, where one lies among transcripts.
  public var isIndexFile: (FilePath) -> Bool = { _ in false }

  private lazy var patterns = globs.map(Glob.init)
  private var found = FoundEpisodes()
  private var groups: [FilePath: [FoundFile]] = [:]
  /// Files with an extension that no format has, whose content decides. None is a sibling of others: `talk.mp3`
  /// beside `talk.srt`.
  private var unknown: [EpisodeCandidate] = []
  /// Resolved paths of files and folders seen, since links may lead to one twice or in circles.
  private var seen: Set<FilePath> = []
  /// The path given that is being looked through, resolved.
  private var root = FilePath("")
  /// The folder of the last file as it was named, and resolved.
  private var lastFolder: (path: FilePath, resolved: FilePath) = ("/", "/")

  /// A file of one folder and stem.
  private struct FoundFile {
    /// Where the extension stands in the order of preference.
    let rank: Int
    let file: EpisodeFile
    let show: String
  }

  public init() {}

  /// Looks through the paths, folders recursively.
  ///
  /// - Returns: candidates in order of their paths, the same in every run.
  public static func find(_ paths: [FilePath], with finder: EpisodeFinder) -> FoundEpisodes {
    var finder = finder
    for path in paths { finder.look(at: path.withoutTrailingSlashes) }
    finder.gather()
    return finder.found.sorted()
  }

  private mutating func look(at path: FilePath) {
    switch FileStatus(path) {
    case .folder:
      root = path.resolved
      walk(path, below: "", show: nil)
    case .file: take(path, below: "", show: "", isNamed: true)
    case .missing: reject(path, .inaccessible(errno: ENOENT))
    case .special: reject(path, .special)
    case .unknown(let errno): reject(path, .inaccessible(errno: errno))
    }
  }

  private mutating func reject(_ path: FilePath, _ code: TranscriptError.Code) {
    found.rejected.append(RejectedFile(path: path, error: TranscriptError(code)))
  }

  private mutating func walk(_ folder: FilePath, below prefix: FilePath, show: String?) {
    let resolved = folder.resolved
    guard seen.insert(resolved).inserted else { return }
    guard prefix.bytes.isEmpty || !isIndex(folder) else { return }
    switch folder.names() {
    case .success(let names):
      found.folders.add(resolved, root: root, isEmpty: names.isEmpty)
      for name in names where name.bytes.first != UInt8(ascii: ".") {
        look(at: name, in: folder, below: prefix, show: show)
      }
    case .failure(let failure): reject(folder, .unreadableFolder(errno: failure.errno))
    }
  }

  private mutating func look(
    at name: FilePath, in folder: FilePath, below prefix: FilePath, show: String?
  ) {
    let path = folder.appending(name)
    let firstFolder = prefix.components.first.map { FilePath(bytes: $0).description }
    switch FileStatus(path) {
    case .folder:
      walk(path, below: prefix.appending(name), show: show ?? firstFolder ?? name.description)
    case .file: take(path, below: prefix, show: show ?? firstFolder ?? "", isNamed: false)
    case .missing where Self.rank(of: name) != nil:
      reject(path, .danglingLink)
    case .unknown(let errno): reject(path, .inaccessible(errno: errno))
    case .missing, .special: return
    }
  }

  /// Takes a file into its group, or counts it as skipped.
  ///
  /// What the user names is taken or rejected.
  private mutating func take(_ path: FilePath, below prefix: FilePath, show: String, isNamed: Bool)
  {
    let name = path.name
    if !isNamed, takeMetadata(path, name) { return }
    let isNeverAnEpisode = Self.isNeverAnEpisode(name)
    let rank = Self.rank(of: name)
    if !isNamed, rank != nil, !isNeverAnEpisode { found.folders.noteTranscript(below: root) }
    if let reason = objection(to: name, below: prefix) {
      if isNamed { reject(path, reason) }
      return
    }
    let resolved = resolved(path, name)
    guard !isNeverAnEpisode else {
      if isNamed { return reject(path, .reservedName) }
      let skipped = RejectedFile(path: resolved, error: TranscriptError(.reservedName))
      return found.skipped.append(skipped)
    }
    let file = EpisodeFile(path: resolved, name: name, isNamed: isNamed)
    guard let rank else {
      return unknown.append(EpisodeCandidate(files: [file], show: show))
    }
    // Only now: a link with a transcript's name may lead to a file without one.
    guard seen.insert(resolved).inserted else { return }
    let key = takesAllFiles ? resolved : resolved.folder.appending(name.stem)
    groups[key, default: []].append(FoundFile(rank: rank, file: file, show: show))
  }

  /// Takes a file that says something of others.
  private mutating func takeMetadata(_ path: FilePath, _ name: FilePath) -> Bool {
    if MetadataTable.isTable(name) {
      found.metadataTables.append(resolved(path, name))
    } else if InfoFile.isInfo(name) {
      found.infoFiles.insert(resolved(path, name))
    } else {
      return false
    }
    return true
  }

  /// The absolute path of a file; the system is asked once for the files of a folder that follow one another.
  private mutating func resolved(_ path: FilePath, _ name: FilePath) -> FilePath {
    let folder = path.folder
    if lastFolder.path != folder {
      lastFolder = (folder, (folder.bytes.isEmpty ? "." : folder).resolved)
    }
    let isAtTop = lastFolder.resolved == "/"
    return isAtTop || path.isLink ? path.resolved : lastFolder.resolved.appending(name)
  }

  /// Why a file is left out without being looked at.
  private mutating func objection(to name: FilePath, below prefix: FilePath) -> TranscriptError
    .Code?
  {
    if isIndexFile(name) { return .indexFile }
    return isWanted(name, below: prefix) ? nil : .unwantedName
  }

  /// Whether a path below a container matches a pattern.
  func isWanted(_ path: FilePath) -> Bool {
    var finder = self
    return finder.isWanted(path.name, below: path.folder)
  }

  private mutating func isWanted(_ name: FilePath, below prefix: FilePath) -> Bool {
    guard !globs.isEmpty else { return true }
    let (name, path) = (Glob.composed(name), Glob.composed(prefix.appending(name)))
    return patterns.contains { $0.matches($0.hasSlash ? path : name) }
  }

  static func rank(of name: FilePath) -> Int? {
    TranscriptFormat.rank(ofFileName: name.description)
  }

  private static let notices = ["README", "LICENSE", "LICENCE", "SOURCE"]

  /// Notices and tables of metadata: by the whole name, so that `source-code.txt` is an episode.
  static func isNeverAnEpisode(_ name: FilePath) -> Bool {
    // Most names need no String.
    if MetadataTable.isTable(name) { return true }
    guard let first = name.bytes.first, "rls".utf8.contains(first | 0x20) else { return false }
    return notices.contains(EpisodeName.stem(of: name.description).uppercased())
  }

  /// Whether a name is that of a transcript in a known format.
  static func isTranscript(_ name: FilePath) -> Bool {
    rank(of: name) != nil && !isNeverAnEpisode(name) && !InfoFile.isInfo(name)
  }

  private var folderDates: [FilePath: FolderDates] {
    var finder = FolderDateFinder()
    for file in groups.values.joined() { finder.add(file.file.path) }
    return finder.dates
  }

  /// Makes a candidate of every group; of several files in one format each is an episode, and the one with
  /// lower-case extension has the siblings.
  private mutating func gather() {
    found.folderDates = folderDates
    found.candidates += unknown.filter { seen.insert($0.files[0].path).inserted }
    for group in groups.values {
      let files = group.sorted {
        ($0.rank, $1.file.path) < ($1.rank, $0.file.path)
      }
      var ranks: Set<Int> = []
      let first = files.filter { ranks.insert($0.rank).inserted }
      let paths = Set(first.map(\.file.path))
      found.candidates.append(EpisodeCandidate(files: first.map(\.file), show: first[0].show))
      for other in files where !paths.contains(other.file.path) {
        found.candidates.append(EpisodeCandidate(files: [other.file], show: other.show))
      }
    }
  }
}
