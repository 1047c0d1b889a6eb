/// A segment of WhisperX as stretches of one speaker each, by the speakers of its words.
///
/// A word without a speaker belongs to the one before it.
struct WordVoices {
  private let segment: JSONValue

  /// - Returns: `nil` where no word has a speaker.
  init?(of segment: JSONValue) {
    guard let words = segment["words"]?.elements,
      words.contains(where: { $0["speaker"]?.label != nil })
    else { return nil }
    self.segment = segment
  }

  /// Adds a cue for each stretch; the first one begins and the last one ends with the segment.
  func append(into builder: inout TranscriptBuilder) {
    var stretch = Stretch(start: segment["start"]?.seconds)
    var spacing = WordJoin()
    for word in segment["words"]?.elements ?? .none {
      guard let text = word["word"]?.bytes else { continue }
      let speaker = word["speaker"]?.label
      if let speaker, speaker != stretch.speaker {
        if stretch.speaker != nil {
          stretch.append(into: &builder)
          stretch = Stretch(start: word["start"]?.seconds)
        }
        stretch.speaker = speaker
      }
      spacing.join(text, to: &stretch.text)
      if let start = word["start"]?.seconds {
        stretch.times.append((stretch.text.count - text.count, start))
      }
      stretch.end = word["end"]?.seconds ?? stretch.end
    }
    stretch.end = segment["end"]?.seconds ?? stretch.end
    stretch.append(into: &builder)
  }

  private struct Stretch {
    var text: [UInt8] = []
    var start, end: Int?
    var speaker: String?
    /// When words begin, by their places.
    var times: [(place: Int, start: Int)] = []

    init(start: Int?) { self.start = start }

    func append(into builder: inout TranscriptBuilder) {
      for (place, start) in times { builder.addWordTime(start, at: place) }
      builder.append(text[...], start: start, end: end, speaker: speaker)
    }
  }
}
