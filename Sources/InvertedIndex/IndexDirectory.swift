#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder of an index on disk: opening it, and replacing it all at once.
public struct IndexDirectory: Sendable {
  public let path: String

  public init(_ path: String) {
    self.path = path
  }

  private var filePath: String { "\(path)/\(IndexFormat.fileName)" }

  /// The version of the format that is written and read.
  public static var formatVersion: Int { Int(IndexFormat.version) }

  /// Whether there is an index, of any version, whole or not.
  public var exists: Bool { access(filePath, F_OK) == 0 }

  /// Reads the index.
  ///
  /// - Throws: `IndexError` with code `missing`, `unsupportedVersion`, `corrupt` or `system`.
  public func open() throws(IndexError) -> IndexReader {
    guard exists else {
      throw IndexError(
        .missing,
        "there is no index at \(path); make one with `zimu index PATH`, or name another "
          + "with --index")
    }
    return try IndexReader(try SystemFile.read(filePath), path: filePath)
  }

  /// Writes the index: all of it, durably, or nothing.
  ///
  /// The bytes go to a temporary file, which is synced and renamed over the old one; then the
  /// folder is synced. Readers keep what they have opened.
  public func write(_ builder: IndexBuilder) throws(IndexError) {
    try SystemFile.createFolder(path)
    let temporary = "\(filePath).\(getpid()).tmp"
    do throws(IndexError) {
      try SystemFile.write(IndexWriter(builder).bytes(), to: temporary)
      try SystemFile.rename(temporary, to: filePath)
    } catch {
      unlink(temporary)
      throw error
    }
    try SystemFile.sync(folder: path)
  }

  /// Makes sure that the folder is there and can be written to, before any work is done.
  public func prepare() throws(IndexError) {
    try SystemFile.createFolder(path)
    guard access(path, W_OK) == 0, SystemFile.isFolder(path) else {
      throw IndexError(
        .system, "\(path) is no folder that can be written to; name one with --index")
    }
  }

  /// How many bytes the index takes on disk.
  public var size: Int { SystemFile.size(filePath) ?? 0 }
}
