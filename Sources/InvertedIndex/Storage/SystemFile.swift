package import FilePaths

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files by system calls, with errors that name call and path.
package enum SystemFile {
  /// The bytes of a file, up to a number.
  package static func read(_ path: FilePath, limit: Int = .max) throws(IndexError) -> [UInt8] {
    let file = path.withCString { systemOpen($0, O_RDONLY | O_CLOEXEC) }
    guard file >= 0 else { throw failure("open", path.description) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure("look at", path.description) }
    let size = min(Int(status.st_size), limit)
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, done in
      done = 0
      while done < size {
        let count = systemRead(file, buffer.baseAddress! + done, size - done)
        if count < 0, errno == EINTR { continue }
        failed = count < 0
        if count <= 0 { break }
        done += count
      }
    }
    guard !failed else { throw failure("read", path.description) }
    return bytes
  }

  /// Maps a file into memory; `nil` if there is none.
  static func map(_ path: String) throws(IndexError) -> FileContents? {
    let file = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("open", path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure("look at", path) }
    let size = Int(status.st_size)
    guard status.st_mode & S_IFMT == S_IFREG, size > 0 else {
      return FileContents(copying: [], path: path)
    }
    guard let start = mmap(nil, size, PROT_READ, MAP_SHARED, file, 0), start != MAP_FAILED else {
      throw failure("map", path)
    }
    return FileContents(UnsafeRawBufferPointer(start: start, count: size), path: path) {
      munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count)
    }
  }

  /// Appends to a file that is open.
  static func write(
    _ bytes: UnsafeRawBufferPointer, to file: Int32, _ path: String
  ) throws(IndexError) {
    var done = 0
    while done < bytes.count {
      let count = systemWrite(file, bytes.baseAddress! + done, bytes.count - done)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("write", path) }
      done += count
    }
  }

  /// Writes a whole file in place of what is there, which stays as it is if anything fails.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(IndexError) {
    let file = try StreamedFile(path)
    try file.append(bytes)
    try file.finish()
  }

  /// The path without links.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Creates a folder and those above it.
  package static func createFolder(_ path: String) throws(IndexError) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    guard errno == ENOENT, !parent.isEmpty else { throw failure("create", path) }
    try createFolder(parent)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure("create", path) }
  }

  static func open(_ path: String, _ flags: Int32) throws(IndexError) -> Int32 {
    let file = systemOpen(path, flags | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure("open", path) }
    return file
  }

  static func failure(_ call: String, _ path: String) -> IndexError {
    IndexError(.system, "cannot \(call)", file: path, errno: errno)
  }
}

// The members above share names with the system calls.
private let systemRead = read
private let systemWrite = write
private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 {
  open(path, flags)
}
private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}
