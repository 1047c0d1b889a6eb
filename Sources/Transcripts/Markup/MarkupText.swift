/// Collects the text of an element as a reader of the page sees it: white space is one space, and nothing at the
/// ends.
///
/// White space with a line break between two wide characters is nothing, as CSS Text has it (4.1.3, segment
/// breaks): that is how programs break and indent lines of Han.
struct MarkupText {
  private(set) var bytes: [UInt8] = []
  /// What stands between the last character and the next.
  private var gap = Gap.none
  /// Whether white space is kept as it is, as `xml:space="preserve"` asks for.
  var isPreserving = false

  private enum Gap { case none, lineBreak, space, forced }

  var isEmpty: Bool { bytes.isEmpty }

  /// Adds a part of the text, which ends with a whole character.
  ///
  /// - Complexity: O(n).
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < text.count {
      let start = position
      while position < text.count, text[position] > 0x20 || isPreserving { position += 1 }
      if start < position { appendWord(UnsafeBufferPointer(rebasing: text[start..<position])) }
      while position < text.count, text[position] <= 0x20 {
        widen(to: [0x0A, 0x0D].contains(text[position]) ? .lineBreak : .space)
        position += 1
      }
    }
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Adds a line break, as for `<br/>`.
  mutating func appendBreak() { gap = .forced }

  /// The text, which is then empty.
  mutating func take() -> [UInt8] {
    defer { clear() }
    return bytes
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    gap = .none
  }

  /// A line break makes of a space what it is itself, since spaces around it are indents.
  private mutating func widen(to next: Gap) {
    switch (gap, next) {
    case (.none, _), (.space, .lineBreak): gap = next
    default: break
    }
  }

  private mutating func appendWord(_ word: UnsafeBufferPointer<UInt8>) {
    let isJoined = gap == .none || gap == .lineBreak && bytes.endsWide && word.beginsWide
    if !isJoined, !bytes.isEmpty { bytes.append(gap == .forced ? 0x0A : 0x20) }
    bytes.append(contentsOf: word)
    gap = .none
  }
}
