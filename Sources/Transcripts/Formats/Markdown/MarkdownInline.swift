/// Takes the marks out of the text of blocks: emphasis, code, links, images, tags, references.
///
/// Strong emphasis leaves `strongStart` and `strongEnd`, by which names of speakers are told.
///
/// Marks that belong together are found by stacks, and what may stand in parentheses and tags is bounded: the whole
/// is O(n).
struct MarkdownInline {
  static let strongStart: UInt8 = 1
  static let strongEnd: UInt8 = 2
  /// What is dropped in the end.
  private static let dropped: UInt8 = 3
  /// Bytes that the target of a link or a tag may have, and parentheses within one another in a target.
  private static let longestTarget = 2_000
  private static let deepestTarget = 32

  private let linkNames: Set<String>
  /// The text of a block, and what it is without marks.
  private var bytes: [UInt8] = []
  private var text: [UInt8] = []
  private var position = 0
  /// Open brackets by their places in `text`; images drop what is inside.
  private var brackets: [(place: Int, isImage: Bool)] = []
  /// Runs of marks that may open emphasis, by mark, with their places in `text`.
  private var runs: [[(place: Int, count: Int)]] = Array(repeating: [], count: 4)
  /// Where the next `>` and the next `)` are, as far as they were looked for.
  private var nextMarks: [UInt8: Int] = [:]
  /// For each run of backticks, where the next one of its length begins.
  private var codeEnds: [Int: Int] = [:]

  /// - Parameter linkNames: what references of links are called, in lower case.
  init(linkNames: Set<String>) { self.linkNames = linkNames }

  /// The text of a block, with line breaks as they are.
  mutating func plain(_ block: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let mark = Self.mark(in: block, from: block.startIndex) else { return block }
    bytes.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    bytes += block
    position = mark - block.startIndex
    text += bytes[..<position]
    takeMarks()
    return text[...]
  }

  private mutating func takeMarks() {
    findCode()
    while position < bytes.count { step() }
    clear()
    if let place = text[...].offset(of: Self.dropped) { closeGaps(from: place) }
  }

  private mutating func clear() {
    brackets.removeAll(keepingCapacity: true)
    for index in runs.indices where !runs[index].isEmpty {
      runs[index].removeAll(keepingCapacity: true)
    }
    if !nextMarks.isEmpty { nextMarks.removeAll(keepingCapacity: true) }
    if !codeEnds.isEmpty { codeEnds.removeAll(keepingCapacity: true) }
  }

  /// Takes out what was dropped, from the first place on.
  private mutating func closeGaps(from first: Int) {
    var (kept, place): (Int, Int?) = (first, first)
    while let gap = place {
      place = text[(gap + 1)...].offset(of: Self.dropped)
      let count = (place ?? text.count) - gap - 1
      text.withUnsafeMutableBytes { text in
        let words = UnsafeRawBufferPointer(rebasing: text[(gap + 1)..<(gap + 1 + count)])
        UnsafeMutableRawBufferPointer(rebasing: text[kept...]).copyMemory(from: words)
      }
      kept += count
    }
    text.removeSubrange(kept...)
  }

