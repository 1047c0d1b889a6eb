/// A line that begins a turn: who speaks, from when, and where the words stand if they are on the line.
struct TurnHeader {
  /// The ways in which such a line is written; a file has one of them throughout.
  enum Shape: CaseIterable {
    /// `张三 00:00:01`, the words below.
    case nameThenTime
    /// `[张三] 10:01:02`, the words below: the clock on the wall, as Zoom saves captions.
    case bracketedNameThenTime
    /// `00:00:01 张三`, the words below.
    case timeThenName
    /// `张三(00:00:01): 大家好`.
    case nameTimeWords
    /// `张三   0:01 大家好`, with a tab or two spaces, or a label of diarisation; `张三: [0:01] 大家好`.
    case nameTimeBareWords
  }

  let shape: Shape
  let name: ArraySlice<UInt8>
  let stamp: ClockStamp
  /// Empty where the words stand below.
  let words: ArraySlice<UInt8>

  /// Characters of the longest name.
  static let longestName = 30
  /// Bytes within which the words begin.
  private static let reach = longestName * 4 + 60

  /// Tells whether a line is a header; `nil` if it is not.
  init?(_ line: ArraySlice<UInt8>) {
    // Most lines are words.
    guard let colon = ClockStamp.colon(in: line.prefix(Self.reach)) else { return nil }
    let line = line.trimmed
    guard let first = line.first else { return nil }
    if ClockStamp.isDigit(first) || first == UInt8(ascii: "[") || first == UInt8(ascii: "(")
      || first >= 0x80, let stamp = ClockStamp(line, at: line.startIndex)
    {
      self.init(line, stampFirst: stamp)
    } else {
      self.init(nameFirst: line, colon: colon)
    }
  }

  private init?(_ line: ArraySlice<UInt8>, stampFirst stamp: ClockStamp) {
    var name = line[stamp.next...].trimmed
    // Happy Scribe sets it off.
    if name.starts(with: "- ".utf8) { name = name.dropFirst(2).trimmed }
    guard stamp.isBracketed || line[stamp.next...].first.map({ $0 <= 0x20 }) ?? false else {
      return nil
    }
    name = Self.withoutColon(name)
    guard Self.isName(name) else { return nil }
    (shape, self.stamp, words) = (.timeThenName, stamp, line[line.endIndex...])
    self.name = Self.unbracketed(name).name
  }

  private init?(nameFirst line: ArraySlice<UInt8>, colon: Int) {
    guard let stamp = Self.stamp(in: line, before: colon) else { return nil }
    let before = line[..<stamp.place].trimmed
    let name = Self.withoutColon(before)
    guard Self.isName(name) else { return nil }
    let plain = Self.unbracketed(name)
    let rest = line[stamp.stamp.next...]
    let after = rest.trimmed
    self.stamp = stamp.stamp
    self.name = plain.name
    if after.isEmpty {
      (shape, words) = (plain.isBracketed ? .bracketedNameThenTime : .nameThenTime, after)
    } else if let words = Self.afterColon(after) {
      shape = words.isEmpty ? .nameThenTime : .nameTimeWords
      self.words = words
    } else if rest.first.map({ $0 <= 0x20 }) ?? false,
      Self.isWide(line[..<stamp.place]) || Self.isLabel(plain.name)
        || stamp.stamp.isBracketed && name.count < before.count
    {
      (shape, words) = (.nameTimeBareWords, after)
    } else {
      return nil
    }
  }

  /// The stamp after a name whose first colon stands at a place, and where it begins.
  private static func stamp(
    in line: ArraySlice<UInt8>, before colon: Int
  ) -> (place: Int, stamp: ClockStamp)? {
    // A bracket, a date and spaces have no more bytes.
    for place in max(line.startIndex + 1, colon - 30)..<max(line.startIndex + 1, colon) {
      let byte = line[place]
      let isDigit = ClockStamp.isDigit(byte)
      // A bracket may follow the name at once; digits need a space or a colon before them.
      guard ClockStamp.mayBegin(with: byte) else { continue }
      if isDigit, !mayPrecedeTime(line, place) { continue }
      if let stamp = ClockStamp(line, at: place) { return (place, stamp) }
    }
    return nil
  }

  /// Whether white space or a full-width colon stands before a place.
  private static func mayPrecedeTime(_ line: ArraySlice<UInt8>, _ place: Int) -> Bool {
    switch line[place - 1] {
    case 0x20, 0x09: true
    case 0x80, 0x9A, 0xA0:
      line[..<place].trailingColon != nil || line[..<place].suffix(3).elementsEqual("\u{3000}".utf8)
        || line[..<place].suffix(2).elementsEqual("\u{A0}".utf8)
    default: false
    }
  }

