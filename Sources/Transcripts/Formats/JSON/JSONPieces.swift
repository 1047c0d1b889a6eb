/// Lists whose elements are words in some files and whole cues in others: words are joined to cues.
///
/// A speaker that is not named is the one before.
struct JSONPieces {
  /// Whether an element that is no word makes the others of the list none, too.
  let isUniform: Bool

  func append(
    _ pieces: JSONValue.Elements, to builder: inout TranscriptBuilder, cue: (JSONValue) -> JSONCue
  ) {
    let areWords = pieces.prefix(100).allSatisfy { isWord(cue($0).text) }
    var words = WordCues()
    for (index, piece) in pieces.enumerated() {
      let cue = cue(piece)
      guard let text = cue.text?.bytes else {
        builder.append(element: nil, number: index + 1, start: nil, end: nil)
        continue
      }
      let isWord = isUniform ? areWords : isWord(cue.text)
      if !isWord { words.flush(into: &builder) }
      words.append(text, start: cue.start, end: cue.end, speaker: cue.speaker, into: &builder)
      if !isWord { words.flush(into: &builder) }
    }
    words.flush(into: &builder)
  }

  /// Words have no white space inside and at most 30 bytes; in a uniform list those of Han have 12, as a line
  /// has no spaces either.
  private func isWord(_ text: JSONValue?) -> Bool {
    guard let bytes = text?.bytes else { return true }
    let isLatin = !isUniform || bytes.allSatisfy { $0 < 0x80 }
    return bytes.count <= (isLatin ? 30 : 12) && !Array(bytes)[...].trimmed.contains(0x20)
  }
}
