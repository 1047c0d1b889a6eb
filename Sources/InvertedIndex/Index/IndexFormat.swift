/// The names of the files of an index, and the version of their format.
enum IndexFormat {
  /// The version of manifests and segments together.
  static let version = SegmentFormat.version

  /// `manifest-<generation>`, `segment-<hash>`, `lexicon-<hash>`, `derived-<hash>`: sixteen hexadecimal digits.
  static let manifestPrefix = "manifest-"
  static let segmentPrefix = "segment-"
  static let lexiconPrefix = "lexicon-"
  /// What was computed from a commit and can be again; the number is that of the commit and `DerivedContent`.
  static let derivedPrefix = "derived-"
  /// What is not part of an index yet ends so.
  static let temporarySuffix = ".tmp"
  static let lockName = "lock"
  /// The one file of an index of format 1.
  static let firstFormatName = "index.zimu"

  static func name(_ prefix: String, _ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return prefix + String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The number in a name with a prefix; `nil` for other names.
  static func number(_ name: String, _ prefix: String) -> UInt64? {
    guard name.hasPrefix(prefix), name.utf8.count == prefix.utf8.count + 16 else { return nil }
    return UInt64(name.dropFirst(prefix.count), radix: 16)
  }

  /// Whether a file may be one of an index's own.
  static func isOwn(_ name: String) -> Bool {
    let prefixes = [manifestPrefix, segmentPrefix, lexiconPrefix, derivedPrefix]
    return prefixes.contains { number(name, $0) != nil }
      || name.hasSuffix(temporarySuffix)
        && prefixes.contains { name.hasPrefix($0) }
  }
}
