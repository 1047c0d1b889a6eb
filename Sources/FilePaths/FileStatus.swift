#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The status of a path, with links followed.
public enum FileStatus: Hashable, Sendable {
  /// A file, with its size in bytes and its modification time in nanoseconds since 1970.
  case file(size: Int, modified: Int)
  /// A folder.
  case folder
  /// Neither a file nor a folder.
  case special
  /// Nothing is there (`ENOENT`).
  case missing
  /// The status could not be read; the error number differs from `ENOENT`.
  case unknown(errno: Int32)

  /// Reads the status of a path.
  public init(_ path: FilePath) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else {
      // Whatever else the system says does not mean that nothing is there.
      self = errno == ENOENT ? .missing : .unknown(errno: errno)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      #if canImport(Glibc)
        let time = status.st_mtim
      #else
        let time = status.st_mtimespec
      #endif
      self = .file(
        size: Int(status.st_size),
        modified: Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec))
    case S_IFDIR: self = .folder
    default: self = .special
    }
  }
}

extension FilePath {
  /// Whether the path itself is a link.
  package var isLink: Bool {
    var status = stat()
    return withCString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The error number if nothing is at the path, not even a link; `nil` otherwise.
  package var absence: Int32? {
    var status = stat()
    return withCString { lstat($0, &status) } == 0 ? nil : errno
  }

  /// The absolute path with links resolved; the path itself if that fails.
  package var resolved: FilePath {
    withCString { path in
      guard let resolved = realpath(path, nil) else { return self }
      defer { free(resolved) }
      return FilePath(cString: resolved)
    }
  }

  /// Returns the names in the folder, in order of their bytes, without `.` and `..`.
  ///
  /// - Returns: the names, or the error number if the folder cannot be read completely.
  public func names() -> Result<[FilePath], FileFailure> {
    withCString { path in
      guard let folder = opendir(path) else { return .failure(FileFailure(errno: errno)) }
      defer { closedir(folder) }
      var names: [FilePath] = []
      errno = 0
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 1) { FilePath(cString: $0) }
        }
        if name != "." && name != ".." { names.append(name) }
        errno = 0
      }
      guard errno == 0 else { return .failure(FileFailure(errno: errno)) }
      return .success(names.sorted())
    }
  }

  private init(cString: UnsafePointer<CChar>) {
    self.init(
      bytes: UnsafeRawBufferPointer(start: cString, count: strlen(cString)))
  }
}

/// The refusal of a system call.
public struct FileFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The error number.
  public let errno: Int32

  /// Creates a failure from an error number.
  public init(errno: Int32) { self.errno = errno }

  /// The error number as text.
  public var description: String { "errno \(errno)" }
}
