import Hashing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder in which what can be made again is kept between processes: `$XDG_CACHE_HOME/zimu`, else
/// `~/.cache/zimu`.
///
/// What cannot be read or written costs time, never an error. Whoever keeps something has to find out
/// whether what is read back is whole.
package struct CacheFolder: Sendable {
  private let folder: String?

  /// - Parameter environment: looks up a variable; the process's own by default.
  package init(environment: (String) -> String? = Self.variable) {
    if let cache = environment("XDG_CACHE_HOME"), cache.hasPrefix("/") {
      folder = cache + "/zimu"
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      folder = home + "/.cache/zimu"
    } else {
      folder = nil
    }
  }

  package static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The file of something of a kind, named by its fingerprint; `nil` where there is no folder.
  package func path(_ kind: String, _ fingerprint: String) -> String? {
    let hash = XXHash64.hash(Array(fingerprint.utf8).span.bytes)
    return folder.map { "\($0)/\(kind)-\(String(hash, radix: 16)).zimu" }
  }

  /// Maps a file into memory, until `unmap`.
  package static func map(_ path: String) -> UnsafeRawBufferPointer? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      return nil
    }
    let size = Int(status.st_size)
    let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0)
    guard let start, start != MAP_FAILED else { return nil }
    return UnsafeRawBufferPointer(start: start, count: size)
  }

  package static func unmap(_ bytes: UnsafeRawBufferPointer) {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }

  /// Lends the bytes of a file.
  ///
  /// - Returns: `nil` if the file is not there, else what `body` makes of it.
  package static func lend<Result>(
    _ path: String, _ body: (UnsafeRawBufferPointer) -> Result?
  ) -> Result? {
    guard let bytes = map(path) else { return nil }
    defer { unmap(bytes) }
    return body(bytes)
  }

  /// Keeps bytes, all at once: whoever reads at the same time sees the old file or the new one.
  package func keep(_ bytes: UnsafeRawBufferPointer, at path: String) {
    guard let folder, Self.makeFolder(folder) else { return }
    let temporary = "\(path).\(getpid())"
    guard Self.write(bytes, to: temporary), rename(temporary, path) == 0 else {
      unlink(temporary)
      return
    }
  }

  /// Makes a folder, and those that it lies in.
  private static func makeFolder(_ path: String) -> Bool {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      return false
    }
    return makeFolder(String(path[..<slash])) && mkdir(path, 0o755) == 0
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { return false }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = systemWrite(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress!, rest.count)
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    // A file that a power cut left half written would fail its checksum, so no sync.
    return true
  }
}

/// The system's `write`, which the method of that name hides.
private func systemWrite(_ file: CInt, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, start, count)
}
