/// A stretch of a Markdown file that is a unit of text: a heading, a paragraph, an item of a list, a cell of a table.
struct MarkdownBlock {
  enum Kind { case heading, text, quote, code, row }

  let kind: Kind
  /// Where the lines without the marks of the block, each with a line feed, stand in `MarkdownBlocks.text`.
  var text: Range<Int>
  let line: Int
}

/// Cuts a Markdown file into blocks, line by line.
///
/// The marks of blocks are dropped: `#`, `>`, bullets and numbers, fences, rules, underlines of headings, definitions
/// of links, comments. A line break with two spaces or `\` before it becomes U+000B.
struct MarkdownBlocks {
  /// The lines of the block that `next` found last, among others.
  private(set) var text: [UInt8] = []
  /// What the references of links are called that were defined so far, in lower case.
  private(set) var linkNames: Set<String> = []
  private var lines: LineScanner
  /// The line before the first one.
  private let lineBefore: Int
  /// Blocks that are finished, and how many of them were handed out.
  private var closed: [MarkdownBlock] = []
  private var taken = 0
  private var open: MarkdownBlock?
  private var fence: (mark: UInt8, count: Int)?
  private var isInComment = false
  private var isInList = false

  static let hardBreak: UInt8 = 0x0B

  /// - Parameters:
  ///   - start: where the text begins.
  ///   - line: the line that begins there.
  init(_ bytes: [UInt8], from start: Int, line first: Int) {
    (lines, lineBefore) = (LineScanner(bytes, from: start), first - 1)
  }

  /// The next block.
  ///
  /// - Complexity: O(n) for all of them together.
  mutating func next() -> MarkdownBlock? {
    if taken == closed.count {
      closed.removeAll(keepingCapacity: true)
      taken = 0
      if open == nil { text.removeAll(keepingCapacity: true) }
      while closed.isEmpty, let line = lines.next() { take(line, number: lineBefore + lines.line) }
      if closed.isEmpty { close() }
    }
    guard taken < closed.count else { return nil }
    taken += 1
    return closed[taken - 1]
  }

  private mutating func take(_ line: ArraySlice<UInt8>, number: Int) {
    if let fence { return takeCode(line, fence, number) }
    let line = withoutComments(line)
    if Self.beginsWithWords(line) {
      // The most lines by far.
      return line.trimmed.isEmpty ? close() : takeWords(line, .text, isQuote: false, number)
    }
    var content = line.drop { $0 == 0x20 || $0 == 0x09 }
    let isQuote = content.first == UInt8(ascii: ">")
    while content.first == UInt8(ascii: ">") {
      content = content.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
    }
    if isQuote, content.starts(with: "[!".utf8), let end = content.prefix(40).firstIndex(of: 0x5D) {
      content = content[(end + 1)...].drop { $0 == 0x20 }
    }
    guard !content.trimmed.isEmpty else { return close() }
    if let mark = Self.fence(content) {
      close()
      fence = mark
    } else if let heading = Self.heading(content) {
      close()
      add(.heading, heading, number)
      close()
    } else if Self.isRule(content) {
      // Below a paragraph it is the underline of a heading, and no text either.
      close()
    } else if content.first == UInt8(ascii: "|") {
      takeRow(content, number)
    } else if !takeDefinition(content) {
      takeText(content, isQuote, number)
    }
  }

  /// Whether no mark of a block can stand at the start of a line: it is empty, or begins with a letter or in strong
  /// type.
  private static func beginsWithWords(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return true }
    if first != UInt8(ascii: "*") { return first >= 0x80 || MarkdownInline.isLetter(first) }
    guard line.count > 2, line[line.startIndex + 1] == first else { return false }
    let third = line[line.startIndex + 2]
    return third >= 0x80 || MarkdownInline.isLetter(third)
  }

  private mutating func takeText(_ content: ArraySlice<UInt8>, _ isQuote: Bool, _ number: Int) {
    let kind: MarkdownBlock.Kind = isQuote ? .quote : .text
    if let item = Self.item(content, interrupts: open == nil || isInList) {
      close()
      isInList = true
      return add(kind, item, number)
    }
    takeWords(content, kind, isQuote: isQuote, number)
  }

  private mutating func takeWords(
    _ content: ArraySlice<UInt8>, _ kind: MarkdownBlock.Kind, isQuote: Bool, _ number: Int
  ) {
    if open == nil { isInList = false }
    // A line without its mark goes on with the quotation.
    if let open, open.kind != kind, isQuote { close() }
    add(open?.kind ?? kind, content, number)
  }

  private mutating func add(_ kind: MarkdownBlock.Kind, _ line: ArraySlice<UInt8>, _ number: Int) {
    if open == nil {
      open = MarkdownBlock(kind: kind, text: text.count..<text.count, line: number)
    }
    let isEscaped = line.last == UInt8(ascii: "\\")
    let isBroken =
      isEscaped || line.last == 0x20 && line.count > 1 && line[line.endIndex - 2] == 0x20
    text += (isEscaped ? line.dropLast() : line).trimmed
    text.append(isBroken ? Self.hardBreak : 0x0A)
  }

  private mutating func close() {
    guard var block = open else { return }
    block.text = block.text.lowerBound..<text.count
    closed.append(block)
    open = nil
  }
}

extension MarkdownBlocks {
  /// A fence of three or more backticks or tildes.
  private static func fence(_ content: ArraySlice<UInt8>) -> (mark: UInt8, count: Int)? {
    guard let mark = content.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let count = content.prefix { $0 == mark }.count
    guard count >= 3, mark == UInt8(ascii: "~") || !content.dropFirst(count).contains(mark) else {
      return nil
    }
    return (mark, count)
  }

