public import FilePaths

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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
    case unsure(place: FilePath, reason: Doubt)
  }

  /// Why it is not certain that a file is gone.
  public enum Doubt: Hashable, Sendable {
    /// What lies there was not read.
    case notRead
    /// The system refused to say.
    case system(errno: Int32)
    /// No transcript was found below the path that was given.
    case noTranscript
    /// The folder is empty, as where a disk is mounted at other times.
    case emptyFolder
  }

  private struct Folder {
    let root: FilePath
    let isEmpty: Bool
  }

  /// By their resolved paths.
  private var folders: [FilePath: Folder] = [:]
  /// The paths given, resolved, below which a transcript was found.
  private var filledRoots: Set<FilePath> = []

  mutating func add(_ folder: FilePath, root: FilePath, isEmpty: Bool) {
    folders[folder] = Folder(root: root, isEmpty: isEmpty)
  }

  mutating func noteTranscript(below root: FilePath) { filledRoots.insert(root) }

  /// What became of a file; only "no such file" in a folder that was read means that it is gone.
  ///
  /// - Complexity: O(depth of the path), and a look at the disk.
  public func fate(of path: FilePath) -> Fate {
    guard let (_, place) = lastRead(above: path) else { return .unknown }
    guard let errno = place.absence else {
      if place == path { return .there }
      return .unsure(place: place, reason: .notRead)
    }
    guard errno == ENOENT else {
      return .unsure(place: place, reason: .system(errno: errno))
    }
    return .gone
  }

  /// Why a file that is gone may only be out of sight: its folder looks like a place where a disk is
  /// mounted at other times.
  public func doubt(about path: FilePath) -> (place: FilePath, reason: Doubt)? {
    guard let (folder, _) = lastRead(above: path), let known = folders[folder] else { return nil }
    if !filledRoots.contains(known.root) {
      return (known.root, .noTranscript)
    }
    return known.isEmpty ? (folder, .emptyFolder) : nil
  }

  /// What became of a file that lies below no folder read: its own folder must be there.
  public static func fate(of path: FilePath) -> Fate {
    guard let errno = path.absence else { return .there }
    guard errno == ENOENT else {
      return .unsure(place: path, reason: .system(errno: errno))
    }
    let folder = folder(of: path)
    guard case .success(let names) = folder.names() else { return .unknown }
    return names.isEmpty
      ? .unsure(place: folder, reason: .emptyFolder) : .gone
  }

  /// The absolute path of a file, links to its folder resolved, whether it is there or not.
  public static func identity(of path: FilePath) -> FilePath {
    guard path.absence != nil, !path.name.bytes.isEmpty else { return path.resolved }
    return folder(of: path).resolved.appending(path.name)
  }

  private static func folder(of path: FilePath) -> FilePath {
    path.folder.bytes.isEmpty ? "." : path.folder
  }

  /// The deepest folder above a path that was read, and what stands below it on the way.
  private func lastRead(above path: FilePath) -> (folder: FilePath, place: FilePath)? {
    var place = path
    while !place.bytes.isEmpty, place != "/" {
      let folder = place.folder
      if folders[folder] != nil { return (folder, place) }
      place = folder
    }
    return nil
  }
}
