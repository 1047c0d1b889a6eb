/// Why a cue is taken for a repetition.
public enum Repetition: String, CaseIterable, Sendable {
  /// A repetition loop of a speech recogniser.
  case loops
  /// The same line comes back in many episodes of a show, as greetings and sponsors do: see `RecurringCues`.
  case recurring
}