  /// Lines of code are text, each on its own: transcripts stand in fences as well.
  private mutating func takeCode(
    _ line: ArraySlice<UInt8>, _ fence: (mark: UInt8, count: Int), _ number: Int
  ) {
    let text = line.drop { $0 == UInt8(ascii: ">") || $0 <= 0x20 }.trimmed
    if text.count >= fence.count, text.allSatisfy({ $0 == fence.mark }) {
      self.fence = nil
    } else if !text.isEmpty {
      add(.code, text, number)
      close()
    }
  }

  /// The text of `## heading ##`, without an attribute in braces.
  private static func heading(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let count = content.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(count) else { return nil }
    var rest = content.dropFirst(count)
    guard rest.isEmpty || rest.first == 0x20 || rest.first == 0x09 else { return nil }
    rest = rest.trimmed
    if rest.last == UInt8(ascii: "}"), let brace = rest.suffix(80).lastIndex(of: UInt8(ascii: "{")),
      rest[(brace + 1)...].first.map({ $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ".") })
        ?? false
    {
      rest = rest[..<brace].trimmed
    }
    let hashes = rest.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let bare = rest.dropLast(hashes)
    return bare.isEmpty || bare.last == 0x20 ? bare.trimmed : rest
  }

  /// Whether a line is `---`, `***`, `* * *`, `===`, or opens or ends a container (`:::`).
  private static func isRule(_ content: ArraySlice<UInt8>) -> Bool {
    guard let mark = content.first, [0x2D, 0x2A, 0x5F, 0x3D, 0x3A].contains(mark) else {
      return false
    }
    if mark == UInt8(ascii: ":") { return content.starts(with: ":::".utf8) }
    var count = 0
    for byte in content {
      if byte == mark { count += 1 } else if byte > 0x20 { return false }
    }
    return count >= (mark == UInt8(ascii: "=") ? 1 : 3)
  }

  /// The text of an item of a list; `nil` where the line is none.
  ///
  /// - Parameter interrupts: whether a number other than 1 begins a list here: not in the middle of a paragraph.
  private static func item(_ content: ArraySlice<UInt8>, interrupts: Bool) -> ArraySlice<UInt8>? {
    var rest = content
    if let mark = rest.first, [0x2D, 0x2A, 0x2B].contains(mark) {
      rest = rest.dropFirst()
    } else {
      let digits = rest.prefix(9).prefix(while: ClockStamp.isDigit)
      rest = rest.dropFirst(digits.count)
      guard !digits.isEmpty, rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"),
        interrupts || digits.elementsEqual("1".utf8)
      else { return nil }
      rest = rest.dropFirst()
    }
    guard rest.first == 0x20 || rest.first == 0x09 else { return nil }
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    for box in ["[ ] ", "[x] ", "[X] "] where rest.starts(with: box.utf8) {
      rest = rest.dropFirst(4)
    }
    return rest
  }

  /// A row of a table: its cells are lines; the rule below the header is none.
  private mutating func takeRow(_ content: ArraySlice<UInt8>, _ number: Int) {
    close()
    let row = content.trimmed
    guard row.contains(where: { ![0x7C, 0x2D, 0x3A, 0x20, 0x09].contains($0) }) else { return }
    var (cells, cell, isEscaped): ([[UInt8]], [UInt8], Bool) = ([], [], false)
    for byte in row.dropFirst() {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append(cell)
        cell.removeAll(keepingCapacity: true)
      } else {
        if isEscaped, byte == UInt8(ascii: "|") { cell.removeLast() }
        cell.append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    if !cell[...].trimmed.isEmpty { cells.append(cell) }
    let start = text.count
    text += cells.joined(separator: [0x0A])
    closed.append(MarkdownBlock(kind: .row, text: start..<text.count, line: number))
  }

  /// Whether a line defines the target of a link: `[name]: https://…`. Footnotes are text, less their mark.
  private mutating func takeDefinition(_ content: ArraySlice<UInt8>) -> Bool {
    guard content.first == UInt8(ascii: "["), open == nil,
      let close = content.prefix(200).firstIndex(of: UInt8(ascii: "]")),
      content[(close + 1)...].first == UInt8(ascii: ":"),
      content.dropFirst().first != UInt8(ascii: "^")
    else { return false }
    let target = content[(close + 2)...].trimmed
    // A speaker in brackets stands before words, not before an address.
    let isAddress =
      target.starts(with: "<".utf8) || target.starts(with: "#".utf8)
      || target.starts(with: "/".utf8) || target.prefix(12).string.contains("://")
    guard isAddress else { return false }
    linkNames.insert(content[(content.startIndex + 1)..<close].string.lowercased())
    return true
  }

  /// The line without `<!-- … -->`, which may go over several.
  private mutating func withoutComments(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard isInComment || line.offset(of: UInt8(ascii: "<")) != nil else { return line }
    var kept: [UInt8] = []
    var rest = line
    while !rest.isEmpty {
      if isInComment {
        guard let end = Self.place(of: "-->", in: rest) else { break }
        (isInComment, rest) = (false, rest[(end + 3)...])
      } else {
        let start = Self.place(of: "<!--", in: rest)
        kept += rest[..<(start ?? rest.endIndex)]
        isInComment = start != nil
        rest = start.map { rest[($0 + 4)...] } ?? []
      }
    }
    return kept[...]
  }

  /// Where a mark begins.
  private static func place(of mark: String, in line: ArraySlice<UInt8>) -> Int? {
    var rest = line
    while let place = rest.offset(of: mark.utf8.first!) {
      if line[place...].starts(with: mark.utf8) { return place }
      rest = line[(place + 1)...]
    }
    return nil
  }
}
