/// A row of words that may be a phrase.
struct PhraseCandidate {
  /// Its words and joiners, in the numbers of `CorpusWords`.
  let row: [UInt32]
  /// Among the rows of the same length.
  let number: Int
  let count: Int
  /// Of the weakest joint.
  let logLikelihood, npmi: Double
  var freedom = 0.0
}
