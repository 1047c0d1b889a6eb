extension TranscriptBuilder {
  /// Adds a turn as one cue if it has few words, and else as the cues that its words make.
  ///
  /// - Parameters:
  ///   - turn: the turn's text, times and speaker.
  ///   - word: what an element of `words` is.
  mutating func append(
    turn: JSONCue, number: Int, words: JSONValue.Elements, word: (JSONValue) -> JSONCue
  ) {
    guard words.dropFirst(WordCues.mostWords).contains(where: { word($0).text != nil }) else {
      addTimes(ofWords: words, in: turn.text, word: word)
      return append(
        element: turn.text, number: number, start: turn.start, end: turn.end,
        speaker: turn.speaker)
    }
    var cues = WordCues()
    cues.append(words, speaker: turn.speaker, into: &self, word: word)
    cues.flush(into: &self)
  }
}

extension WordCues {
  /// Adds the words that elements are; those without text are none.
  ///
  /// - Parameter speaker: who says words that name no speaker.
  mutating func append(
    _ words: JSONValue.Elements, speaker: String? = nil, into builder: inout TranscriptBuilder,
    word: (JSONValue) -> JSONCue
  ) {
    for element in words {
      let word = word(element)
      guard let text = word.text?.bytes else { continue }
      append(
        text, start: word.start, end: word.end, speaker: word.speaker ?? speaker, into: &builder)
    }
  }
}
