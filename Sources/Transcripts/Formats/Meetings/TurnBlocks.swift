/// Judges whether a text is a record of blocks whose times, or names, stand on lines of their own, and how.
struct TurnBlocks {
  enum Shape {
    /// A range, the name, the words.
    case rangeThenName
    /// A range in frames, the words.
    case rangeThenWords
    /// The name, `0:01`, the words: what is copied from a page.
    case nameThenTime
    /// `00:05:00`, then several lines `Name: words`: Google Meet.
    case timeThenTurns
    /// `说话人 1`, then the words, without times.
    case labels
    /// The words alone, below `2024年11月30日 下午 3:00|12分钟 5秒` and `文字记录:`, as 飞书妙记 writes them.
    case words
  }

  let shape: Shape

  /// `nil` where the text is none of blocks.
  init?(_ head: ArraySlice<UInt8>) {
    let lines = Self.lines(of: head)
    let shape = Self.ranges(lines) ?? Self.clocks(lines) ?? Self.labels(lines) ?? Self.words(lines)
    guard let shape else { return nil }
    self.shape = shape
  }

  /// Lines that are not blank, with the times of those that are one.
  private typealias Line = (bytes: ArraySlice<UInt8>, stamp: BlockStamp?)

  private static func lines(of head: ArraySlice<UInt8>) -> [Line] {
    var scanner = LineScanner(Array(head))
    var lines: [Line] = []
    while let line = scanner.next()?.trimmed {
      if !line.isEmpty { lines.append((line, BlockStamp(line))) }
    }
    return lines
  }

  /// A text that begins with a range.
  private static func ranges(_ lines: [Line]) -> Shape? {
    guard let form = lines.first?.stamp?.form, form != .clock else { return nil }
    let places = lines.indices.filter { lines[$0].stamp?.form == form }
    let ends = places.dropFirst() + [lines.count]
    let heads = zip(places, ends).compactMap { place, end in
      end - place > 2 ? lines[place + 1].bytes : nil
    }
    let areNamed = heads.count == places.count && areSpeakers(heads)
    return areNamed ? .rangeThenName : form == .frames ? .rangeThenWords : nil
  }

  /// A text with times that stand alone, in order.
  private static func clocks(_ lines: [Line]) -> Shape? {
    let places = lines.indices.filter { lines[$0].stamp?.form == .clock }
    guard let first = places.first, areOrdered(places.map { lines[$0] }) else { return nil }
    let others = lines[first...].filter { $0.stamp == nil }
    let turns = others.count { SpeakerPrefix($0.bytes) != nil }
    if turns > places.count, turns * 10 >= others.count * 6 { return .timeThenTurns }
    guard first > 0, places.count > 1, zip(places, places.dropFirst()).allSatisfy({ $1 - $0 > 2 })
    else { return nil }
    let names = places.map { lines[$0 - 1].bytes }
    return Set(names).count < names.count && areSpeakers(names) ? .nameThenTime : nil
  }

  private static func areOrdered(_ lines: [Line]) -> Bool {
    let times = lines.compactMap { line in
      if case .clock(let time) = line.stamp?.start { time } else { nil }
    }
    return zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// Whether all are names, some of which come back.
  private static func areSpeakers(_ names: [ArraySlice<UInt8>]) -> Bool {
    names.allSatisfy(TurnHeader.isName)
      && (names.count <= 3 || Set(names).count * 4 <= names.count * 3)
  }

  /// A text in which labels of diarisation stand alone.
  private static func labels(_ lines: [Line]) -> Shape? {
    let places = lines.indices.filter { label(lines[$0].bytes) != nil }
    guard places.count > 1, zip(places, places.dropFirst()).allSatisfy({ $1 - $0 > 1 }) else {
      return nil
    }
    return places.count * 12 >= lines.count - places[0] ? .labels : nil
  }

  /// A text that begins with a date and a length, and has a heading for its words.
  private static func words(_ lines: [Line]) -> Shape? {
    guard let first = lines.first?.bytes, first.count <= 120, first.contains(UInt8(ascii: "|")),
      DateText.first(in: first) != nil, lines.contains(where: { isHeading($0.bytes) })
    else { return nil }
    return .words
  }

  /// Whether a line is the heading above the words.
  static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    ["文字记录", "文字記錄", "Transcript"].contains(TurnHeader.withoutColon(line.trimmed).string)
  }

  /// The label that a line is: `说话人 1`, `Speaker A:`.
  static func label(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let name = TurnHeader.withoutColon(line.trimmed)
    guard TurnHeader.isLabel(name), let last = name.last else { return nil }
    let isNumber = ClockStamp.isDigit(last)
    let isLetter = 0x41...0x5A ~= last && [0x20, 0x5F].contains(name.dropLast().last)
    return isNumber || isLetter ? name : nil
  }
}
