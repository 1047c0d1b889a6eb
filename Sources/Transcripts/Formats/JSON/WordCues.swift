/// Puts together cues of words that a format gives one by one.
///
/// A cue ends where the speaker changes, after a pause of more than a second, at the end of a sentence, and
/// before it has more than 40 words or 300 bytes. Words are joined by `WordJoin`.
struct WordCues {
  static let longestPause = 1_000
  static let mostWords = 40
  static let mostBytes = 300

  private var text: [UInt8] = []
  private var words = 0
  /// When words begin, by their places.
  private var times: [(place: Int, start: Int)] = []
  private var start, end: Int?
  /// The last time that is known of the cue.
  private var last: Int?
  private var speaker: String?
  private var isSentence = false
  private var spacing: WordJoin

  /// - Parameter bringsSpaces: whether it is known of the format that words bring their spaces.
  init(bringsSpaces: Bool = false) {
    spacing = WordJoin(bringsSpaces: bringsSpaces)
  }

  /// Adds a word.
  ///
  /// - Parameters:
  ///   - start: in milliseconds; `nil` where it is unknown.
  ///   - speaker: `nil` where it is the speaker of the word before.
  ///   - clings: whether the word belongs to the one in front of it, as punctuation does.
  mutating func append(
    _ word: UnsafeBufferPointer<UInt8>, start: Int?, end: Int?, speaker: String? = nil,
    clings: Bool = false, into builder: inout TranscriptBuilder
  ) {
    let clings = clings || WordSpacing.clings(word)
    let isOtherVoice = speaker.map { $0 != self.speaker } ?? false
    if isOtherVoice || !clings && isFull(before: word, at: start) { flush(into: &builder) }
    if let speaker { self.speaker = speaker }
    spacing.join(word, to: &text, clings: clings)
    if !clings { words += 1 }
    if !clings, let start { times.append((text.count - word.count, start)) }
    if self.start == nil { self.start = start }
    // What has no times, such as punctuation, leaves the end as it is.
    if start != nil || end != nil { (self.end, last) = (end, end ?? start) }
    isSentence = text.withUnsafeBufferPointer(WordSpacing.endsSentence)
  }

  /// Ends the cue, as a format may where a paragraph or a channel ends.
  mutating func flush(into builder: inout TranscriptBuilder) {
    for (place, start) in times { builder.addWordTime(start, at: place) }
    times.removeAll(keepingCapacity: true)
    text.withUnsafeBufferPointer { bytes in
      builder.append(bytes, start: start, end: end, speaker: speaker)
    }
    text.removeAll(keepingCapacity: true)
    (words, start, end, last, isSentence) = (0, nil, nil, nil, false)
  }

  /// Ends the cue, and forgets the speaker.
  mutating func endTurn(into builder: inout TranscriptBuilder) {
    flush(into: &builder)
    speaker = nil
  }

  private func isFull(before word: UnsafeBufferPointer<UInt8>, at start: Int?) -> Bool {
    if words == 0 { return false }
    if isSentence || words >= Self.mostWords { return true }
    if text.count + word.count > Self.mostBytes { return true }
    guard let start, let last else { return false }
    return start - last > Self.longestPause
  }
}
