/// The units that a frequency table counts. Words of four or more characters are listed with phrases, too.
public enum TermUnits: String, CaseIterable, Sendable {
  /// Words: single segments.
  case words
  /// Phrases: two to five consecutive words of one turn that belong together.
  case phrases
  /// Words and phrases.
  case both
}
