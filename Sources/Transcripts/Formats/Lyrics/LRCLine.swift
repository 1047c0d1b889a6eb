/// A line of lyrics.
enum LRCLine {
  /// Words with the times at which they are sung; without words it ends the line before.
  case stamped(times: [LRCStamp], words: ArraySlice<UInt8>)
  /// `[ti:title]`
  case tag(name: String, value: ArraySlice<UInt8>)
  case other(ArraySlice<UInt8>)
  case blank

  private static let tags: Set<String> = [
    "ti", "ar", "al", "au", "by", "re", "ve", "offset", "length", "la", "lr", "tool", "id", "hash",
    "sign", "qq", "total", "language", "encoding", "kana", "genre", "album", "title", "artist",
  ]

  init(_ line: ArraySlice<UInt8>, hasHundredths: Bool) {
    var cursor = ByteCursor(line.trimmed)
    guard cursor.byte == UInt8(ascii: "[") else {
      self = cursor.isAtEnd ? .blank : .other(cursor.rest)
      return
    }
    var times: [LRCStamp] = []
    while let stamp = LRCStamp(
      &cursor, UInt8(ascii: "["), UInt8(ascii: "]"), hasHundredths: hasHundredths)
    {
      times.append(stamp)
      cursor.skipSpaces()
    }
    guard times.isEmpty else {
      self = .stamped(times: times, words: cursor.rest)
      return
    }
    self = Self.tag(cursor.rest) ?? .other(cursor.rest)
  }

  private static func tag(_ line: ArraySlice<UInt8>) -> LRCLine? {
    guard line.last == UInt8(ascii: "]") else { return nil }
    let content = line.dropFirst().dropLast()
    let name = content.prefix(9).prefix { $0 != UInt8(ascii: ":") }
    guard name.endIndex < content.endIndex, content[name.endIndex] == UInt8(ascii: ":") else {
      return nil
    }
    let key = name.trimmed.string.lowercased()
    guard tags.contains(key) else { return nil }
    return .tag(name: key, value: content[(name.endIndex + 1)...].trimmed)
  }
}
