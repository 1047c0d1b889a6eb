/// JSON of 腾讯云's speech recognition: `ResultDetail` with milliseconds, or `Result` with a sentence a line
/// (`[0:1.000,0:3.500,0]  …`) where no details were asked for; and `flash_result` of the fast interface.
struct TencentReader: JSONFormReader {
  let format = TranscriptFormat(
    "tencent-asr", "JSON of 腾讯云 speech recognition", extensions: ["json"],
    keeps: [.times, .speakers])

  func claims(_ root: JSONValue) -> Bool {
    let data = Self.data(root)
    return data?["ResultDetail"]?.elements.begins { $0["FinalSentence"] != nil } ?? false
      || data?["TaskId"] != nil && data?["Result"]?.bytes?.first == UInt8(ascii: "[")
      || root["flash_result"]?.elements.begins { $0["sentence_list"] != nil } ?? false
  }

  private static func data(_ root: JSONValue) -> JSONValue? {
    [root["Response"]?["Data"], root["Data"], root["Response"], root].lazy
      .compactMap(\.self).first { $0["ResultDetail"] != nil || $0["Result"] != nil }
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    builder.sortsByStart = true
    for channel in root["flash_result"]?.elements ?? .none {
      builder.append(elements: channel["sentence_list"]?.elements ?? .none) { sentence in
        JSONCue(
          sentence["text"], start: sentence["start_time"]?.milliseconds,
          end: sentence["end_time"]?.milliseconds, speaker: sentence["speaker_id"]?.label)
      }
    }
    guard let data = Self.data(root) else { return }
    let details = data["ResultDetail"]?.elements ?? .none
    builder.append(elements: details) { sentence in
      JSONCue(
        sentence["FinalSentence"], start: sentence["StartMs"]?.milliseconds,
        end: sentence["EndMs"]?.milliseconds, speaker: sentence["SpeakerId"]?.label)
    }
    if details.first == nil, let lines = data["Result"]?.bytes {
      Self.read(lines: Array(lines), into: &builder)
    }
  }

  private static func read(lines: [UInt8], into builder: inout TranscriptBuilder) {
    var scanner = LineScanner(lines)
    while let line = scanner.next() {
      guard line.first == UInt8(ascii: "["),
        let close = line.prefix(64).firstIndex(of: UInt8(ascii: "]"))
      else {
        builder.append(line)
        continue
      }
      let fields = line[..<close].dropFirst().split(separator: UInt8(ascii: ","))
      builder.append(
        line[(close + 1)...], start: fields.first.flatMap(TimeCode.clock),
        end: fields.dropFirst().first.flatMap(TimeCode.clock),
        speaker: fields.dropFirst(2).first?.string)
    }
  }
}
