/// Makes cues of the blocks of a Markdown file.
struct MarkdownCues {
  /// A cue before it is known whether the file's times and names are such.
  private struct Draft {
    var stamp: ClockStamp?
    /// The text with its stamp, where there is one, and without.
    var stamped: [UInt8]
    var speaker: String?
    var text: [UInt8]
    let line: Int
    let isHeading: Bool
    /// Whether a line of the same paragraph stands above.
    let continues: Bool
  }

  private let speaker: String?
  private var drafts: [Draft] = []
  private var current: String?

  init(speaker: String?) { self.speaker = speaker }

  /// Adds the lines of a block, whose marks are taken out.
  mutating func take(_ text: [UInt8], of block: MarkdownBlock) {
    if block.kind == .heading { current = nil }
    var start = 0
    var line = block.line
    var continues = false
    for index in text.indices where text[index] == 0x0A || text[index] == MarkdownBlocks.hardBreak {
      add(text[start..<index], text[index], line, block.kind, continues: continues)
      (start, line, continues) = (index + 1, line + (block.kind == .row ? 0 : 1), true)
    }
    if start < text.count { add(text[start...], 0x0A, line, block.kind, continues: continues) }
  }

  private mutating func add(
    _ text: ArraySlice<UInt8>, _ lineEnd: UInt8, _ line: Int, _ kind: MarkdownBlock.Kind,
    continues: Bool
  ) {
    let lead = MarkdownLead(text)
    if let name = lead.speaker { current = name }
    drafts.append(
      Draft(
        stamp: lead.stamp, stamped: lead.stamp == nil ? [] : Self.plain(lead.stamped, end: lineEnd),
        speaker: lead.speaker ?? (kind == .heading || kind == .quote ? nil : current),
        text: Self.plain(lead.text, end: lineEnd), line: line, isHeading: kind == .heading,
        continues: continues && kind != .row && kind != .code && lead.speaker == nil))
  }

  private static func plain(_ text: ArraySlice<UInt8>, end: UInt8) -> [UInt8] {
    var plain = Array(text.trimmed)
    if plain[...].hasControl {
      plain.removeAll { $0 == MarkdownInline.strongStart || $0 == MarkdownInline.strongEnd }
    }
    plain.append(end)
    return plain
  }

  /// Hands all cues over.
  mutating func finish(_ builder: inout TranscriptBuilder) {
    let hasTimes = areTimes
    let isLineByLine = !hasTimes && haveNames
    let hasSpeakers = drafts.contains { $0.speaker != nil }
    var cue: (draft: Draft, text: [UInt8])?
    for draft in drafts {
      let text = hasTimes || draft.stamp == nil ? draft.text : draft.stamped
      let begins = !draft.continues || isLineByLine || hasTimes && draft.stamp != nil
      if !begins, cue != nil {
        cue?.text += text
        continue
      }
      append(cue, hasTimes, hasSpeakers, &builder)
      cue = (draft, text)
    }
    append(cue, hasTimes, hasSpeakers, &builder)
    drafts.removeAll()
  }

  private func append(
    _ cue: (draft: Draft, text: [UInt8])?, _ hasTimes: Bool, _ hasSpeakers: Bool,
    _ builder: inout TranscriptBuilder
  ) {
    guard let cue else { return }
    builder.line = cue.draft.line
    let stamp = hasTimes ? cue.draft.stamp : nil
    builder.append(
      HanLines.joined(cue.text)[...], start: stamp?.start, end: stamp?.end,
      speaker: cue.draft.speaker ?? (hasSpeakers ? nil : speaker))
  }

  /// Whether what looks like times are some: two or more in order that begin near zero, or in brackets.
  private var areTimes: Bool {
    let stamps = drafts.compactMap(\.stamp)
    guard let first = stamps.first, stamps.allSatisfy({ $0.date == nil }) else { return false }
    let back = zip(stamps, stamps.dropFirst()).count { $1.start < $0.start }
    let isNear = first.start < (first.parts == 2 ? 300_000 : 3_600_000)
    return stamps.count >= 2 && isNear && back * 10 <= stamps.count
  }

  /// Whether nine lines in ten begin with a name, so that each is a cue.
  private var haveNames: Bool {
    let lines = drafts.filter { !$0.isHeading && $0.text.count > 1 }
    let named = lines.count {
      $0.speaker != nil && !$0.continues || SpeakerPrefix($0.text[...]) != nil
    }
    return !lines.isEmpty && named * 10 >= lines.count * 9
  }
}

/// What stands before the words of a line: a time, the name of a speaker in strong type, or both.
private struct MarkdownLead {
  private(set) var stamp: ClockStamp?
  private(set) var speaker: String?
  /// The words, and the same with the time before them.
  private(set) var text: ArraySlice<UInt8>
  private(set) var stamped: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) {
    (text, stamped) = (line, line)
    takeStamp()
    takeSpeaker()
    if stamp == nil, speaker != nil { takeStamp() }
    if stamp == nil { stamped = text }
  }

  private mutating func takeStamp() {
    let rest = text.drop { $0 <= 0x20 }
    guard let stamp = ClockStamp(rest, at: rest.startIndex) else { return }
    let after = text[stamp.next...]
    guard stamp.isBracketed || after.first.map({ $0 <= 0x20 }) ?? true else { return }
    self.stamp = stamp
    text = Self.withoutMark(after)
  }

  /// Less a colon or a dash that parts the time from the words.
  private static func withoutMark(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = text.drop { $0 <= 0x20 }
    let mark = ["：", ": ", "- ", "– ", "— "].first { rest.starts(with: $0.utf8) }
    return rest.dropFirst(mark?.utf8.count ?? 0)
  }

  /// `**Name**：`, `**Name:**`.
  private mutating func takeSpeaker() {
    let rest = text.drop { $0 == 0x20 }
    guard rest.first == MarkdownInline.strongStart,
      let end = rest.prefix(140).firstIndex(of: MarkdownInline.strongEnd)
    else { return }
    var name = rest[(rest.startIndex + 1)..<end].trimmed
    var words = rest[(end + 1)...]
    if let inside = Self.withoutColon(name) {
      name = inside
    } else {
      let after = words.drop { $0 == 0x20 }
      guard let colon = ["：", ":"].first(where: { after.starts(with: $0.utf8) }) else { return }
      words = after.dropFirst(colon.utf8.count)
    }
    let isName = (1...30).contains(name.string.unicodeScalars.count) && !name.contains(0x0A)
    guard isName else { return }
    speaker = name.string
    text = words.drop { $0 == 0x20 }
    // With its time the line still begins with the name's words.
    if stamp != nil { stamped = stamped[..<rest.startIndex] + text }
  }

  private static func withoutColon(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if name.last == UInt8(ascii: ":") { return name.dropLast().trimmed }
    return name.suffix(3).elementsEqual("：".utf8) ? name.dropLast(3).trimmed : nil
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
