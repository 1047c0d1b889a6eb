/// Which column of a table holds what.
struct Columns {
  /// The unit of numbers that the name of a column tells.
  enum Unit { case milliseconds, seconds }

  /// A column of times.
  struct Time {
    let index: Int
    let unit: Unit?
  }

  let text: Int
  let start, end, duration: Time?
  let speaker: Int?
  /// The column that names the episode, where a table may hold several. Beside times a title or an id is that of
  /// a row.
  let episode: Int?
  /// The names as they are written; empty where the table has no header.
  let names: [String]
  let count: Int

  /// The columns that say something of an episode, the one with its name aside.
  var metadata: MetadataColumns {
    let cues = [text, start?.index, end?.index, duration?.index, speaker]
    return MetadataColumns(names, others: Set(cues.compactMap(\.self)))
  }

  /// Finds columns by their names, case, white space and punctuation aside; `nil` where none is one of text.
  init?(header: [ArraySlice<UInt8>]) {
    names = header.map { $0.trimmed.string }
    let plain = names.map(Self.plainName)
    // The first place of each name, so that many columns cost linear time.
    let places = Self.places(of: plain)
    let find = { (wanted: [String]) in wanted.lazy.compactMap { places[$0] }.first }
    let time = { (wanted: [String]) in
      find(wanted).map { Time(index: $0, unit: Self.unit(of: plain[$0])) }
    }
    guard let text = find(Self.textNames) else { return nil }
    self.text = text
    (start, end, duration) = (time(Self.startNames), time(Self.endNames), time(Self.durationNames))
    speaker = find(Self.speakerNames)
    let hasTimes = start != nil || end != nil
    episode = find(Self.episodeNames) ?? (hasTimes ? nil : find(Self.rowNames))
    count = names.count
  }

  /// Columns of a table without a header.
  init(text: Int, start: Int, end: Int?, speaker: Int?, count: Int) {
    (self.text, self.speaker, self.count) = (text, speaker, count)
    self.start = Time(index: start, unit: nil)
    self.end = end.map { Time(index: $0, unit: nil) }
    (duration, episode, names) = (nil, nil, [])
  }

  /// How many columns have a known meaning.
  var known: Int { 1 + [start?.index, end?.index, duration?.index, speaker].count { $0 != nil } }

  private static let textNames = [
    "text", "transcript", "transcription", "content", "文本", "内容", "內容", "字幕", "文字", "文字内容", "转写",
    "转写内容",
    "轉寫", "转写文本", "转写结果", "转录", "轉錄", "转录文本", "转录内容", "识别结果", "识别文本", "识别内容", "辨識結果", "字幕内容",
    "字幕文本", "语音内容", "逐字稿", "台词", "台詞", "原文", "正文", "发言内容", "發言內容", "发言", "發言", "句子", "对话", "對話",
    "sentence", "utterance", "subtitle", "subtitles", "caption", "captions", "dialogue", "speech",
    "body", "txt",
  ]
  private static let startNames = [
    "from", "start", "startms", "starttime", "starttimems", "begin", "beginms", "begintime",
    "starts", "startsec", "startseconds", "starttimes", "starttimesec", "timein", "in", "inpoint",
    "timecodein", "tcin", "startoffset", "tstartms", "offset", "offsetms", "开始时间", "開始時間", "起始时间",
    "起始時間",
    "开始", "開始", "起始", "开始时间ms", "开始毫秒", "开始时间毫秒", "开始时间秒", "开始秒", "入点", "入點", "timestamp",
    "timestamps",
    "time", "timecode", "时间戳", "時間戳", "时间", "時間", "时间码", "時間碼", "时间点", "时间段", "时间轴",
  ]
  private static let endNames = [
    "to", "end", "endms", "endtime", "endtimems", "ends", "endsec", "endseconds", "endtimes",
    "endtimesec", "timeout", "out", "outpoint", "timecodeout", "tcout", "stop", "stoptime",
    "finish", "endoffset", "结束时间", "結束時間", "终止时间", "结束", "結束", "结束时间ms", "结束毫秒", "结束时间毫秒", "结束时间秒",
    "结束秒", "截止", "出点", "出點",
  ]
  private static let durationNames = [
    "duration", "durationms", "durations", "durationsec", "durationseconds", "dur", "length",
    "时长", "時長", "持续时间", "持續時間", "时长ms", "时长毫秒", "时长秒",
  ]
  static let speakerNames = [
    "speaker", "speakername", "speakerid", "speakerlabel", "spk", "spkid", "who", "character",
    "actor", "participant", "说话人", "說話人", "发言人", "發言人", "说话者", "說話者", "发言者", "發言者", "讲话人", "講者",
    "讲者", "角色", "人物", "姓名",
  ]
  /// The surest names first.
  static let episodeNames = [
    "episode", "episodeid", "episodename", "episodetitle", "videoid", "video", "videotitle", "file",
    "filename", "filepath", "path", "source", "audio", "audiofile", "audiofilepath", "audioid",
    "audiopath", "wav", "wavpath",
    "recording", "recordingid", "meeting", "meetingid", "docid", "document", "节目", "節目", "期", "期数",
    "期號",
    "集", "集数", "单集", "視頻", "视频", "视频id", "文件", "文件名", "檔案", "檔名", "音频", "会议", "会议id",
  ]
  /// Names of what may be a row instead.
  private static let rowNames = ["title", "标题", "標題", "id", "url", "name"]
  /// The column of that name, case, white space and punctuation aside.
  func column(named name: String) -> Int? {
    names.map(Self.plainName).firstIndex(of: Self.plainName(name))
  }

  /// A name without case, white space and punctuation: `Start Time`, `start_time` and `Start (time)` are one.
  static func plainName(_ name: String) -> String {
    String(name.prefix(60).lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// Where the names stand; a name that ends in a unit is found without it, too.
  private static func places(of plain: [String]) -> [String: Int] {
    let places = Dictionary(plain.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    let stems = plain.enumerated().compactMap { index, name in
      stem(of: name).map { ($0, index) }
    }
    return places.merging(stems) { first, _ in first }
  }

  private static func stem(of name: String) -> String? {
    (milliseconds + seconds).first(where: name.hasSuffix).map { suffix in
      let stem = name.dropLast(suffix.count)
      return String(stem.hasSuffix("in") ? stem.dropLast(2) : stem)
    }
  }

  private static let milliseconds = ["milliseconds", "millis", "msec", "ms", "毫秒"]
  private static let seconds = ["seconds", "secs", "sec", "秒"]

  private static func unit(of name: String) -> Unit? {
    if milliseconds.contains(where: name.hasSuffix) { return .milliseconds }
    let isSeconds =
      seconds.contains(where: name.hasSuffix)
      || ["starts", "ends", "durations", "starttimes", "endtimes"].contains(name)
    return isSeconds ? .seconds : nil
  }
}
