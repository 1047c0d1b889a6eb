/// Walks the lines of NIST's formats: fields between white space, comments after `;;`.
struct TimeMarkLines {
  let bytes: [UInt8]
  private var lines: LineScanner
  /// Where the line stands that `next` found last, without white space at its ends.
  private(set) var text = 0..<0
  /// Where its first fields stand.
  private var fields: [Range<Int>] = []

  /// So many fields of a line are found.
  private static let mostFields = 8

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineScanner(bytes)
  }

  /// The number of the line, from 1.
  var number: Int { lines.line }

  /// Moves to the next line that is neither empty nor a comment; `false` after the last one.
  mutating func next() -> Bool {
    while let line = lines.next() {
      text = line.trimmed.indices
      guard let first = bytes[text].first else { continue }
      let isComment = first == UInt8(ascii: ";") && bytes[text].dropFirst().first == first
      if !isComment {
        findFields()
        return true
      }
    }
    return false
  }

  private mutating func findFields() {
    fields.removeAll(keepingCapacity: true)
    var place = text.lowerBound
    while fields.count < Self.mostFields, place < text.upperBound {
      let field = Self.field(of: bytes, in: place..<text.upperBound)
      if !field.isEmpty { fields.append(field) }
      place = field.upperBound
    }
  }

  /// Where a field stands; an empty place at the end where the line has fewer.
  func field(_ index: Int) -> Range<Int> {
    index < fields.count ? fields[index] : text.upperBound..<text.upperBound
  }

  /// Where the first field of a range stands; an empty place at the end where there is none.
  static func field(of bytes: [UInt8], in range: Range<Int>) -> Range<Int> {
    bytes.withUnsafeBufferPointer { bytes in
      var start = range.lowerBound
      while start < range.upperBound, bytes[start] <= 0x20 { start += 1 }
      var end = start
      while end < range.upperBound, bytes[end] > 0x20 { end += 1 }
      return start..<end
    }
  }

  /// A field of seconds, as milliseconds.
  func seconds(_ index: Int) -> Int? {
    let field = field(index)
    guard !field.isEmpty, bytes[field.lowerBound] <= 0x39, field.count < 32 else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      TimeCode.seconds(TimeCode.number(UnsafeBufferPointer(rebasing: bytes[field])))
    }
  }
}
