extension CueListReader {
  /// JSON of youtube-transcript-api and of what is built upon it: a list of `text`, `start` and `duration` in
  /// seconds, or a list of such lists.
  static let youTubeAPI = CueListReader(
    format: TranscriptFormat(
      "youtube-api", "JSON of youtube-transcript-api", extensions: ["json"], keeps: .times),
    lists: { root in
      root.elements.first?.kind == .list ? Array(root.elements) : root.kind == .list ? [root] : []
    },
    cue: { cue in
      guard let duration = cue["duration"]?.seconds, let start = cue["start"]?.seconds else {
        return JSONCue(cue["text"], start: nil, end: nil)
      }
      return JSONCue(cue["text"], start: start, end: start + duration)
    })

  /// Subtitles of Bilibili (BCC): `body` with seconds.
  static let bilibili = CueListReader(
    format: TranscriptFormat(
      "bilibili", "Bilibili subtitles (BCC)", extensions: ["bcc", "json"], keeps: .times),
    lists: { root in root["body"].map { [$0] } ?? [] },
    cue: { cue in
      JSONCue(cue["content"], start: cue["from"]?.seconds, end: cue["to"]?.seconds)
    })
}
