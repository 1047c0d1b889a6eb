import FilePaths
import Zimu

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that a command reads, by name.
enum InputFile {
  /// The whole file.
  static func read(_ path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try readParts(of: path) { bytes += $0 }
    return bytes
  }

  /// Reads a file, or standard input for `-`, part by part.
  static func readParts(of path: String, _ body: ([UInt8]) throws -> Void) throws {
    guard path != "-" else { return try readStandardInput(body) }
    let file = FilePath(argument: path).withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard file >= 0 else {
      throw CommandFailure("cannot open \(path): \(ErrorSentence.of(errno: errno))")
    }
    defer { close(file) }
    while case let part = try readSome(file, path), !part.isEmpty { try body(part) }
  }

  private static func readSome(_ file: Int32, _ path: String) throws -> [UInt8] {
    do {
      return try Console.readSome(from: file)
    } catch let failure as CommandFailure {
      throw CommandFailure("\(path): \(failure)")
    }
  }

  private static func readStandardInput(_ body: ([UInt8]) throws -> Void) throws {
    while case let part = try Console.current.read(), !part.isEmpty { try body(part) }
  }
}
