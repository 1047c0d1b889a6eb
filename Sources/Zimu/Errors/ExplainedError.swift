/// An error of the engine, which has values, with the sentence that users read.
package protocol ExplainedError: Error {
  /// What is wrong, where, and what to do about it.
  var sentence: String { get }
}
