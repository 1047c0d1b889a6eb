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
  ///
  /// - Parameter words: finds the list of words of an element, and tells what one of them is; `nil` where there are
  ///   none.
  mutating func append(
    elements: JSONValue.Elements,
    words: (list: (JSONValue) -> JSONValue?, word: (JSONValue) -> JSONCue)? = nil,
    cue: (JSONValue) -> JSONCue
  ) {
    for (index, element) in elements.enumerated() {
      let cue = cue(element)
      if let words, let list = words.list(element) {
        addTimes(ofWords: list.elements, in: cue.text, word: words.word)
      }
      append(cue, number: index + 1)
    }
  }

  /// Adds an element of a list as a cue.
  ///
  /// - Parameter number: the number of the element in its list, from 1.
  mutating func append(_ cue: JSONCue, number: Int) {
    append(element: cue.text, number: number, start: cue.start, end: cue.end, speaker: cue.speaker)
  }
}
