/// A path or file name as the operating system has it: bytes, which need not be UTF-8.
///
/// Paths are compared and ordered as bytes, so NFC and NFD forms of a name differ. `description` is for
/// display.
public struct FilePath: Hashable, Comparable, Sendable {
  /// The bytes, without NUL.
  public let bytes: [UInt8]

  /// Creates a path from bytes.
  ///
  /// - Parameter bytes: the bytes; they end before the first NUL.
  public init(bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    self.bytes = bytes.firstIndex(of: 0).map { Array(bytes[..<$0]) } ?? bytes
  }

  /// Creates a path from text, in UTF-8.
  ///
  /// - Parameter text: the path; it ends before the first NUL.
  public init(_ text: String) {
    self.init(bytes: text.utf8)
  }

  /// Returns whether the bytes of the first path precede those of the second.
  public static func < (first: FilePath, second: FilePath) -> Bool {
    first.bytes.lexicographicallyPrecedes(second.bytes)
  }

  /// The names between the slashes.
  public var components: [ArraySlice<UInt8>] { bytes.split(separator: Self.slash) }

  /// The name after the last slash; empty for `/` and an empty path.
  public var name: FilePath { FilePath(bytes: components.last ?? []) }

  /// The path of the folder, without a slash at its end; `/` for the root's entries, empty for a name alone.
  public var folder: FilePath {
    let path = withoutTrailingSlashes.bytes
    guard let slash = path.lastIndex(of: Self.slash) else { return "" }
    return FilePath(bytes: slash == 0 ? [Self.slash] : path[..<slash]).withoutTrailingSlashes
  }

  /// The path without its extension: the last dot of the name and what follows. A dot at the start of a name
  /// does not count.
  public var stem: FilePath {
    let start = (bytes.lastIndex(of: Self.slash) ?? -1) + 1
    guard let dot = bytes[start...].lastIndex(of: Self.dot), dot > start else { return self }
    return FilePath(bytes: bytes[..<dot])
  }

  /// The extension: what follows the last dot of the name; `nil` if there is none.
  public var fileExtension: FilePath? {
    let stem = stem
    return stem == self ? nil : FilePath(bytes: bytes[(stem.bytes.count + 1)...])
  }

  /// Returns the path of a name in this folder.
  ///
  /// - Parameter name: the name, or a relative path.
  public func appending(_ name: FilePath) -> FilePath {
    if bytes.isEmpty { return name }
    return FilePath(bytes: bytes + (bytes.last == Self.slash ? [] : [Self.slash]) + name.bytes)
  }

  /// The path without slashes at its end, except for `/` itself.
  package var withoutTrailingSlashes: FilePath {
    var end = bytes.count
    while end > 1, bytes[end - 1] == Self.slash { end -= 1 }
    return end == bytes.count ? self : FilePath(bytes: bytes[..<end])
  }

  /// Calls a function with the path as a C string, and returns its result.
  ///
  /// - Parameter body: the function. The pointer is valid only during the call.
  /// - Throws: what `body` throws.
  package func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows
    -> Result
  {
    try (bytes + [0]).withUnsafeBufferPointer { buffer in
      try buffer.withMemoryRebound(to: CChar.self) { try body($0.baseAddress!) }
    }
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")
}

extension FilePath: ExpressibleByStringLiteral {
  /// Creates a path from a string literal, in UTF-8.
  public init(stringLiteral text: String) { self.init(text) }
}