  private mutating func step() {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "`"): code()
    case UInt8(ascii: "["): bracket(isImage: false)
    case UInt8(ascii: "!") where next == UInt8(ascii: "["):
      position += 1
      bracket(isImage: true)
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "<"): tag()
    case UInt8(ascii: "&"): reference()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "="): emphasis(byte)
    case 0...8, 0x0C, 0x0E...0x1F: position += 1
    default: plain()
    }
  }

  /// Bytes that mean nothing.
  private mutating func plain() {
    let first = position
    position = Self.mark(in: bytes[...], from: first + 1) ?? bytes.count
    text += bytes[first..<position]
  }

  /// The place of the next byte from a place on that may mean something.
  private static func mark(in bytes: ArraySlice<UInt8>, from place: Int) -> Int? {
    bytes[place...].withUnsafeBytes { bytes in
      bytes.firstASCII { marks.contains($0) || $0 < 0x20 && $0 != 0x0A }
    }.map { place + $0 }
  }

  private static let marks = ByteSet("\\`[]!<&*_~=".utf8)

  private var next: UInt8? { position + 1 < bytes.count ? bytes[position + 1] : nil }

  private mutating func escape() {
    if let next, Self.isPunctuation(next) { position += 1 }
    text.append(bytes[position])
    position += 1
  }

  private mutating func reference() {
    let reference = CharacterReference(bytes[position...], needsSemicolon: true)
    text += reference?.text ?? [UInt8(ascii: "&")]
    position += reference?.length ?? 1
  }

  /// A tag or an address in angle brackets, which is no text.
  private mutating func tag() {
    let isTag = next.map { Self.isLetter($0) || [0x2F, 0x21, 0x3F].contains($0) } ?? false
    guard isTag, let close = nextMark(UInt8(ascii: ">")) else {
      text.append(UInt8(ascii: "<"))
      position += 1
      return
    }
    if bytes[(position + 1)..<close].prefix(2).string.lowercased() == "br" {
      text.append(MarkdownBlocks.hardBreak)
    }
    position = close + 1
  }

  /// The next place of a byte, if it is near. Each place is found once.
  private mutating func nextMark(_ mark: UInt8) -> Int? {
    var place = nextMarks[mark] ?? -1
    if place < position {
      place = bytes[position...].offset(of: mark) ?? bytes.count
      nextMarks[mark] = place
    }
    return place < min(bytes.count, position + Self.longestTarget) ? place : nil
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !isLetter(byte) && !ClockStamp.isDigit(byte)
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  private static func isWordByte(_ byte: UInt8?) -> Bool {
    byte.map { isLetter($0) || ClockStamp.isDigit($0) } ?? false
  }
}

extension MarkdownInline {
  /// Finds for each run of backticks the next one of its length, from the end.
  private mutating func findCode() {
    guard bytes[position...].offset(of: UInt8(ascii: "`")) != nil else { return }
    var later: [Int: Int] = [:]
    var index = bytes.count
    while index > 0 {
      index -= 1
      guard bytes[index] == UInt8(ascii: "`") else { continue }
      let runEnd = index + 1
      while index > 0, bytes[index - 1] == UInt8(ascii: "`") { index -= 1 }
      codeEnds[index] = later[runEnd - index]
      later[runEnd - index] = index
    }
  }

  /// Code, whose text is kept as it is.
  private mutating func code() {
    let count = runLength(of: UInt8(ascii: "`"))
    guard let close = codeEnds[position] else {
      text += bytes[position..<(position + count)]
      position += count
      return
    }
    text += bytes[(position + count)..<close]
    position = close + count
  }

  /// How often a byte stands from the position on.
  private func runLength(of mark: UInt8) -> Int {
    var place = position
    while place < bytes.count, bytes[place] == mark { place += 1 }
    return place - position
  }

  /// A run of marks of emphasis: the end of one, or the begin.
  private mutating func emphasis(_ mark: UInt8) {
    let count = runLength(of: mark)
    let before = position > 0 ? bytes[position - 1] : nil
    position += count
    let after = position < bytes.count ? bytes[position] : nil
    let place = text.count
    for _ in 0..<count { text.append(mark) }
    // One tilde or equals sign is text; so are five.
    let needsTwo = mark == UInt8(ascii: "~") || mark == UInt8(ascii: "=")
    guard needsTwo ? count == 2 : count <= 3 else { return }
    // 2*3 is a product.
    if count == 1, before.map(ClockStamp.isDigit) ?? false, after.map(ClockStamp.isDigit) ?? false {
      return
    }
    let isWord = mark == UInt8(ascii: "_")
    let mayClose = before.map { $0 > 0x20 } ?? false && !(isWord && Self.isWordByte(after))
    let mayOpen = after.map { $0 > 0x20 } ?? false && !(isWord && Self.isWordByte(before))
    let stack = Self.stack(of: mark)
    var left = count
    while mayClose, left > 0, let opener = runs[stack].popLast() {
      let pair = min(opener.count, left)
      drop(opener.place + opener.count - pair, place + count - left, pair)
      if opener.count > pair { runs[stack].append((opener.place, opener.count - pair)) }
      left -= pair
    }
    if mayOpen, left > 0 { runs[stack].append((place + count - left, left)) }
  }

