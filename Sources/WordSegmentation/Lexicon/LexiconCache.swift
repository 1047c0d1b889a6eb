import Hashing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Compiled lexicons in the user's cache folder: `$XDG_CACHE_HOME/zimu`, else `~/.cache/zimu`.
///
/// A cache that cannot be read or written costs time, never an error.
package struct LexiconCache {
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

  /// The file that a lexicon is kept in, named by its fingerprint.
  func path(_ fingerprint: String) -> String? {
    let hash = XXHash64.hash(Array(fingerprint.utf8).span.bytes)
    return folder.map { "\($0)/lexicon-\(String(hash, radix: 16)).zimu" }
  }

  /// Maps a lexicon into memory.
  ///
  /// - Returns: `nil` if it is not there, damaged, or another one.
  func read(_ fingerprint: String) -> Lexicon? {
    guard let path = path(fingerprint), let bytes = Self.map(path) else { return nil }
    let image = LexiconImage(bytes) {
      munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count)
    }
    guard let image, image.fingerprint == fingerprint else { return nil }
    return Lexicon(image)
  }

  private static func map(_ path: String) -> UnsafeRawBufferPointer? {
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

  func write(_ lexicon: Lexicon) {
    if let path = path(lexicon.fingerprint) { keep(lexicon.bytes, at: path) }
  }

  /// Bytes that were made from a lexicon and kept beside it; `nil` if there are none.
  ///
  /// Whoever made them has to find out whether they are whole.
  package func companion(of fingerprint: String) -> [UInt8]? {
    guard let path = path(fingerprint), let bytes = Self.map(path + ".stored") else { return nil }
    defer { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
    return Array(bytes)
  }

  package func keepCompanion(_ bytes: [UInt8], of fingerprint: String) {
    guard let path = path(fingerprint) else { return }
    bytes.withUnsafeBytes { keep($0, at: path + ".stored") }
  }

  /// Keeps bytes, all at once: whoever reads at the same time sees the old file or the new one.
  private func keep(_ bytes: UnsafeRawBufferPointer, at path: String) {
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
