/// A file format for the cues of one episode.
public enum CueFormat: String, CaseIterable, Sendable {
  /// Plain text: one cue per line, after `speaker: ` if the speaker is known.
  case txt
  /// SubRip subtitles.
  case srt
  /// WebVTT subtitles, with word times.
  case vtt
  /// Comma-separated values: one row per cue.
  case csv
  /// A JSON object with the metadata of the episode and its cues, word times included.
  case json

  /// Whether the format cannot represent cues without times.
  public var needsTimes: Bool { self == .srt || self == .vtt }
}

extension EpisodeTranscript {
  /// Returns the cues that a format can represent.
  ///
  /// - Parameter format: the file format. SRT and WebVTT need times.
  public func cues(for format: CueFormat) -> [Cue] {
    format.needsTimes ? cues.filter { $0.start != nil } : cues
  }

  /// Returns the transcript as the text of a file.
  ///
  /// What the format cannot represent is omitted: TXT has no times, and only WebVTT and JSON have word times.
  /// A subtitle without an end is shown for two seconds.
  ///
  /// - Parameter format: the file format.
  public func written(as format: CueFormat) -> String {
    let cues = cues(for: format)
    return switch format {
    case .txt: PlainCues.text(cues)
    case .srt: SubRipText.text(cues)
    case .vtt: WebVTTText.text(cues)
    case .csv: CueTable.csv(cues)
    case .json: CueTable.json(self, cues)
    }
  }
}

extension EpisodeTranscript.Cue {
  /// How long a subtitle is shown whose end is not known, in milliseconds.
  private static let usualLength = 2_000

  /// When a subtitle is shown; `nil` without times.
  var shownTimes: (start: Int, end: Int)? {
    start.map { ($0, end ?? max($0 + Self.usualLength, wordTimes.last?.start ?? 0)) }
  }

  /// `00:00:01.000 --> 00:00:02.500`
  func timing(point: String) -> String {
    guard let (start, end) = shownTimes else { return "" }
    return Self.clock(start, point) + " --> " + Self.clock(end, point)
  }

  static func clock(_ time: Int, _ point: String) -> String {
    let seconds = time / 1000
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.padded(to: 2) }
    return parts.joined(separator: ":") + point + (time % 1000).padded(to: 3)
  }
}

extension Int {
  /// The number with zeros in front.
  func padded(to digits: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
  }
}

/// Text for people: a line a cue.
private enum PlainCues {
  static func text(_ cues: [EpisodeTranscript.Cue]) -> String {
    cues.map { ($0.speaker.isEmpty ? "" : "\($0.speaker): ") + $0.text + "\n" }.joined()
  }
}
