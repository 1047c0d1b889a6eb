/// Reads a format whose cues are the elements of a list, or of several lists.
struct CueListReader: JSONFormReader {
  let format: TranscriptFormat
  /// Whether cues are put in the order of their starts, as where each channel has a list.
  var sortsByStart = false
  /// The lists of cues in a document; none in other documents.
  let lists: @Sendable (JSONValue) -> [JSONValue]
  /// What an element is as a cue.
  let cue: @Sendable (JSONValue) -> JSONCue
  /// The words of an element, and what one of them is.
  var words: (list: @Sendable (JSONValue) -> JSONValue?, word: @Sendable (JSONValue) -> JSONCue)?

  /// One of the first elements has text and a start.
  func claims(_ root: JSONValue) -> Bool {
    lists(root).prefix(8).contains { list in
      list.elements.begins {
        let cue = cue($0)
        return cue.text?.bytes != nil && cue.start != nil
      }
    }
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    builder.sortsByStart = sortsByStart
    for list in lists(root) {
      builder.append(elements: list.elements, words: words, cue: cue)
    }
  }
}