  /// Whether a tab or two spaces stand at the end.
  private static func isWide(_ name: ArraySlice<UInt8>) -> Bool {
    name.last == 0x09 || name.suffix(2).elementsEqual("  ".utf8)
      || name.suffix(2).elementsEqual("\u{A0}".utf8)
  }

  /// What stands after a colon at the start.
  private static func afterColon(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    text.leadingColon.map { text.dropFirst($0).trimmed }
  }

  static func withoutColon(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    name.trailingColon.map { name.dropLast($0).trimmed } ?? name
  }

  private static func unbracketed(
    _ name: ArraySlice<UInt8>
  ) -> (name: ArraySlice<UInt8>, isBracketed: Bool) {
    if name.first == UInt8(ascii: "["), name.last == UInt8(ascii: "]"), name.count > 2 {
      return (name.dropFirst().dropLast().trimmed, true)
    }
    guard name.first == 0xE3, name.starts(with: "【".utf8), name.suffix(3).elementsEqual("】".utf8),
      name.count > 6
    else {
      return (name, false)
    }
    return (name.dropFirst(3).dropLast(3).trimmed, true)
  }
}

extension TurnHeader {
  /// Whether a name is one that diarisation gives: 说话人 1, 发言人2, Speaker A.
  static func isLabel(_ name: ArraySlice<UInt8>) -> Bool {
    name.count <= 24 && labels.contains { name.starts(with: $0) }
  }

  private static let labels = [
    "说话人", "發言人", "发言人", "讲话人", "說話人", "讲者", "講者", "Speaker", "SPEAKER", "speaker",
    "Unknown Speaker",
  ].map { Array($0.utf8) }

  /// Whether a text may be a speaker's name: 1–30 characters, some of them letters, without what only sentences
  /// and lists have.
  static func isName(_ text: ArraySlice<UInt8>) -> Bool {
    guard (1...longestName * 4).contains(text.count) else { return false }
    let hasMarks = text.withUnsafeBytes { bytes in bytes.indices.contains { isMark(bytes, at: $0) }
    }
    guard !hasMarks else { return false }
    let count = text.count { $0 & 0xC0 != 0x80 }
    let hasLetters = text.contains { $0 >= 0xC3 || 0x41...0x5A ~= $0 & 0xDF }
    return count <= longestName && hasLetters && !isField(text)
  }

  /// Whether one of `asciiMarks` or `wideMarks` stands at a place.
  private static func isMark(_ text: UnsafeRawBufferPointer, at place: Int) -> Bool {
    let byte = text[place]
    if byte < 0x80 { return asciiMarks.contains(byte) }
    // All wide ones begin so.
    guard byte == 0xE2 || byte == 0xE3 || byte == 0xEF, place + 2 < text.count else { return false }
    let number = UInt32(byte) << 16 | UInt32(text[place + 1]) << 8 | UInt32(text[place + 2])
    return wideMarks.contains(number)
  }

  private static let asciiMarks = ByteSet(",;:!?|<>=*{}\\\t#~^%$\"".utf8)

  private static let wideMarks = Set(
    "。！？，、；：…“”→".unicodeScalars.map { String($0).utf8.reduce(0) { $0 << 8 | UInt32($1) } })

  /// Whether a text is the name of a field that may have a time, the begin of a list or a date, or a chat's message.
  private static func isField(_ text: ArraySlice<UInt8>) -> Bool {
    if let first = text.first, first < 0x80, starts.contains(where: { text.starts(with: $0) }) {
      return true
    }
    if text.last == UInt8(ascii: "M"), let half = text.dropLast().last,
      half == UInt8(ascii: "A") || half == UInt8(ascii: "P")
    {
      return true
    }
    let end = text.suffix(6)
    return ends.contains { $0.elementsEqual(end) }
      || text.count <= longestWord
        && words.contains(text.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 })
  }

  private static let starts = ["- ", "+ ", "From ", "from ", "19", "20"].map { Array($0.utf8) }
  private static let ends = ["上午", "下午", "时间", "時間", "日期", "时长", "時長"].map {
    Array($0.utf8)
  }
  private static let longestWord = words.reduce(0) { max($0, $1.count) }
  private static let words = Set(
    [
      "time", "date", "duration", "start", "end", "length", "recorded", "created", "uploaded",
      "凌晨", "早上", "中午", "晚上", "总计", "共计", "今天", "昨天", "明天", "开始", "结束",
    ].map { Array($0.utf8) })
}
