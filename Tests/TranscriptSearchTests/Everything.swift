import TranscriptSearch

/// Every cue may match; only the first episode fits a filter.
struct Everything: CueFilter {
  var isEverything: Bool { true }
  var usesSpeakers: Bool { false }
  func includes(_ episode: Int, _ speaker: Int?) -> Bool { true }
  func includesAny(of episode: Int) -> Bool { true }
  func matches(_ filter: FieldFilter, _ episode: Int) -> Bool { episode == 0 }
}
