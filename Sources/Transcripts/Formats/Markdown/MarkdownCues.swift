/// Makes cues of the blocks of a Markdown file.
struct MarkdownCues {
  /// A line before it is known whether the file's times and names are such.
  private struct Draft {
    /// Where the text stands, without its stamp; what ends the line follows it.
    let text: Range<Int>
    let speaker: String?
    /// The number of its stamp, if there is one.
    let stamp: Int32?
    let line: Int32
    let isHeading: Bool
    /// Whether a line of the same paragraph stands above.
    let continues: Bool
  }

  /// The stamp of a draft, and the text with it.
  private struct Stamp {
    let clock: ClockStamp
    let text: Range<Int>
  }

  private let speaker: String?
  private var drafts: [Draft] = []
  private var stamps: [Stamp] = []
  /// What the drafts say.
  private var text: [UInt8] = []
  private var current: String?

  init(speaker: String?) { self.speaker = speaker }

  /// Adds the lines of a block, whose marks are taken out.
  mutating func take(_ text: ArraySlice<UInt8>, of block: MarkdownBlock) {
    if block.kind == .heading { current = nil }
    var rest = text
    var line = block.line
    var continues = false
    while let end = Self.lineEnd(in: rest) {
      add(rest[..<end], rest[end], line, block.kind, continues: continues)
      rest = rest[(end + 1)...]
      (line, continues) = (line + (block.kind == .row ? 0 : 1), true)
    }
    if !rest.isEmpty { add(rest, 0x0A, line, block.kind, continues: continues) }
  }

  private static func lineEnd(in text: ArraySlice<UInt8>) -> Int? {
    text.withUnsafeBytes { bytes in
      bytes.firstASCII { $0 == 0x0A || $0 == MarkdownBlocks.hardBreak }
    }.map { text.startIndex + $0 }
  }

  private mutating func add(
    _ line: ArraySlice<UInt8>, _ end: UInt8, _ number: Int, _ kind: MarkdownBlock.Kind,
    continues: Bool
  ) {
    guard MarkdownLead.mayBegin(line) else {
      let isOwn = kind != .heading && kind != .quote
      return draft(
        append(line, end), isOwn ? current : nil, nil, number, kind, continues: continues)
    }
    let lead = MarkdownLead(line)
    if let name = lead.speaker { current = name }
    let words = append(lead.text, end)
    if let clock = lead.stamp {
      stamps.append(Stamp(clock: clock, text: append(lead.stamped, end)))
    }
    let isOwn = lead.speaker != nil || kind != .heading && kind != .quote
    draft(
      words, isOwn ? current : nil, lead.stamp.map { _ in Int32(stamps.count - 1) }, number, kind,
      continues: continues && lead.speaker == nil)
  }

  private mutating func draft(
    _ text: Range<Int>, _ speaker: String?, _ stamp: Int32?, _ line: Int,
    _ kind: MarkdownBlock.Kind, continues: Bool
  ) {
    drafts.append(
      Draft(
        text: text, speaker: speaker, stamp: stamp, line: Int32(clamping: line),
        isHeading: kind == .heading, continues: continues && kind != .row && kind != .code))
  }

  /// Adds words to the text, less the marks of strong type, and what ends their line.
  ///
  /// - Returns: where the words stand.
  private mutating func append(_ words: ArraySlice<UInt8>, _ end: UInt8) -> Range<Int> {
    let first = text.count
    let words = words.trimmed
    if words.hasControl {
      text += words.lazy.filter {
        $0 != MarkdownInline.strongStart && $0 != MarkdownInline.strongEnd
      }
    } else {
      text += words
    }
    text.append(end)
    return first..<text.count - 1
  }

  /// Hands all cues over.
  mutating func finish(_ builder: inout TranscriptBuilder) {
    let hasTimes = areTimes
    let isLineByLine = !hasTimes && haveNames
    let hasSpeakers = drafts.contains { $0.speaker != nil }
    var first = 0
    while first < drafts.count {
      var next = first + 1
      while next < drafts.count, drafts[next].continues, !isLineByLine,
        !hasTimes || drafts[next].stamp == nil
      {
        next += 1
      }
      let draft = drafts[first]
      let stamp = hasTimes ? draft.stamp.map { stamps[Int($0)].clock } : nil
      builder.line = Int(draft.line)
      builder.append(
        words(of: first..<next, hasTimes: hasTimes), start: stamp?.start, end: stamp?.end,
        speaker: draft.speaker ?? (hasSpeakers ? nil : speaker))
      first = next
    }
  }

  /// What the lines of a cue say together.
  private func words(of lines: Range<Int>, hasTimes: Bool) -> ArraySlice<UInt8> {
    let range = { (draft: Draft) in
      hasTimes ? draft.text : draft.stamp.map { stamps[Int($0)].text } ?? draft.text
    }
    if lines.count == 1 { return text[range(drafts[lines.lowerBound])] }
    var joined: [UInt8] = []
    for draft in drafts[lines] {
      joined += text[Self.withEnd(range(draft))]
    }
    return HanLines.joined(joined)[...]
  }

  private static func withEnd(_ words: Range<Int>) -> Range<Int> {
    words.lowerBound..<words.upperBound + 1
  }

