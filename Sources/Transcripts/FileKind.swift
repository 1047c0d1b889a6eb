#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a path leads to, links followed.
enum FileKind: Equatable {
  case file, folder, special
  /// Nothing that can be looked at; the system's number says why.
  case missing(errno: Int32)

  init(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .missing(errno: errno)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .special
    }
  }

  /// Whether a path is a link itself.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Why there is nothing at a path, not even a link; `nil` if there is something.
  static func absence(of path: String) -> Int32? {
    var status = stat()
    return lstat(path, &status) == 0 ? nil : errno
  }

  /// Whether a folder holds nothing; `nil` if it cannot be read.
  static func isEmptyFolder(_ path: String) -> Bool? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    // `.` and `..` come first or last, but always come.
    var count = 0
    while count < 3, readdir(folder) != nil { count += 1 }
    return count < 3
  }

  /// What the system says of a failure.
  static func reason(_ errno: Int32) -> String {
    errno == ENOENT ? "there is no such file or folder" : String(cString: strerror(errno))
  }

  /// The absolute path with links resolved; the path itself where that fails.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

extension FileKind {
  /// Whether a number of the system means that nothing is there.
  static func meansGone(_ errno: Int32) -> Bool { errno == ENOENT }
}

/// Shell patterns: `*`, `?` and `[…]`, where `*` also crosses folders.
enum Glob {
  static func matches(_ pattern: String, _ path: String) -> Bool {
    fnmatch(pattern, path, 0) == 0
  }
}
