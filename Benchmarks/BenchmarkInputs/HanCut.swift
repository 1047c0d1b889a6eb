/// How the Han characters of a sample are handed over; all cuts have the same characters.
public enum HanCut: String, CaseIterable, Sendable {
  /// All of them in one line.
  case longLine = "one line"
  /// Lines as long as long cues.
  case lines = "lines of 40"

  /// UTF-8 bytes of all lines, some more or less.
  private static let bytes = 10_000_000
  private static let lineLength = 40

  /// Lines without newlines, punctuation or anything else that is not Han.
  func lines(of episodes: [EpisodeText]) throws -> [[UInt8]] {
    let characters = try Self.characters(of: episodes)
    return switch self {
    case .longLine: [Self.utf8(characters[...])]
    case .lines:
      stride(from: 0, to: characters.count, by: Self.lineLength).map { start in
        Self.utf8(characters[start...].prefix(Self.lineLength))
      }
    }
  }

  /// The Han characters of all cues, repeated until there are enough.
  private static func characters(of episodes: [EpisodeText]) throws -> [Unicode.Scalar] {
    let han = episodes.flatMap(\.cues).flatMap { cue in
      String(decoding: cue, as: UTF8.self).unicodeScalars.filter(\.properties.isUnifiedIdeograph)
    }
    guard !han.isEmpty else { throw InputError("no Han characters") }
    let times = max(1, bytes / utf8(han[...]).count)
    return Array(repeatElement(han, count: times).joined())
  }

  private static func utf8(_ characters: ArraySlice<Unicode.Scalar>) -> [UInt8] {
    characters.flatMap { Array(UTF8.encode($0)!) }
  }
}
