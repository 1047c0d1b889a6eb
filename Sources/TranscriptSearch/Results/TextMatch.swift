/// What counts as an occurrence of a text.
public enum TextMatch: String, CaseIterable, Sendable {
  /// The text wherever it stands, also across word boundaries.
  case text
  /// A word, or consecutive words, that are equal to the text.
  case word
}
