#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files by system calls, with errors that name call and path.
package enum SystemFile {
  /// Size in bytes and modification time in nanoseconds since 1970; `nil` if there is no file.
  package static func status(_ path: String) -> (size: Int, modified: Int)? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    return (Int(status.st_size), Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec))
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func size(_ path: String) -> Int? { status(path)?.size }

  package static func read(_ path: String) throws(IndexError) -> [UInt8] {
    let file = try open(path, O_RDONLY)
    defer { close(file) }
    guard let size = size(path) else { throw failure("look at", path) }
    var bytes = [UInt8](repeating: 0, count: size)
    var done = 0
    while done < size {
      let count = bytes.withUnsafeMutableBytes { buffer in
        systemRead(file, buffer.baseAddress! + done, size - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("read", path) }
      if count == 0 { break }
      done += count
    }
    bytes.removeLast(size - done)
    return bytes
  }

  /// Writes a new file and syncs it.
  static func write(_ bytes: [UInt8], to path: String) throws(IndexError) {
    let file = try open(path, O_WRONLY | O_CREAT | O_TRUNC)
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(file, buffer.baseAddress! + done, bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("write", path) }
      done += count
    }
    guard fsync(file) == 0 else { throw failure("sync", path) }
  }

  static func rename(_ old: String, to new: String) throws(IndexError) {
    guard systemRename(old, new) == 0 else { throw failure("rename to", new) }
  }

  static func sync(folder path: String) throws(IndexError) {
    let folder = try open(path, O_RDONLY | O_DIRECTORY)
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw failure("sync", path) }
  }

  /// Creates a folder and those above it.
  static func createFolder(_ path: String) throws(IndexError) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    guard errno == ENOENT, !parent.isEmpty else { throw failure("create", path) }
    try createFolder(parent)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure("create", path) }
  }

  private static func open(_ path: String, _ flags: Int32) throws(IndexError) -> Int32 {
    let file = systemOpen(path, flags | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure("open", path) }
    return file
  }

  private static func failure(_ call: String, _ path: String) -> IndexError {
    IndexError(.system, "cannot \(call) \(path): \(String(cString: strerror(errno)))")
  }
}

// The members above share names with the system calls.
private let systemRead = read
private let systemWrite = write
private let systemRename = rename
private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}
