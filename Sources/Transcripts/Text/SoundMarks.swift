/// Finds sound marks such as `[音乐]`, `(笑)` and `(applause)`, which are no words.
///
/// Other parentheses are text: `(柯文哲)` is counted.
public struct SoundMarks: Sendable {
  /// What stands in the brackets, in search form. Suffixes and prefixes of one another are all
  /// listed: a mark counts only where it fills its brackets.
  private static let names: Set<String> = [
    "音乐", "音乐声", "背景音乐", "配乐", "片头音乐", "片尾音乐", "歌声", "唱歌", "歌曲",
    "掌声", "鼓掌", "拍手", "拍手声", "热烈掌声", "掌声鼓励", "全场鼓掌", "欢呼", "欢呼声", "尖叫",
    "笑", "笑声", "大笑", "众笑", "全场笑", "现场笑", "苦笑", "轻笑", "笑场", "哈哈大笑",
    "咳嗽", "咳", "叹气", "哭", "哭声", "哽咽", "沉默", "停顿", "人声", "噪音", "杂音", "铃声",
    "电话声", "电话铃声", "电话声音", "鼓声", "鞭炮声", "点头", "摇头", "广告", "无声", "静音",
    "music", "applause", "laughter", "laughs", "laughing", "laugh", "cheering", "cheers",
    "clapping", "silence", "noise", "inaudible", "crosstalk", "blank_audio", "sighs", "coughs",
    "coughing", "foreign", "music playing", "upbeat music", "speaking foreign language",
  ]

  /// The longest name, in bytes.
  private static let longest = names.reduce(0) { max($0, $1.utf8.count) }

  private static let brackets: [(open: [UInt8], close: [UInt8])] = [
    ("[", "]"), ("(", ")"), ("（", "）"), ("【", "】"), ("*", "*"), ("♪", "♪"), ("〔", "〕"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The ranges, in ascending order, of the sound marks in a text in search form.
  public static func ranges(in form: ArraySlice<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var position = form.startIndex
    while position < form.endIndex {
      if let end = end(in: form, at: position) {
        ranges.append(position..<end)
        position = end
      } else {
        position += 1
      }
    }
    return ranges
  }

  /// Whether a byte may be the first one of a sound mark; most are not.
  @inlinable
  public static func mayStart(with byte: UInt8) -> Bool {
    switch byte {
    case 0x5B, 0x28, 0x2A, 0xEF, 0xE3, 0xE2: true
    default: false
    }
  }

  /// The end of the sound mark that starts at a byte of a text in search form; `nil` if there is none.
  ///
  /// Marks do not cross lines.
  public static func end(in form: ArraySlice<UInt8>, at start: Int) -> Int? {
    guard mayStart(with: form[start]), opensWide(form, at: start) else { return nil }
    for (open, close) in brackets where form[start...].starts(with: open) {
      let content = form[(start + open.count)...].prefix(longest + 12)
      guard let end = index(of: close, in: content), !content[..<end].contains(0x0A) else {
        continue
      }
      let name = content[..<end].trimmed.string
      if isMark(name, in: open) { return end + close.count }
    }
    return nil
  }

  /// Whether the last byte of what stands there is that of a bracket, if it is no ASCII: 。 and 、 begin
  /// like 【.
  private static func opensWide(_ form: ArraySlice<UInt8>, at start: Int) -> Bool {
    guard form[start] >= 0x80 else { return true }
    guard start + 2 < form.endIndex else { return false }
    switch form[start + 2] {
    case 0x88, 0x90, 0x94, 0xAA: return true
    default: return false
    }
  }

  /// Square brackets are the recognisers' own: there a name may go on (`[音乐渐弱]`).
  private static func isMark(_ name: String, in open: [UInt8]) -> Bool {
    if names.contains(name) { return true }
    // Who makes the sound may stand before it: 全体鼓掌, 现场听众：笑, 某某点头.
    let ends = ["鼓掌", "鼓掌声", "大笑", "笑声", "掌声", "点头", "摇头", ":笑"]
    if name.unicodeScalars.count <= 9, ends.contains(where: name.hasSuffix) { return true }
    guard open == brackets[0].open else { return false }
    return names.contains { $0.utf8.count >= 6 && name.hasPrefix($0) }
  }

  private static func index(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: needle) }
  }
}
