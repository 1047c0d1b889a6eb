/// Which keys of the objects in a list hold what a cue is made of, by their names.
struct CueKeys {
  private let text: [UInt8]
  private let start: TimeKey
  private let end, duration: TimeKey?
  private let speaker: [UInt8]?
  /// Whether the texts are single words.
  let isWords: Bool

  /// - Returns: `nil` where no key is one of text, or none one of times.
  init?(_ object: JSONValue, isWords: Bool = false) {
    var names: [String: (key: [UInt8], value: JSONValue)] = [:]
    for (key, value) in object.members.prefix(64) where value.kind != .null {
      let name = Self.plainName(key)
      if names[name] == nil { names[name] = (Array(key.utf8), value) }
    }
    let find = { (wanted: [String]) in wanted.lazy.compactMap { names[$0] } }
    let texts = isWords ? ["word"] + Self.textNames : Self.textNames
    guard let text = find(texts).first(where: { $0.value.kind == .string }),
      let start = find(Self.startNames).first(where: { TimeKey($0.key).time(in: object) != nil })
    else { return nil }
    (self.text, self.start, self.isWords) = (text.key, TimeKey(start.key), isWords)
    end = find(Self.endNames).first.map { TimeKey($0.key) }
    duration = find(Self.durationNames).first.map { TimeKey($0.key) }
    speaker = find(Self.speakerNames).first?.key
  }

  func text(of object: JSONValue) -> UnsafeBufferPointer<UInt8>? { object.member(text)?.bytes }

  func start(of object: JSONValue) -> CueTime? { start.time(in: object) }
  func end(of object: JSONValue) -> CueTime? { end?.time(in: object) }
  func duration(of object: JSONValue) -> CueTime? { duration?.time(in: object) }

  func speaker(of object: JSONValue) -> String? {
    guard let speaker, let value = object.member(speaker) else { return nil }
    return (value["name"] ?? value).label
  }

  /// A name without case, white space and punctuation: `Start Time`, `start_time` and `Start (time)` are one.
  private static func plainName(_ key: String) -> String {
    String(key.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  private static let textNames = [
    "text", "transcript", "content", "sentence", "caption", "subtitle", "utterance", "body", "line",
    "文本", "内容", "內容", "字幕", "句子",
  ]
  private static let startNames = [
    "start", "from", "begin", "startms", "starttime", "begintime", "starttimems", "starts",
    "startsec", "startseconds", "timein", "bg", "tstartms", "offset", "timestamp", "time",
    "开始时间", "開始時間", "起始时间", "起始時間", "开始", "開始", "起始",
  ]
  private static let endNames = [
    "end", "to", "stop", "endms", "endtime", "endtimems", "ends", "endsec", "endseconds", "timeout",
    "ed", "结束时间", "結束時間", "结束", "結束",
  ]
  private static let durationNames = ["duration", "dur", "durationms", "ddurationms", "时长", "時長"]
  private static let speakerNames = [
    "speaker", "speakername", "speakerid", "speakerlabel", "spk", "说话人", "說話人", "发言人", "發言人",
  ]
}

/// A key of times, whose name may say that they are milliseconds.
private struct TimeKey {
  private let key: [UInt8]
  private let isMilliseconds: Bool

  init(_ key: [UInt8]) {
    self.key = key
    let name = String(decoding: key, as: UTF8.self).lowercased()
    isMilliseconds = ["ms", "milliseconds", "毫秒"].contains(where: name.hasSuffix)
  }

  func time(in object: JSONValue) -> CueTime? {
    object.member(key).flatMap { CueTime($0, isMilliseconds: isMilliseconds) }
  }
}
