import FoundationEssentials

/// Finds the transcript files among paths and folders, by name; their content is judged on reading.
public struct EpisodeFinder {
  /// Whether every file is an episode of its own, siblings of one stem too.
  public var takesAllFiles = false
  /// Takes only files whose name, or path below the folder given, matches one of these.
  public var globs: [String] = []
  /// The show of every episode; otherwise the first folder below the path given.
  public var show: String?
  /// Tells folders that hold an index, which are not entered unless they are named.
  public var isIndex: (String) -> Bool = { _ in false }
  /// Tells by its name a file that is an index's, where one lies among transcripts.
  public var isIndexFile: (String) -> Bool = { _ in false }

  private var found = FoundEpisodes()
  /// The files of each folder and stem, with their shows.
  private var groups: [String: [(format: TranscriptFormat, file: EpisodeFile, show: String)]] = [:]
  /// Resolved paths of files and folders seen, since links may lead to one twice or in circles.
  private var seen: Set<String> = []

  /// The path given that is being looked through, resolved.
  private var root = ""
  /// The folder of the last file as it was named, and resolved.
  private var lastFolder: (path: Substring, resolved: String) = ("/", "/")

  public init() {}

  /// Looks through the paths, folders recursively.
  ///
  /// - Returns: candidates in order of their paths, the same in every run.
  public static func find(_ paths: [String], with finder: EpisodeFinder) -> FoundEpisodes {
    var finder = finder
    for path in paths { finder.look(at: path) }
    finder.gather()
    return finder.found.sorted()
  }

  private mutating func look(at path: String) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    switch FileKind(path: path) {
    case .folder:
      root = FileKind.resolved(path)
      walk(path, below: "", show: show)
    case .file: take(path, below: "", show: show ?? "", isNamed: true)
    case .missing(let errno): reject(path, FileKind.reason(errno))
    case .special: reject(path, "is neither a file nor a folder")
    }
  }

  private mutating func reject(_ path: String, _ reason: String) {
    found.rejected.append(RejectedFile(path: path, reason: reason))
  }

  private mutating func walk(_ folder: String, below prefix: String, show: String?) {
    let resolved = FileKind.resolved(folder)
    guard seen.insert(resolved).inserted else { return }
    guard prefix.isEmpty || !isIndex(folder) else { return }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return reject(folder, "the folder cannot be read")
    }
    found.folders.add(resolved, root: root, isEmpty: names.isEmpty)
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      switch FileKind(path: path) {
      case .folder:
        let show = show ?? (prefix.isEmpty ? name : Self.firstFolder(prefix))
        walk(path, below: "\(prefix)\(name)/", show: show)
      case .file: take(path, below: prefix, show: show ?? Self.firstFolder(prefix), isNamed: false)
      case .missing(let errno) where !FileKind.meansGone(errno):
        reject(path, FileKind.reason(errno))
      case .missing where TranscriptFormat(fileName: name) != nil: reject(path, "a link to nothing")
      case .missing, .special: continue
      }
    }
  }

  private static func firstFolder(_ prefix: String) -> String {
    String(prefix.prefix { $0 != "/" })
  }

  /// Takes a file into its group, or counts it as skipped.
  private mutating func take(_ path: String, below prefix: String, show: String, isNamed: Bool) {
    let name = Self.lastComponent(of: path)
    if !isNamed, TranscriptFormat(fileName: name) != nil, !Self.isNeverAnEpisode(name) {
      found.folders.noteTranscript(below: root)
    }
    if let reason = objection(to: name, below: prefix) {
      if isNamed { reject(path, reason) }
      return
    }
    let folder = resolvedFolder(of: path, name)
    let resolved =
      folder == "/" || FileKind.isLink(path) ? FileKind.resolved(path) : "\(folder)/\(name)"
    guard !Self.isNeverAnEpisode(name), let format = TranscriptFormat(fileName: name) else {
      if isNamed {
        return reject(
          path,
          Self.isNeverAnEpisode(name)
            ? "files of this name are never transcripts; give it another name to index it"
            : "no transcript format has names like “\(name)”")
      }
      return found.skipped.append(resolved)
    }
    // Only now: a link with a transcript's name may lead to a file without one.
    guard seen.insert(resolved).inserted else { return }
    let key = takesAllFiles ? resolved : "\(folder)/\(EpisodeName.stem(of: name))"
    let file = EpisodeFile(path: resolved, name: name, isNamed: isNamed)
    groups[key, default: []].append((format, file, show))
  }

  /// The folder of a file; the system is asked once for the files of a folder that follow one another.
  private mutating func resolvedFolder(of path: String, _ name: String) -> String {
    let folder = path.dropLast(name.count)
    if lastFolder.path != folder {
      lastFolder = (folder, FileKind.resolved(folder.isEmpty ? "." : String(folder)))
    }
    return lastFolder.resolved
  }

  /// Why a file is left out without being looked at.
  private func objection(to name: String, below prefix: String) -> String? {
    if isIndexFile(name) { return "belongs to an index" }
    return isWanted(name, below: prefix) ? nil : "its name does not match --glob"
  }

  private func isWanted(_ name: String, below prefix: String) -> Bool {
    globs.isEmpty
      || globs.contains { Glob.matches($0, $0.contains("/") ? prefix + name : name) }
  }

  private static func isNeverAnEpisode(_ name: String) -> Bool {
    let stem = EpisodeName.stem(of: name).uppercased()
    return ["README", "LICENSE", "LICENCE", "SOURCE"].contains(stem)
      || name.lowercased() == "metadata.csv"
  }

  /// Makes a candidate of every group.
  private mutating func gather() {
    let preference = TranscriptFormat.allCases
    for group in groups.values {
      let files = group.sorted {
        preference.firstIndex(of: $0.format)! < preference.firstIndex(of: $1.format)!
      }
      found.candidates.append(EpisodeCandidate(files: files.map(\.file), show: files[0].show))
    }
  }

  static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
