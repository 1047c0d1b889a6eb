/// Takes override blocks, drawings and the marks of line breaks out of the text of an event.
struct SubStationText {
  private var output: [UInt8] = []
  private var isDrawing = false
  /// Whether a part of the last text was a drawing.
  private(set) var hasDrawing = false
  /// Where in the last text the first override block stands.
  private(set) var highlight: Int?

  /// When syllables of the last text begin, in milliseconds from its start, by their places.
  private(set) var times: [(place: Int, start: Int)] = []
  /// The length of the syllables so far, and when the one begins whose text comes next.
  private var (elapsed, syllable): (Int, Int?) = (0, nil)

  /// The words of an event.
  ///
  /// - Complexity: O(n).
  mutating func words(of source: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    (isDrawing, hasDrawing, highlight) = (false, false, nil)
    (times, elapsed, syllable) = ([], 0, nil)
    guard let mark = Self.mark(in: source, from: source.startIndex) else { return source }
    output.removeAll(keepingCapacity: true)
    output += source[..<mark]
    parse(source, from: mark)
    return output[...]
  }

  private mutating func parse(_ source: ArraySlice<UInt8>, from mark: Int) {
    var position = mark
    while position < source.endIndex {
      if source[position] == UInt8(ascii: "{") {
        // Without an end it is text, and so are all that follow.
        guard let close = source[position...].offset(of: UInt8(ascii: "}")) else {
          return append(source[position...])
        }
        highlight = highlight ?? output.count
        follow(source[position..<close])
        position = close + 1
      } else if let length = escape(source, at: position) {
        position += length
      } else {
        let end = Self.mark(in: source, from: position + 1) ?? source.endIndex
        append(source[position..<end])
        position = end
      }
    }
  }

  private mutating func append(_ words: ArraySlice<UInt8>) {
    guard isDrawing else {
      if let syllable { times.append((output.count, syllable)) }
      syllable = nil
      output += words
      return
    }
    hasDrawing = hasDrawing || !words.trimmed.isEmpty
  }

  /// Writes what a backslash and the byte behind it stand for.
  ///
  /// - Returns: how long they are; `nil` if they are text.
  private mutating func escape(_ source: ArraySlice<UInt8>, at position: Int) -> Int? {
    guard source[position] == UInt8(ascii: "\\"), position + 1 < source.endIndex else {
      return nil
    }
    switch source[position + 1] {
    case UInt8(ascii: "N"), UInt8(ascii: "n"):
      while output.last == 0x20 { output.removeLast() }
      while let last = times.last, last.place > output.count { times.removeLast() }
      append([0x0A])
      let spaces = source[(position + 2)...].prefix { $0 == 0x20 }.count
      return 2 + spaces
    case UInt8(ascii: "h"): append([0x20])
    case UInt8(ascii: "{"), UInt8(ascii: "}"): append(source[(position + 1)...(position + 1)])
    default: return nil
    }
    return 2
  }

  /// Follows `\p1`, which begins a drawing, `\p0`, which ends it, and the lengths of syllables.
  private mutating func follow(_ block: ArraySlice<UInt8>) {
    var rest = block
    while let slash = rest.offset(of: UInt8(ascii: "\\")) {
      var cursor = ByteCursor(rest[(slash + 1)...])
      rest = cursor.rest
      cursor.skipSpaces()
      if let length = Self.karaoke(cursor) {
        syllable = elapsed
        elapsed += length
        continue
      }
      guard cursor.take(UInt8(ascii: "p")) else { continue }
      _ = cursor.take(UInt8(ascii: "("))
      cursor.skipSpaces()
      let scale = cursor.digits()
      // Other tags begin with p too: \pos, \pbo.
      guard scale.count > 0 || cursor.byte == nil || cursor.byte == UInt8(ascii: "\\") else {
        continue
      }
      isDrawing = scale.value > 0
    }
  }

  /// The length of a syllable, of `k20`, `K20`, `kf20` or `ko20`: hundredths of a second in the file, here milliseconds.
  private static func karaoke(_ tag: ByteCursor) -> Int? {
    var tag = tag
    guard tag.take(UInt8(ascii: "k")) || tag.take(UInt8(ascii: "K")) else { return nil }
    if !tag.take(UInt8(ascii: "f")) { _ = tag.take(UInt8(ascii: "o")) }
    let length = tag.digits()
    return length.count > 0 ? min(length.value, Int(Int32.max)) * 10 : nil
  }

  /// The place of the first byte that may be a mark.
  private static func mark(in text: ArraySlice<UInt8>, from start: Int) -> Int? {
    guard start < text.endIndex else { return nil }
    return text[start...].withUnsafeBytes { bytes in
      bytes.firstASCII { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "\\") }
    }.map { start + $0 }
  }
}
