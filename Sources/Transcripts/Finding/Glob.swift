import FilePaths
import ICUSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A shell pattern: `*`, `?` and `[…]`, where `*` also crosses folders.
///
/// Pattern and name are compared in their composed forms (NFC), as both look the same to people.
struct Glob {
  private static let normalizer = try? ICUNormalizer(.nfc)

  private let pattern: FilePath

  init(_ pattern: String) {
    self.pattern = Self.composed(FilePath(argument: pattern))
  }

  /// Whether it is meant for paths, not names.
  var hasSlash: Bool { pattern.bytes.contains(UInt8(ascii: "/")) }

  /// - Parameter path: composed, see `composed(_:)`.
  func matches(_ path: FilePath) -> Bool {
    pattern.withCString { pattern in path.withCString { fnmatch(pattern, $0, 0) == 0 } }
  }

  /// A name in NFC; one that is no UTF-8 as it is.
  static func composed(_ name: FilePath) -> FilePath {
    // Without ICU's data names are compared as they are; the run fails on the first text anyway.
    guard name.bytes.contains(where: { $0 >= 0x80 }),
      let text = String(validating: name.bytes, as: UTF8.self), let normalizer,
      let composed = try? normalizer.normalize(text)
    else { return name }
    return FilePath(composed)
  }
}
