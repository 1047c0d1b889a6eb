/// An element of a JSON list as a cue.
struct JSONCue {
  /// Where the text stands; what is no string is none.
  var text: JSONValue?
  /// In milliseconds.
  var start, end: Int?
  var speaker: String?

  init(_ text: JSONValue?, start: Int?, end: Int?, speaker: String? = nil) {
    (self.text, self.start, self.end, self.speaker) = (text, start, end, speaker)
  }
}

extension TranscriptBuilder {
  /// Adds the elements of a list as cues, each by what `cue` finds in it.
  mutating func append(elements: JSONValue.Elements, cue: (JSONValue) -> JSONCue) {
    for (index, element) in elements.enumerated() {
      let cue = cue(element)
      append(
        element: cue.text, number: index + 1, start: cue.start, end: cue.end, speaker: cue.speaker)
    }
  }
}
