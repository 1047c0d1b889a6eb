/// A reason why a cue counts as repeated.
public enum Repetition: String, CaseIterable, Sendable {
  /// A repetition loop of a speech recogniser, or a line that it hallucinated.
  case loops
  /// A line that occurs in many episodes of a show, such as a greeting or the name of a sponsor.
  case recurring
}
