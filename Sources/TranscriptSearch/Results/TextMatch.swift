/// The rule for what counts as an occurrence of a text.
public enum TextMatch: String, CaseIterable, Sendable {
  /// Every occurrence of the text, wherever word boundaries fall.
  case text
  /// Only words, or consecutive words, that are equal to the text.
  case word
}
