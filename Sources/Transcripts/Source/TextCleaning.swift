/// Takes out of a text what is none: the escapes by which programs colour a terminal (ECMA-48), and NULs.
struct TextCleaning {
  private let bytes: [UInt8]
  private(set) var cleaned: [UInt8] = []
  private(set) var removals = OffsetChanges()
  private(set) var warnings: [TranscriptWarning] = []
  private var escapes = 0
  private var zeros = 0
  private var firstPlace: Int?
  private let keepsZeros: Bool

  /// Whether a text has anything to take out.
  static func isNeeded(for bytes: [UInt8]) -> Bool {
    bytes[...].offset(of: 0x1B) != nil || bytes[...].offset(of: 0) != nil
  }

  /// - Parameter offset: where the text begins in the file, as far as its positions lead there.
  /// - Complexity: O(n).
  init(_ bytes: [UInt8], offset: Int?) {
    self.bytes = bytes
    // WebVTT has a rule of its own for NUL.
    keepsZeros = bytes.starts(with: "WEBVTT".utf8)
    cleaned.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let end = endOfNoise(at: position)
      if end == position {
        cleaned.append(bytes[position])
        position += 1
      } else {
        removals.add(from: cleaned.count, growth: position - end)
        firstPlace = firstPlace ?? position
        position = end
      }
    }
    note(firstPlace.flatMap { place in offset.map { $0 + place } })
  }

  private mutating func note(_ firstPlace: Int?) {
    if escapes > 0 {
      warnings.append(TranscriptWarning(.terminalEscapes(count: escapes), byteOffset: firstPlace))
    }
    if zeros > 0 {
      warnings.append(TranscriptWarning(.zeros(count: zeros), byteOffset: firstPlace))
    }
  }

  private mutating func endOfNoise(at start: Int) -> Int {
    switch bytes[start] {
    case 0 where !keepsZeros:
      zeros += 1
      return start + 1
    case 0x1B:
      escapes += 1
      return endOfEscape(at: start)
    default: return start
    }
  }

  /// The end of `ESC [ parameters letter`, of `ESC ] text BEL`, or of `ESC ( B` and the like.
  private func endOfEscape(at start: Int) -> Int {
    guard start + 1 < bytes.count else { return bytes.count }
    switch bytes[start + 1] {
    case UInt8(ascii: "["):
      let rest = bytes[(start + 2)...].prefix(64)
      guard let end = rest.firstIndex(where: { (0x40...0x7E).contains($0) }) else {
        return start + 2
      }
      return end + 1
    case UInt8(ascii: "]"):
      let rest = bytes[(start + 2)...].prefix(1024)
      guard let end = rest.firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else {
        return start + 2
      }
      return bytes[end] == 0x1B ? min(end + 2, bytes.count) : end + 1
    default:
      let end = bytes[(start + 1)...].prefix(3).drop { (0x20...0x2F).contains($0) }.startIndex
      return end < bytes.count && (0x30...0x7E).contains(bytes[end]) ? end + 1 : start + 1
    }
  }
}