  /// Whether what looks like times are some: two or more in order that begin near zero, or in brackets.
  private var areTimes: Bool {
    let stamps = stamps.map(\.clock)
    guard let first = stamps.first, stamps.allSatisfy({ $0.date == nil }) else { return false }
    let back = zip(stamps, stamps.dropFirst()).count { $1.start < $0.start }
    let isNear = first.start < (first.parts == 2 ? 300_000 : 3_600_000)
    return stamps.count >= 2 && isNear && back * 10 <= stamps.count
  }

  /// Whether nine lines in ten begin with a name, so that each is a cue.
  private var haveNames: Bool {
    let isLine = { (draft: Draft) in !draft.isHeading && !draft.text.isEmpty }
    let count = drafts.count(where: isLine)
    var unnamed = 0
    for draft in drafts where isLine(draft) {
      let line = text[Self.withEnd(draft.text)]
      if draft.speaker != nil && !draft.continues || SpeakerPrefix(line) != nil { continue }
      unnamed += 1
      // Most texts are decided by their first lines.
      if unnamed * 10 > count { return false }
    }
    return count > 0
  }
}

/// What stands before the words of a line: a time, the name of a speaker in strong type, or both.
private struct MarkdownLead {
  private(set) var stamp: ClockStamp?
  private(set) var speaker: String?
  /// The words, and the same with the time before them.
  private(set) var text: ArraySlice<UInt8>
  private(set) var stamped: ArraySlice<UInt8>
  /// Whether strong type began in front of the time and goes on behind it.
  private var isStrong = false

  init(_ line: ArraySlice<UInt8>) {
    (text, stamped) = (line, line)
    takeStamp()
    takeSpeaker()
    if stamp == nil, speaker != nil { takeStamp() }
    if stamp == nil { stamped = text }
  }

  /// Whether a line may begin with either.
  static func mayBegin(_ line: ArraySlice<UInt8>) -> Bool {
    // Strong type begins with a control, too.
    guard let first = line.first, first > 0x20 else { return true }
    return ClockStamp.mayBegin(with: first)
  }

  private mutating func takeStamp() {
    let rest = text.drop { $0 <= 0x20 }
    guard let stamp = ClockStamp(rest, at: rest.startIndex) else { return }
    let after = text[stamp.next...]
    guard stamp.isBracketed || after.first.map({ $0 <= 0x20 }) ?? true else { return }
    self.stamp = stamp
    isStrong =
      text[..<rest.startIndex].contains(MarkdownInline.strongStart)
      && after.first { $0 != 0x20 } != MarkdownInline.strongEnd
    text = Self.withoutMark(after)
  }

  /// Less a colon or a dash that parts the time from the words.
  private static func withoutMark(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = text.drop { $0 <= 0x20 && $0 != MarkdownInline.strongStart }
    let mark = ["：", ": ", "- ", "– ", "— "].first { rest.starts(with: $0.utf8) }
    return rest.dropFirst(mark?.utf8.count ?? 0)
  }

  /// `**Name**：`, `**Name:**`.
  private mutating func takeSpeaker() {
    let rest = text.drop { $0 == 0x20 }
    guard isStrong || rest.first == MarkdownInline.strongStart,
      let end = rest.prefix(140).firstIndex(of: MarkdownInline.strongEnd)
    else { return }
    var name = rest[(rest.startIndex + (isStrong ? 0 : 1))..<end].trimmed
    var words = rest[(end + 1)...]
    if let inside = Self.withoutColon(name) {
      name = inside
    } else {
      let after = words.drop { $0 == 0x20 }
      guard let colon = after.leadingColon else { return }
      words = after.dropFirst(colon)
    }
    let characters = name.count { $0 & 0xC0 != 0x80 }
    guard (1...30).contains(characters), !name.contains(0x0A) else { return }
    speaker = name.string
    text = words.drop { $0 == 0x20 }
    // With its time the line still begins with the name's words.
    if stamp != nil { stamped = stamped[..<rest.startIndex] + text }
  }

  private static func withoutColon(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    name.trailingColon.map { name.dropLast($0).trimmed }
  }
}

/// Joins lines that an editor wrapped: between Han, and marks of theirs, by nothing, else by a space.
enum HanLines {
  static func joined(_ text: [UInt8]) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(text.count)
    for index in text.indices {
      let byte = text[index]
      guard byte == 0x0A || byte == MarkdownBlocks.hardBreak else {
        joined.append(byte)
        continue
      }
      let isWide = isWide(before: joined) && isWide(text[(index + 1)...])
      if byte != 0x0A || !isWide { joined.append(0x20) }
    }
    return joined
  }

  /// Whether the last character is one of three bytes from U+3000 on: Han, kana, full-width marks.
  private static func isWide(before text: [UInt8]) -> Bool {
    text.count >= 3 && (0xE3...0xEF).contains(text[text.count - 3])
      && !(0xEA...0xED).contains(text[text.count - 3])
  }

  private static func isWide(_ text: ArraySlice<UInt8>) -> Bool {
    text.first.map { (0xE3...0xE9).contains($0) || (0xEE...0xEF).contains($0) || $0 == 0xF0 }
      ?? false
  }
}
