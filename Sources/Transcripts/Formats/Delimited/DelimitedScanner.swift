/// Cuts a table into records and fields, after RFC 4180 where quoting is on.
///
/// Lenient: text after a closing quotation mark joins the field, and a mark that is never closed
/// is text. (SwiftCSV stops at the first stray mark and tells no offsets.)
struct DelimitedScanner {
  struct Record {
    var fields: [[UInt8]]
    /// Where the record starts in the bytes, and its line from 1.
    let position: Int
    let line: Int

    /// Whether the record is an empty line.
    var isBlank: Bool { fields.count == 1 && fields[0][...].trimmed.isEmpty }
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var isQuoted: Bool
  private var position = 0
  private var line = 1
  /// Quotation marks at the start of a field that nothing closes; they are taken as text.
  private(set) var strayQuotes: [(position: Int, line: Int)] = []

  init(_ bytes: [UInt8], delimiter: UInt8, isQuoted: Bool) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.isQuoted = isQuoted
  }

  mutating func next() -> Record? {
    guard position < bytes.count else { return nil }
    var record = Record(fields: [], position: position, line: line)
    repeat {
      record.fields.append(field())
    } while skipDelimiter()
    skipLineEnd()
    return record
  }

  private mutating func field() -> [UInt8] {
    var field: [UInt8] = []
    if isQuoted, position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      field = quoted() ?? []
    }
    while position < bytes.count, !isFieldEnd(bytes[position]) {
      field.append(bytes[position])
      position += 1
    }
    return field
  }

  /// The content of the quotation marks at `position`; `nil`, with nothing read, if they stay open.
  private mutating func quoted() -> [UInt8]? {
    // Many stray marks before a distant one would cost quadratic time: after some, none opens.
    guard strayQuotes.count < 100 else { return nil }
    var content: [UInt8] = []
    var index = position + 1
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "\"") {
        content.append(bytes[index])
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
        content.append(bytes[index])
        index += 2
      } else if closes(at: index) || !content.contains(0x0A) {
        line += content.count { $0 == 0x0A }
        position = index + 1
        return content
      } else {
        // Rows lie between this mark and a mark that closes nothing: the first one is text.
        return noteStray()
      }
    }
    // What follows holds no closing mark for any other field either.
    isQuoted = false
    return noteStray()
  }

  /// Whether a field may end after the mark at `index`.
  private func closes(at index: Int) -> Bool {
    index + 1 == bytes.count || isFieldEnd(bytes[index + 1])
  }

  private mutating func noteStray() -> [UInt8]? {
    strayQuotes.append((position, line))
    return nil
  }

  private func isFieldEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D
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
