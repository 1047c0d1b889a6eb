/// The folders that a search has read, and what they tell of a file that was there once.
public struct ReadFolders: Sendable {
  /// What became of a file.
  public enum Fate: Hashable, Sendable {
    /// It lies below no folder that was read.
    case unknown
    /// Something is still there.
    case there
    /// The folder that it, or its folder, lay in was read, and nothing of that name is there.
    case gone
    /// It cannot be seen, and that does not mean that it is gone: where, and why.
    case unsure(place: String, reason: String)
  }

  private struct Folder {
    let root: String
    let isEmpty: Bool
  }

  /// By their resolved paths.
  private var folders: [String: Folder] = [:]
  /// The paths given, resolved, below which a transcript was found.
  private var filledRoots: Set<String> = []

  mutating func add(_ folder: String, root: String, isEmpty: Bool) {
    folders[folder] = Folder(root: root, isEmpty: isEmpty)
  }

  mutating func noteTranscript(below root: String) { filledRoots.insert(root) }

  /// What became of a file; only "no such file" in a folder that was read means that it is gone.
  ///
  /// - Complexity: O(depth of the path), and a look at the disk.
  public func fate(of path: String) -> Fate {
    guard let (_, place) = lastRead(above: path) else { return .unknown }
    guard let errno = FileKind.absence(of: place) else {
      if place == path { return .there }
      return .unsure(place: place, reason: "it was not read")
    }
    guard FileKind.meansGone(errno) else {
      return .unsure(place: place, reason: FileKind.reason(errno))
    }
    return .gone
  }

  /// Why a file that is gone may only be out of sight: its folder looks like a place where a disk is
  /// mounted at other times.
  public func doubt(about path: String) -> (place: String, reason: String)? {
    guard let (folder, _) = lastRead(above: path), let known = folders[folder] else { return nil }
    if !filledRoots.contains(known.root) {
      return (known.root, "no transcript was found in it; is a disk not mounted?")
    }
    return known.isEmpty ? (folder, "the folder is empty; is a disk not mounted?") : nil
  }

  /// What became of a file that lies below no folder read: its own folder must be there.
  public static func fate(of path: String) -> Fate {
    guard let errno = FileKind.absence(of: path) else { return .there }
    guard FileKind.meansGone(errno) else {
      return .unsure(place: path, reason: FileKind.reason(errno))
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    guard let isEmpty = FileKind.isEmptyFolder(folder.isEmpty ? "/" : folder) else {
      return .unknown
    }
    return isEmpty
      ? .unsure(place: folder, reason: "the folder is empty; is a disk not mounted?") : .gone
  }

  /// The absolute path of a file, links to its folder resolved, whether it is there or not.
  public static func identity(of path: String) -> String {
    guard FileKind.absence(of: path) != nil, let name = path.split(separator: "/").last else {
      return FileKind.resolved(path)
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return "\(FileKind.resolved(folder.isEmpty ? "/" : folder))/\(name)"
  }

  /// The deepest folder above a path that was read, and what stands below it on the way.
  private func lastRead(above path: String) -> (folder: String, place: String)? {
    var place = path[...]
    while let slash = place.lastIndex(of: "/") {
      let folder = slash == place.startIndex ? "/" : String(place[..<slash])
      if folders[folder] != nil { return (folder, String(place)) }
      if slash == place.startIndex { return nil }
      place = place[..<slash]
    }
    return nil
  }
}
