import FilePaths

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder on disk.
struct SystemStorage: IndexStorage {
  let path: String

  private func path(of name: String) -> String { "\(path)/\(name)" }

  func prepare() throws(IndexError) {
    try SystemFile.createFolder(path)
    guard access(path, W_OK) == 0, FileStatus(FilePath(path)) == .folder else {
      throw IndexError(
        .system, "cannot write to", file: path,
        errno: FileStatus(FilePath(path)) == .folder ? EACCES : ENOTDIR)
    }
  }

  func names() throws(IndexError) -> [String] {
    guard let folder = opendir(path) else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw SystemFile.failure("list", path)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  func contents(of name: String) throws(IndexError) -> FileContents? {
    try SystemFile.map(path(of: name))
  }

  func create(_ name: String) throws(IndexError) -> any OutputFile {
    try SystemOutputFile(path(of: name))
  }

  func rename(_ old: String, to new: String) throws(IndexError) {
    guard systemRename(path(of: old), path(of: new)) == 0 else {
      throw SystemFile.failure("rename to", path(of: new))
    }
  }

  func remove(_ name: String) throws(IndexError) {
    guard unlink(path(of: name)) == 0 || errno == ENOENT else {
      throw SystemFile.failure("remove", path(of: name))
    }
  }

  func syncNames() throws(IndexError) {
    let folder = try SystemFile.open(path, O_RDONLY | O_DIRECTORY)
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw SystemFile.failure("sync", path) }
  }

  func lock() throws(IndexError) -> any WriterLock { try SystemLock(path(of: "lock"), of: path) }
}

/// A file on disk that is being written.
private final class SystemOutputFile: OutputFile {
  private let path: String
  private var file: Int32

  init(_ path: String) throws(IndexError) {
    self.path = path
    file = try SystemFile.open(path, O_WRONLY | O_CREAT | O_TRUNC)
  }

  deinit { close() }

  func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    try SystemFile.write(bytes, to: file, path)
  }

  func sync() throws(IndexError) {
    guard fsync(file) == 0 else { throw SystemFile.failure("sync", path) }
  }

  func close() {
    if file >= 0 { systemClose(file) }
    file = -1
  }
}

/// A lock on the file `lock`, which holds the process number of whoever has it.
///
/// The system releases it with the process, however that ends; the file stays.
private final class SystemLock: WriterLock {
  private let file: Int32

  init(_ path: String, of folder: String) throws(IndexError) {
    file = try SystemFile.open(path, O_RDWR | O_CREAT)
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      // Who holds it is told where it is known.
      let holder =
        (try? SystemFile.read(FilePath(path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
      systemClose(file)
      guard reason == EWOULDBLOCK else {
        throw IndexError(.system, "cannot lock", file: path, errno: reason)
      }
      throw IndexError(.locked, holder, file: folder)
    }
    let name = Array("process \(getpid())".utf8)
    ftruncate(file, 0)
    _ = name.withUnsafeBytes { pwrite(file, $0.baseAddress!, $0.count, 0) }
  }

  deinit {
    ftruncate(file, 0)
    // Closing is not enough while a program that is just being started has the file open, too.
    flock(file, LOCK_UN)
    systemClose(file)
  }
}

// The members above share names with the system calls.
private let systemRename = rename
@discardableResult private func systemClose(_ file: Int32) -> Int32 { close(file) }
