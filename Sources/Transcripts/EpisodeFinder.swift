import FoundationEssentials

/// Finds the transcript files among paths and folders, by name; their content is judged on reading.
public struct EpisodeFinder {
  /// Whether every file is an episode of its own, siblings of one stem too.
  public var takesAllFiles = false
  /// Takes only files whose name, or path below the folder given, matches one of these.
  public var globs: [String] = []
  /// The show of every episode; otherwise the first folder below the path given.
  public var show: String?
  /// Tells folders that hold an index, which are not entered.
  public var isIndex: (String) -> Bool = { _ in false }

  private var found = FoundEpisodes()
  /// Resolved paths of files and folders seen, since links may lead to one twice or in circles.
  private var seen: Set<String> = []

  public init() {}

  /// Looks through the paths, folders recursively.
  ///
  /// - Returns: candidates in order of their paths, the same in every run.
  public static func find(_ paths: [String], with finder: EpisodeFinder) -> FoundEpisodes {
    var finder = finder
    for path in paths { finder.look(at: path) }
    return finder.found.sorted()
  }

  private mutating func look(at path: String) {
    switch FileKind(path: path) {
    case .folder:
      walk(path, below: "", show: show)
    case .file:
      let resolved = FileKind.resolved(path)
      guard seen.insert(resolved).inserted else { return }
      let isReadable = TranscriptFormat(fileName: Self.lastComponent(of: path)) != nil
      guard isReadable else {
        return reject(path, "no transcript format is named “\(ending(path))”")
      }
      found.candidates.append(
        EpisodeCandidate(files: [resolved], show: show ?? "", isNamed: true))
    case .missing:
      reject(path, "there is no such file or folder")
    case .special:
      reject(path, "is neither a file nor a folder")
    }
  }

  private mutating func reject(_ path: String, _ reason: String) {
    found.rejected.append(RejectedFile(path: path, reason: reason))
  }

  private func ending(_ path: String) -> String {
    let name = Self.lastComponent(of: path)
    return name.lastIndex(of: ".").map { String(name[$0...]) } ?? name
  }

  private mutating func walk(_ folder: String, below prefix: String, show: String?) {
    guard seen.insert(FileKind.resolved(folder)).inserted, !isIndex(folder) else { return }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      return reject(folder, "the folder cannot be read")
    }
    var files: [String] = []
    for name in names.sorted() where !name.hasPrefix(".") {
      switch FileKind(path: "\(folder)/\(name)") {
      case .folder:
        let show = show ?? (prefix.isEmpty ? name : nil)
        walk("\(folder)/\(name)", below: "\(prefix)\(name)/", show: show ?? firstFolder(prefix))
      case .file where isWanted(name, below: prefix): files.append(name)
      case .file, .missing, .special: continue
      }
    }
    take(files, in: folder, show: show ?? firstFolder(prefix))
  }

  private func firstFolder(_ prefix: String) -> String {
    String(prefix.prefix { $0 != "/" })
  }

  private func isWanted(_ name: String, below prefix: String) -> Bool {
    globs.isEmpty
      || globs.contains { Glob.matches($0, $0.contains("/") ? prefix + name : name) }
  }

  /// Sorts the files of a folder into episodes and others.
  private mutating func take(_ names: [String], in folder: String, show: String) {
    var groups: [String: [(format: TranscriptFormat, path: String)]] = [:]
    for name in names {
      let resolved = FileKind.resolved("\(folder)/\(name)")
      guard let format = TranscriptFormat(fileName: name), !Self.isNeverAnEpisode(name) else {
        found.skipped.append(resolved)
        continue
      }
      guard seen.insert(resolved).inserted else { continue }
      let key = takesAllFiles ? name : EpisodeName.stem(of: name)
      groups[key, default: []].append((format, resolved))
    }
    for group in groups.values {
      let preference = TranscriptFormat.allCases
      let files = group.sorted {
        preference.firstIndex(of: $0.format)! < preference.firstIndex(of: $1.format)!
      }
      found.candidates.append(
        EpisodeCandidate(files: files.map(\.path), show: show, isNamed: false))
    }
  }

  private static func isNeverAnEpisode(_ name: String) -> Bool {
    let stem = EpisodeName.stem(of: name).uppercased()
    let isNotice = ["README", "LICENSE", "LICENCE", "SOURCE"].contains {
      stem == $0 || stem.hasPrefix($0 + ".") || stem.hasPrefix($0 + "-")
    }
    return isNotice || name.lowercased() == "metadata.csv"
  }

  static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
