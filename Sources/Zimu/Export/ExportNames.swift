import InvertedIndex
import Transcripts

/// Names of files for episodes: safe on all usual systems, and each once.
enum ExportNames {
  /// The longest stem in bytes; the usual limit of a name is 255.
  private static let longest = 200

  /// A name for each episode. Those that would have the same one, case aside, have their ids in it.
  ///
  /// - Parameter fileExtension: without a point.
  static func names(
    of episodes: [(name: String, id: EpisodeID)], fileExtension: String
  ) -> [String] {
    let stems = episodes.map { stem(of: $0.name) }
    let counts = Dictionary(stems.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
    var used: Set<String> = []
    return zip(stems, episodes).map { stem, episode in
      var stem = counts[stem.lowercased()] == 1 ? stem : "\(stem) \(episode.id)"
      while !used.insert(stem.lowercased()).inserted { stem += "_" }
      return "\(stem).\(fileExtension)"
    }
  }

  /// The name of an episode without the extension of a transcript, and without what a system may refuse.
  static func stem(of name: String) -> String {
    let ending = EpisodeName.fileExtension(of: name)
    let isFormat = TranscriptFormat.all.contains { $0.extensions.contains(ending) }
    let base = isFormat ? String(name.dropLast(ending.count + 1)) : name
    var stem = cut(base.split(separator: "/").map(safe).joined(separator: " - "))
    while let last = stem.last, last == "." || last == " " { stem.removeLast() }
    let isReserved = reserved.contains(stem.prefix { $0 != "." }.uppercased())
    return stem.isEmpty || isReserved || stem.first == "." ? "_" + stem : stem
  }

  /// Names of devices of Windows.
  private static let reserved = Set(
    ["CON", "PRN", "AUX", "NUL"] + (0...9).flatMap { ["COM\($0)", "LPT\($0)"] })

  private static let refused = Set("\\:*?\"<>|".unicodeScalars)

  private static func safe(_ part: Substring) -> String {
    let scalars = part.unicodeScalars.map { scalar -> Unicode.Scalar in
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      return isControl || refused.contains(scalar) ? "_" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The beginning that fits, without half a character.
  private static func cut(_ stem: String) -> String {
    var stem = stem
    while stem.utf8.count > longest { stem.removeLast() }
    return stem
  }
}
