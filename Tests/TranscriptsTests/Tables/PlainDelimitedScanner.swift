/// The twin of `DelimitedScanner` that makes an array of each field, byte by byte.
struct PlainDelimitedScanner {
  let bytes: [UInt8]
  let delimiter: UInt8
  var isQuoted: Bool
  var position = 0
  var strays: [Int] = []

  init(_ bytes: [UInt8], delimiter: UInt8, isQuoted: Bool) {
    (self.bytes, self.delimiter, self.isQuoted) = (bytes, delimiter, isQuoted)
  }

  mutating func next() -> [[UInt8]]? {
    guard position < bytes.count else { return nil }
    var fields = [field()]
    while position < bytes.count, bytes[position] == delimiter {
      position += 1
      fields.append(field())
    }
    if position < bytes.count {
      position += bytes[position...].starts(with: [0x0D, 0x0A]) ? 2 : 1
    }
    return fields
  }

  private func isEnd(_ index: Int) -> Bool {
    index >= bytes.count || [delimiter, 0x0A, 0x0D].contains(bytes[index])
  }

  private mutating func field() -> [UInt8] {
    var field: [UInt8] = []
    if isQuoted, position < bytes.count, bytes[position] == 0x22 { field = quoted() }
    while !isEnd(position) {
      field.append(bytes[position])
      position += 1
    }
    return field
  }

  private mutating func quoted() -> [UInt8] {
    guard strays.count < 100 else { return [] }
    var content: [UInt8] = []
    var index = position + 1
    while index < bytes.count {
      if bytes[index...].starts(with: [0x22, 0x22]) {
        content.append(0x22)
        index += 2
      } else if bytes[index] == 0x22 {
        guard isEnd(index + 1) || !content.contains(0x0A) else {
          strays.append(position)
          return []
        }
        position = index + 1
        return content
      } else {
        content.append(bytes[index])
        index += 1
      }
    }
    isQuoted = false
    strays.append(position)
    return []
  }
}
