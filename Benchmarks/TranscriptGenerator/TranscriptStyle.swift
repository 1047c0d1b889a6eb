/// What a generated transcript is like.
public enum TranscriptStyle: String, CaseIterable, Sendable {
  /// Minutes of meetings: traditional characters, punctuation, a line an utterance with its speaker.
  case sayit
  /// A recognised podcast: simplified characters, short lines, no punctuation, some English.
  case indigo
}
