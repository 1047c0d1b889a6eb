public import FilePaths

/// A short name of an episode that depends on its path alone, so that no merge, rebuild or added folder changes it.
///
/// As text it is the XXH64 of the path's bytes in sixteen hexadecimal digits.
public struct EpisodeID: Hashable, Sendable {
  private let hash: UInt64

  /// - Complexity: O(bytes of the path).
  public init(_ path: FilePath) { hash = path.bytes.hash64 }
}

extension EpisodeID: LosslessStringConvertible {
  public var description: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// - Returns: `nil` unless the text is sixteen hexadecimal digits, in capitals or not.
  public init?(_ description: String) {
    let digits = description.utf8
    guard digits.count == 16, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let hash = UInt64(description, radix: 16)
    else { return nil }
    self.hash = hash
  }
}

extension EpisodeRecord {
  /// The short name of the episode.
  public var id: EpisodeID { EpisodeID(path) }
}
