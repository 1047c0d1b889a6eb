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
    /// `张三   0:01 大家好`, with a tab or two spaces, or a label of diarisation.
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
    let line = line.trimmed
    guard let first = line.first else { return nil }
    if ClockStamp.isDigit(first) || first == UInt8(ascii: "[") || first == UInt8(ascii: "(")
      || first >= 0x80, let stamp = ClockStamp(line, at: line.startIndex)
    {
      self.init(line, stampFirst: stamp)
    } else {
      self.init(nameFirst: line)
    }
  }

  private init?(_ line: ArraySlice<UInt8>, stampFirst stamp: ClockStamp) {
    var name = line[stamp.next...].trimmed
    guard stamp.isBracketed || line[stamp.next...].first.map({ $0 <= 0x20 }) ?? false else {
      return nil
    }
    name = Self.withoutColon(name)
    guard Self.isName(name) else { return nil }
    (shape, self.stamp, words) = (.timeThenName, stamp, line[line.endIndex...])
    self.name = Self.unbracketed(name).name
  }

  private init?(nameFirst line: ArraySlice<UInt8>) {
    guard let stamp = Self.stamp(in: line) else { return nil }
    let name = Self.withoutColon(line[..<stamp.place].trimmed)
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
    {
      (shape, words) = (.nameTimeBareWords, after)
    } else {
      return nil
    }
  }

  /// The first stamp after a name, and where it begins.
  private static func stamp(in line: ArraySlice<UInt8>) -> (place: Int, stamp: ClockStamp)? {
    for place in line.prefix(reach).indices.dropFirst() {
      let byte = line[place]
      let isDigit = ClockStamp.isDigit(byte)
      // A bracket may follow the name at once; digits need a space or a colon before them.
      guard isDigit || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte >= 0x80 else {
        continue
      }
      if isDigit, !mayPrecedeTime(line[line.startIndex..<place]) { continue }
      if let stamp = ClockStamp(line, at: place) { return (place, stamp) }
    }
    return nil
  }

  private static func mayPrecedeTime(_ before: ArraySlice<UInt8>) -> Bool {
    before.last == 0x20 || before.last == 0x09 || before.suffix(3).elementsEqual("：".utf8)
      || before.suffix(3).elementsEqual("\u{3000}".utf8)
      || before.suffix(2).elementsEqual("\u{A0}".utf8)
  }

  /// Whether a tab or two spaces stand at the end.
  private static func isWide(_ name: ArraySlice<UInt8>) -> Bool {
    name.last == 0x09 || name.suffix(2).elementsEqual("  ".utf8)
      || name.suffix(2).elementsEqual("\u{A0}".utf8)
  }

  /// What stands after a colon at the start.
  private static func afterColon(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if text.first == UInt8(ascii: ":") { return text.dropFirst().trimmed }
    return text.starts(with: "：".utf8) ? text.dropFirst(3).trimmed : nil
  }

  private static func withoutColon(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if name.last == UInt8(ascii: ":") { return name.dropLast().trimmed }
    return name.suffix(3).elementsEqual("：".utf8) ? name.dropLast(3).trimmed : name
  }

  private static func unbracketed(
    _ name: ArraySlice<UInt8>
  ) -> (name: ArraySlice<UInt8>, isBracketed: Bool) {
    if name.first == UInt8(ascii: "["), name.last == UInt8(ascii: "]"), name.count > 2 {
      return (name.dropFirst().dropLast().trimmed, true)
    }
    guard name.starts(with: "【".utf8), name.suffix(3).elementsEqual("】".utf8), name.count > 6 else {
      return (name, false)
    }
    return (name.dropFirst(3).dropLast(3).trimmed, true)
  }
}

extension TurnHeader {
  /// Whether a name is one that diarisation gives: 说话人 1, 发言人2, Speaker A.
  static func isLabel(_ name: ArraySlice<UInt8>) -> Bool {
    let starts = [
      "说话人", "發言人", "发言人", "讲话人", "說話人", "讲者", "講者", "Speaker", "SPEAKER", "speaker",
      "Unknown Speaker",
    ]
    return name.count <= 24 && starts.contains { name.starts(with: $0.utf8) }
  }

  /// Whether a text may be a speaker's name: 1–30 characters, some of them letters, without what only sentences
  /// and lists have.
  private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
    guard (1...longestName * 4).contains(text.count) else { return false }
    let name = text.string
    let scalars = name.unicodeScalars
    guard scalars.count <= longestName, scalars.contains(where: \.properties.isAlphabetic),
      !scalars.contains(where: marks.contains), !starts.contains(where: name.hasPrefix)
    else { return false }
    return !words.contains(name.lowercased()) && !ends.contains(where: name.hasSuffix)
  }

  /// What no name has.
  private static let marks = Set("。！？，、；：…“”\"'‘’,;:!?|<>=*{}\\\t#→~^%$".unicodeScalars)
    .subtracting("'’".unicodeScalars)
  /// Lines that begin so are lists, dates, or messages of a chat.
  private static let starts = ["- ", "+ ", "From ", "from ", "19", "20"]
  private static let ends = ["上午", "下午", "AM", "PM", "时间", "時間", "日期", "时长", "時長"]
  /// Names of fields, which may have times.
  private static let words: Set<String> = [
    "time", "date", "duration", "start", "end", "length", "recorded", "created", "uploaded",
    "凌晨", "早上", "中午", "晚上", "总计", "共计", "今天", "昨天", "明天", "开始", "结束",
  ]
}
