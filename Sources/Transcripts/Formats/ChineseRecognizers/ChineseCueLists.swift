extension CueListReader {
  /// JSON of Paraformer, SenseVoice and Qwen ASR on 阿里云百炼 (DashScope): `transcripts`, one a channel, with
  /// `sentences` in milliseconds.
  static let dashScope = CueListReader(
    format: TranscriptFormat(
      "dashscope", "JSON of DashScope (Paraformer, Qwen ASR)", extensions: ["json"],
      keeps: [.times, .speakers, .words]),
    sortsByStart: true,
    lists: { root in
      (root["transcripts"] ?? root["output"]?["transcripts"])?.elements
        .compactMap { $0["sentences"] } ?? []
    },
    cue: { sentence in
      JSONCue(
        sentence["text"], start: sentence["begin_time"]?.milliseconds,
        end: sentence["end_time"]?.milliseconds, speaker: sentence["speaker_id"]?.label)
    },
    words: (
      { $0["words"] }, { JSONCue($0["text"], start: $0["begin_time"]?.milliseconds, end: nil) }
    ))

  /// JSON of 火山引擎 and 豆包 (Volcano Engine): `utterances` in milliseconds, which stand at the top, in `result` (an
  /// object, or in the older interface a list), `resp` or `data`.
  static let volcengine = CueListReader(
    format: TranscriptFormat(
      "volcengine", "JSON of 火山引擎 / 豆包 speech recognition", extensions: ["json"],
      keeps: [.times, .speakers, .words]),
    lists: { root in
      let places = [root, root["result"], root["resp"], root["data"], root["data"]?["result"]]
      let results = root["result"]?.elements ?? .none
      return places.compactMap { $0?["utterances"] } + results.compactMap { $0["utterances"] }
    },
    cue: { utterance in
      let speaker = utterance["additions"]?["speaker"] ?? utterance["speaker"]
      return JSONCue(
        utterance["text"], start: utterance["start_time"]?.milliseconds,
        end: utterance["end_time"]?.milliseconds,
        speaker: (speaker ?? utterance["attribute"]?["speaker"])?.label)
    },
    words: (
      { $0["words"] }, { JSONCue($0["text"], start: $0["start_time"]?.milliseconds, end: nil) }
    ))
}
