import FoundationEssentials

/// One cue of a Whisper JSON file, of whichever family.
struct WhisperCue: Decodable {
  let text: String?
  /// In milliseconds.
  let start, end: Int32?
  let speaker: String?

  private enum Key: String, CodingKey {
    case text, speaker, start, end, offsets, from, to
  }

  /// Takes numbers that are written as strings, and strings as numbers; what is neither is unknown.
  init(from decoder: any Decoder) throws {
    let cue = try decoder.container(keyedBy: Key.self)
    text = Self.string(.text, in: cue)
    speaker = Self.string(.speaker, in: cue)
    if let offsets = try? cue.nestedContainer(keyedBy: Key.self, forKey: .offsets) {
      start = Self.number(.from, in: offsets).flatMap { TimeCode.seconds($0 / 1000) }
      end = Self.number(.to, in: offsets).flatMap { TimeCode.seconds($0 / 1000) }
    } else {
      start = TimeCode.seconds(Self.number(.start, in: cue))
      end = TimeCode.seconds(Self.number(.end, in: cue))
    }
  }

  // A value of another type than those tried is unknown, as one that is missing.
  private static func string(_ key: Key, in container: KeyedDecodingContainer<Key>) -> String? {
    if let string = try? container.decode(String.self, forKey: key) { return string }
    return (try? container.decode(Int.self, forKey: key)).map(String.init)
  }

  private static func number(_ key: Key, in container: KeyedDecodingContainer<Key>) -> Double? {
    if let number = try? container.decode(Double.self, forKey: key) { return number }
    return (try? container.decode(String.self, forKey: key)).flatMap(Double.init)
  }
}
