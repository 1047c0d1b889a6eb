/// The names that the columns of tables of cues have, in English and Chinese, the preferred ones first.
enum ColumnName {
  static let text = [
    "text", "transcript", "content", "transcription", "subtitle", "文本", "内容", "內容", "字幕", "文字",
    "转写文本",
  ]
  static let start = [
    "from", "start", "startms", "starttime", "begin", "begintime", "startseconds", "starts",
    "starttimes", "starttimems", "timestamp", "time",
    "开始时间", "開始時間", "开始", "開始", "起始时间", "起始時間", "起始", "时间", "時間",
  ]
  static let end = [
    "to", "end", "endms", "endtime", "stop", "finish", "endseconds", "ends", "endtimes",
    "endtimems",
    "结束时间", "結束時間", "结束", "結束", "终止时间", "終止時間",
  ]
  static let speaker = [
    "speaker", "speakername", "spk", "speakerid", "speakerlabel",
    "说话人", "說話人", "发言人", "發言人", "讲者", "講者", "角色",
  ]

  /// A name as it is compared: lower case, without what stands between its words (`Start Time (s)` is
  /// `starttimes`, `start_ms` is `startms`).
  static func normalized(_ name: ArraySlice<UInt8>) -> String {
    String(name.trimmed.string.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
