/// The charset that XML or HTML names at its beginning: `<?xml encoding="…"?>`, `<meta charset="…">`, or in the
/// `content` of a `<meta>`.
enum CharsetDeclaration {
  /// HTML's standard looks for it in as many bytes.
  private static let headLength = 1024
  private static let marks = ["encoding=", "charset="].map { Array($0.utf8) }

  /// - Returns: the name as it is written; `nil` where the bytes are no markup or name none.
  static func name(in file: [UInt8]) -> String? {
    let head = file.prefix(headLength)
    guard head.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return nil }
    return marks.lazy.compactMap { value(of: $0, in: head) }.first
  }

  private static func value(of mark: [UInt8], in head: ArraySlice<UInt8>) -> String? {
    let places = head.indices.lazy.filter { place in
      zip(head[place...].prefix(mark.count), mark).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
    guard let place = places.first else { return nil }
    let rest = head.dropFirst(place - head.startIndex + mark.count).drop { quotes.contains($0) }
    let name = rest.prefix { isNameByte($0) }
    return name.isEmpty ? nil : name.string
  }

  private static let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'"), 0x20]

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ClockStamp.isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
      || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":")].contains(byte)
  }
}
