/// A path or file name as the system has it: bytes, equal and ordered as bytes.
///
/// Two names that a Unicode comparison calls equal (NFC and NFD) are two paths, and names need not be
/// UTF-8. What is shown to people is `description`.
public struct FilePath: Hashable, Comparable, Sendable {
  /// The bytes, without a NUL at the end; there is none inside either.
  public let bytes: [UInt8]

  /// - Parameter bytes: end at the first NUL, as for the system.
  public init(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes.prefix { $0 != 0 })
  }

  public init(_ text: String) {
    self.init(bytes: text.utf8)
  }

  public static func < (first: FilePath, second: FilePath) -> Bool {
    first.bytes.lexicographicallyPrecedes(second.bytes)
  }

  /// The names between the slashes.
  public var components: [ArraySlice<UInt8>] { bytes.split(separator: Self.slash) }

  /// The name after the last slash; empty for `/` and an empty path.
  public var name: FilePath { FilePath(bytes: components.last ?? []) }

  /// What stands before the last name, without the slash between them; `/` for names right below it,
  /// empty for a name alone.
  public var folder: FilePath {
    let path = withoutTrailingSlashes.bytes
    guard let slash = path.lastIndex(of: Self.slash) else { return "" }
    return FilePath(bytes: slash == 0 ? [Self.slash] : path[..<slash]).withoutTrailingSlashes
  }

  /// The path less its extension, the last dot and what follows, unless the name begins with that dot.
  public var stem: FilePath {
    let start = (bytes.lastIndex(of: Self.slash) ?? -1) + 1
    guard let dot = bytes[start...].lastIndex(of: Self.dot), dot > start else { return self }
    return FilePath(bytes: bytes[..<dot])
  }

  /// What follows the last dot of the name, without the dot; `nil` if the name has none.
  public var fileExtension: FilePath? {
    let stem = stem
    return stem == self ? nil : FilePath(bytes: bytes[(stem.bytes.count + 1)...])
  }

  /// The path of a name in this folder.
  public func appending(_ name: FilePath) -> FilePath {
    if bytes.isEmpty { return name }
    return FilePath(bytes: bytes + (bytes.last == Self.slash ? [] : [Self.slash]) + name.bytes)
  }

  /// The path without slashes at its end; `/` stays.
  public var withoutTrailingSlashes: FilePath {
    var end = bytes.count
    while end > 1, bytes[end - 1] == Self.slash { end -= 1 }
    return end == bytes.count ? self : FilePath(bytes: bytes[..<end])
  }

  /// Lends the path to a system call.
  public func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows
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
  public init(stringLiteral text: String) { self.init(text) }
}