  /// Where in `runs` those of a mark are.
  private static func stack(of mark: UInt8) -> Int {
    switch mark {
    case UInt8(ascii: "*"): 0
    case UInt8(ascii: "_"): 1
    case UInt8(ascii: "~"): 2
    default: 3
    }
  }

  /// Drops the marks of a pair; strong ones leave theirs.
  private mutating func drop(_ open: Int, _ close: Int, _ count: Int) {
    let isStrong =
      count >= 2 && (text[open] == UInt8(ascii: "*") || text[open] == UInt8(ascii: "_"))
    for offset in 0..<count {
      text[open + offset] = Self.dropped
      text[close + offset] = Self.dropped
    }
    guard isStrong else { return }
    text[open] = Self.strongStart
    text[close] = Self.strongEnd
  }
}

extension MarkdownInline {
  private mutating func bracket(isImage: Bool) {
    brackets.append((text.count, isImage))
    text.append(UInt8(ascii: "["))
    position += 1
  }

  /// The end of the text of a link, of an image, of a footnote's mark, or just a bracket.
  private mutating func closeBracket() {
    position += 1
    guard let open = brackets.popLast() else { return text.append(UInt8(ascii: "]")) }
    if isFootnote(from: open.place) {
      // The colon is behind it where the footnote stands.
      if position < bytes.count, bytes[position] == UInt8(ascii: ":") { position += 1 }
      return removeText(from: open.place)
    }
    if takeWikiLink(open.place) { return }
    guard let next = targetEnd() ?? referenceEnd(from: open.place) else {
      return text.append(UInt8(ascii: "]"))
    }
    position = next
    // What an image shows was not said.
    if open.isImage { removeText(from: open.place) } else { text[open.place] = Self.dropped }
  }

  /// Whether the text since a bracket is `^` and a name.
  private func isFootnote(from place: Int) -> Bool {
    guard place + 1 < text.count, text[place + 1] == UInt8(ascii: "^"), text.count - place <= 60
    else { return false }
    return !text[(place + 1)...].contains(0x20)
  }

  /// Removes the text from a place on, and the openers that stand there.
  private mutating func removeText(from place: Int) {
    text.removeSubrange(place...)
    for stack in runs.indices {
      while let last = runs[stack].last, last.place >= place { runs[stack].removeLast() }
    }
  }

  /// `[[page]]` and `[[page|text]]`: called at the first of the closing brackets.
  private mutating func takeWikiLink(_ place: Int) -> Bool {
    guard let outer = brackets.last, outer.place == place - 1, position < bytes.count,
      bytes[position] == UInt8(ascii: "]"), text.count - place <= 300
    else { return false }
    position += 1
    brackets.removeLast()
    let shown = text[place...].lastIndex(of: UInt8(ascii: "|")).map { Array(text[($0 + 1)...]) }
    text[outer.place] = Self.dropped
    text[place] = Self.dropped
    if outer.isImage { removeText(from: outer.place) }
    if !outer.isImage, let shown {
      removeText(from: place)
      text += shown
    }
    return true
  }

  /// Where `(target "title")` ends, if it begins here.
  private mutating func targetEnd() -> Int? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "("),
      nextMark(UInt8(ascii: ")")) != nil
    else { return nil }
    var (depth, quote): (Int, UInt8?) = (0, nil)
    var index = position
    let limit = min(bytes.count, position + Self.longestTarget)
    while index < limit {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\"): index += 1
      case quote: quote = nil
      case _ where quote != nil: break
      case UInt8(ascii: "\""), UInt8(ascii: "'"): if bytes[index - 1] <= 0x20 { quote = byte }
      case UInt8(ascii: "("):
        depth += 1
        if depth > Self.deepestTarget { return nil }
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Where `[name]` ends, if it begins here and names a link; or here, if the text since a bracket names one itself.
  private func referenceEnd(from place: Int) -> Int? {
    guard !linkNames.isEmpty else { return nil }
    var name = text[(place + 1)...].prefix(200)
    var end = position
    if position < bytes.count, bytes[position] == UInt8(ascii: "["),
      let close = bytes[position...].prefix(200).firstIndex(of: UInt8(ascii: "]"))
    {
      if close > position + 1 { name = bytes[(position + 1)..<close] }
      end = close + 1
    }
    return linkNames.contains(name.string.lowercased()) ? end : nil
  }
}
