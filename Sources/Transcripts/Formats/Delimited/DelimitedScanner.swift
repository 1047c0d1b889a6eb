/// Cuts a table into records and fields, after RFC 4180 where quoting is on.
///
/// Lenient: text after a closing quotation mark joins the field, and a mark that is never closed
/// is text. (SwiftCSV stops at the first stray mark and tells no offsets.) A field is a range of the bytes, or
/// of those that were copied because marks are doubled in it; both stay valid.
struct DelimitedScanner {
  /// Where the bytes of a field are.
  struct Field: Hashable {
    var range: Range<Int>
    var isCopied = false

    static let empty = Field(range: 0..<0)
  }

  let bytes: [UInt8]
  let delimiter: UInt8
  private(set) var isQuoted: Bool
  /// The fields of the record that `next` found last.
  private(set) var fields: [Field] = []
  /// Where that record starts in the bytes, and its line from 1.
  private(set) var recordPosition = 0
  private(set) var recordLine = 1
  /// Where its content ends, the line break aside.
  private(set) var recordEnd = 0
  /// Quotation marks at the start of a field that nothing closes; they are taken as text.
  private(set) var strayQuotes: [(position: Int, line: Int)] = []
  /// The content of fields that differ from their bytes.
  private var copies: [UInt8] = []
  private var position: Int
  private var line: Int

  /// - Parameters:
  ///   - start: where the table begins in the bytes.
  ///   - line: the number of the line that begins there.
  init(_ bytes: [UInt8], delimiter: UInt8, isQuoted: Bool, start: Int = 0, line: Int = 1) {
    (self.bytes, self.delimiter, self.isQuoted) = (bytes, delimiter, isQuoted)
    (position, self.line) = (start, line)
  }

  /// The bytes of a field of this table.
  func content(_ field: Field) -> ArraySlice<UInt8> {
    field.isCopied ? copies[field.range] : bytes[field.range]
  }

  /// The bytes of a column of the record; none where the record is shorter.
  func content(column: Int?) -> ArraySlice<UInt8> {
    guard let column, column < fields.count else { return [] }
    return content(fields[column])
  }

  /// Whether the record is an empty line.
  var isBlank: Bool { fields.count == 1 && content(fields[0]).trimmed.isEmpty }

  /// Moves to the next record; `false` after the last one.
  mutating func next() -> Bool {
    guard position < bytes.count else { return false }
    (recordPosition, recordLine) = (position, line)
    fields.removeAll(keepingCapacity: true)
    repeat { fields.append(field()) } while skipDelimiter()
    recordEnd = position
    skipLineEnd()
    return true
  }

  private mutating func field() -> Field {
    if isQuoted, position < bytes.count, bytes[position] == UInt8(ascii: "\""),
      let field = quoted()
    {
      return field
    }
    let start = position
    position = endOfField(from: start)
    return Field(range: start..<position)
  }

  private func endOfField(from start: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      bytes.firstASCII(from: start) { $0 == delimiter || $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }
  }

  /// The field whose quotation mark is at `position`; `nil`, with nothing read, if it stays open.
  private mutating func quoted() -> Field? {
    // Many stray marks before a distant one would cost quadratic time: after some, none opens.
    guard strayQuotes.count < 100 else { return nil }
    guard let close = closingMark() else {
      // What follows holds no closing mark for any other field either.
      isQuoted = false
      return noteStray()
    }
    let content = position + 1..<close.index
    let lineBreaks = count(of: 0x0A, in: content)
    // Rows lie between this mark and a mark that closes nothing: the first one is text.
    guard endsField(at: close.index + 1) || lineBreaks == 0 else { return noteStray() }
    line += lineBreaks
    let end = endOfField(from: close.index + 1)
    position = end
    guard close.hasDoubled || end > close.index + 1 else { return Field(range: content) }
    return copied(content, tail: close.index + 1..<end)
  }

  /// The next mark that is not doubled.
  private func closingMark() -> (index: Int, hasDoubled: Bool)? {
    var hasDoubled = false
    var start = position + 1
    while let index = bytes[start...].offset(of: UInt8(ascii: "\"")) {
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else {
        return (index, hasDoubled)
      }
      hasDoubled = true
      start = index + 2
    }
    return nil
  }

  private mutating func copied(_ content: Range<Int>, tail: Range<Int>) -> Field {
    let start = copies.count
    var index = content.lowerBound
    while index < content.upperBound {
      copies.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    copies += bytes[tail]
    return Field(range: start..<copies.count, isCopied: true)
  }

  private func count(of byte: UInt8, in range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      UnsafeBufferPointer(rebasing: bytes[range]).count { $0 == byte }
    }
  }

  private func endsField(at index: Int) -> Bool {
    index >= bytes.count || bytes[index] == delimiter || bytes[index] == 0x0A
      || bytes[index] == 0x0D
  }

  private mutating func noteStray() -> Field? {
    strayQuotes.append((position, line))
    return nil
  }

  private mutating func skipDelimiter() -> Bool {
    guard position < bytes.count, bytes[position] == delimiter else { return false }
    position += 1
    return true
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    let isPair =
      bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    position += isPair ? 2 : 1
    line += 1
  }
}
