/// Finds the words of a list, one after the other, in the text that they are the words of.
struct WordPlaces {
  /// So many bytes may stand between two words: punctuation, and what is not in the list.
  private static let mostBetween = 32

  private let text: UnsafeRawBufferPointer
  private var position = 0

  init(in text: UnsafeBufferPointer<UInt8>) { self.text = UnsafeRawBufferPointer(text) }

  /// Where the next word stands; `nil` where it does not follow soon, or is nothing but punctuation.
  ///
  /// - Complexity: O(bytes of the word).
  mutating func place(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    let bytes = UnsafeRawBufferPointer(word)
    let trimmed = UnsafeRawBufferPointer(rebasing: bytes[bytes.trimmed])
    guard !trimmed.isEmpty, !WordSpacing.clings(word) else { return nil }
    let last = min(position + Self.mostBetween, text.count - trimmed.count)
    guard position <= last else { return nil }
    for place in position...last where text[place...].starts(with: trimmed) {
      position = place + trimmed.count
      return place
    }
    return nil
  }
}

extension TranscriptBuilder {
  /// Tells when the words of the next cue begin, as a list of them has it.
  ///
  /// - Parameter word: what an element of the list is; its end and speaker do not matter.
  mutating func addTimes(
    ofWords words: some Sequence<JSONValue>, in text: JSONValue?, word: (JSONValue) -> JSONCue
  ) {
    guard let text = text?.bytes else { return }
    var places = WordPlaces(in: text)
    for element in words {
      let word = word(element)
      guard let bytes = word.text?.bytes, let place = places.place(of: bytes) else { continue }
      addWordTime(word.start, at: place)
    }
  }
}
