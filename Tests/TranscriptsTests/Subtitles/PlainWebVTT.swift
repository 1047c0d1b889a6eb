/// The parser of WebVTT's specification written down step by step over characters, as slow as that is: what
/// the fast one is held against.
struct PlainWebVTT {
  struct Cue: Hashable {
    var start: Int
    var end: Int
    var text: String
  }

  /// The cues of a file (section 6.1), or `nil` where its signature is wrong.
  static func cues(of file: String) -> [Cue]? {
    let text = file.replacing("\0", with: "\u{FFFD}").unicodeScalars
    var input: [Unicode.Scalar] = []
    for scalar in text {
      if scalar == "\n", input.last == "\r" { input.removeLast() }
      input.append(scalar)
    }
    var parser = PlainWebVTT(input: input.map { $0 == "\r" ? "\n" : $0 })
    return parser.run()
  }

  private let input: [Unicode.Scalar]
  private var position = 0

  private init(input: [Unicode.Scalar]) { self.input = input }

  private mutating func run() -> [Cue]? {
    guard input.starts(with: "WEBVTT".unicodeScalars) else { return nil }
    position = 6
    guard input.count == 6 || [" ", "\t", "\n"].contains(input[6]) else { return nil }
    _ = line()
    guard position < input.count else { return [] }
    position += 1
    guard position < input.count else { return [] }
    if input[position] != "\n" { _ = block(isHeader: true) } else { position += 1 }
    skipBreaks()
    var cues: [Cue] = []
    while position < input.count {
      if let cue = block(isHeader: false) { cues.append(cue) }
      skipBreaks()
    }
    return cues
  }

  private mutating func skipBreaks() {
    while position < input.count, input[position] == "\n" { position += 1 }
  }

  private mutating func line() -> String {
    var line = String.UnicodeScalarView()
    while position < input.count, input[position] != "\n" {
      line.append(input[position])
      position += 1
    }
    return String(line)
  }

  /// "Collect a WebVTT block".
  private mutating func block(isHeader: Bool) -> Cue? {
    var (count, previous, buffer) = (0, position, String.UnicodeScalarView())
    var (isAtEnd, seenArrow, cue) = (false, false, Cue?.none)
    repeat {
      let line = line()
      count += 1
      if position >= input.count { isAtEnd = true } else { position += 1 }
      if line.unicodeScalars.contains("-->".unicodeScalars) {
        guard !isHeader, count == 1 || count == 2 && !seenArrow else {
          position = previous
          break
        }
        (seenArrow, previous) = (true, position)
        cue = Self.timing(line)
        if cue != nil { buffer = String.UnicodeScalarView() }
      } else if line.isEmpty {
        break
      } else {
        if !buffer.isEmpty { buffer.append("\n") }
        buffer.append(contentsOf: line.unicodeScalars)
        previous = position
      }
    } while !isAtEnd
    cue?.text = String(buffer)
    return cue
  }

  private static func timing(_ line: String) -> Cue? {
    var parser = PlainWebVTT(input: Array(line.unicodeScalars))
    parser.skipSpaces()
    guard let start = parser.timestamp() else { return nil }
    parser.skipSpaces()
    for character in "-->".unicodeScalars {
      guard parser.take(character) else { return nil }
    }
    parser.skipSpaces()
    guard let end = parser.timestamp() else { return nil }
    return Cue(start: start, end: end, text: "")
  }

  private mutating func skipSpaces() {
    while position < input.count, [" ", "\t", "\n", "\u{C}", "\r"].contains(input[position]) {
      position += 1
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < input.count, input[position] == scalar else { return false }
    position += 1
    return true
  }

  private mutating func digits() -> String {
    var digits = ""
    while position < input.count, ("0"..."9").contains(input[position]) {
      digits.unicodeScalars.append(input[position])
      position += 1
    }
    return digits
  }

  /// "Collect a WebVTT timestamp", in milliseconds.
  private mutating func timestamp() -> Int? {
    guard position < input.count else { return nil }
    var isMinutes = true
    let first = digits()
    guard var value1 = Int(first) else { return nil }
    if first.count != 2 || value1 > 59 { isMinutes = false }
    guard take(":") else { return nil }
    let second = digits()
    guard second.count == 2, var value2 = Int(second) else { return nil }
    let value3: Int
    if !isMinutes || position < input.count && input[position] == ":" {
      guard take(":") else { return nil }
      let third = digits()
      guard third.count == 2, let value = Int(third) else { return nil }
      value3 = value
    } else {
      (value3, value2, value1) = (value2, value1, 0)
    }
    guard take(".") else { return nil }
    let fourth = digits()
    guard fourth.count == 3, let value4 = Int(fourth), value2 <= 59, value3 <= 59 else {
      return nil
    }
    return ((value1 * 60 + value2) * 60 + value3) * 1000 + value4
  }
}
