/// A likely reason why a query or a literal text has no hits.
public enum ZeroHitReason: Hashable, Sendable {
  /// An operator in lower case, such as `or`, was searched for as text.
  case lowercaseOperator(String)
  /// A name with a colon that is not a field was searched for as text.
  ///
  /// - Parameters:
  ///   - name: the name without the colon.
  ///   - nearest: the field that was probably meant; `nil` if none is similar.
  case unknownField(name: String, nearest: String?)
  /// The text contains a punctuation mark, the first value, which transcripts must have at the same place.
  case punctuation(String, text: String)
  /// An asterisk that is not at the end of a word of letters was searched for as text.
  case wildcard(text: String)
  /// The text is always literal, but contains query syntax, the first value, such as `OR` or `word:`.
  case literalSyntax(String, text: String)
  /// The text occurs, but only inside longer words; `count` is the number of occurrences.
  case insideWords(text: String, count: Int)
  /// The text occurs, but only in other spellings; `count` is the number of occurrences.
  case otherSpellings(text: String, count: Int)
  /// The letters are not a word, but words begin with them; `count` is the number of occurrences of those
  /// words.
  case beginsWords(text: String, count: Int)
  /// The fields of the query select no episode.
  case noEpisode
  /// The query has hits, but only outside the selection; `count` is the number of occurrences.
  case outsideSelection(count: Int)
}
