/// Walks the lines of NIST's formats: fields between white space, comments after `;;`.
struct TimeMarkLines {
  struct Line {
    let text: ArraySlice<UInt8>
    let number: Int
  }

  private var lines: LineScanner

  init(_ bytes: [UInt8]) {
    lines = LineScanner(bytes)
  }

  /// The next line that is neither empty nor a comment.
  mutating func next() -> Line? {
    while let line = lines.next() {
      let text = line.trimmed
      if !text.isEmpty, !text.starts(with: ";;".utf8) {
        return Line(text: text, number: lines.line)
      }
    }
    return nil
  }

  /// Takes the first field off a line; empty where there is none.
  static func field(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = rest.firstIndex { $0 > 0x20 } ?? rest.endIndex
    let end = rest[start...].firstIndex { $0 <= 0x20 } ?? rest.endIndex
    defer { rest = rest[end...] }
    return rest[start..<end]
  }

  /// Seconds, as milliseconds.
  static func seconds(_ field: ArraySlice<UInt8>) -> Int? {
    guard let first = field.first, first <= 0x39, field.count < 32 else { return nil }
    return TimeCode.seconds(Double(field.string))
  }
}
