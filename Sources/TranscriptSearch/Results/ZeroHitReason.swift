/// A likely reason why a query, or a literal text, has no hits.
public enum ZeroHitReason: Hashable, Sendable {
  /// An operator that is not written in capitals, and was searched for as text: `or`.
  case lowercaseOperator(String)
  /// A name with a colon that is not a field, and was searched for as text.
  ///
  /// - Parameters:
  ///   - name: the name as it was given, without the colon.
  ///   - nearest: the field that was probably meant.
  case unknownField(name: String, nearest: String?)
  /// Punctuation that the transcripts must have at the same place.
  case punctuation(String, text: String)
  /// An asterisk that is not at the end of a word of letters, and was searched for as text.
  case wildcard(text: String)
  /// Query syntax in a text that is always literal: `OR`, `word:`.
  case literalSyntax(String, text: String)
  /// A text that does occur, but never as a whole word.
  case insideWords(text: String, count: Int)
  /// A text that does occur, but never in this spelling.
  case otherSpellings(text: String, count: Int)
  /// Letters that are not a word, but begin so many.
  case beginsWords(text: String, count: Int)
  /// Fields that select no episode.
  case noEpisode
  /// Hits that the selection leaves out.
  case outsideSelection(count: Int)
}
