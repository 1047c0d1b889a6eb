/// The units that a frequency table counts.
public enum TermUnits: String, CaseIterable, Sendable {
  /// Words: single segments.
  case words
  /// Phrases: two to five consecutive words of one turn that belong together, and single words of four or more
  /// characters.
  case phrases
  /// Words and phrases.
  case both
}
