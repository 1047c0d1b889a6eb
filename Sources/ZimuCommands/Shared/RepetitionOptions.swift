import ArgumentParser
import Zimu

/// Which cues that repeat others are left out.
struct RepetitionOptions: ParsableArguments {
  @Flag(
    name: .customLong("no-loops"),
    help: "Leave out cues that the speech recogniser repeated in a loop or hallucinated.")
  var noLoops = false

  @Flag(
    name: .customLong("no-recurring"),
    help: """
      Leave out cues that recur, such as greetings: at least 4 words and 8 characters, with the same words in \
      at least 3 episodes and a tenth of the episodes of a show.
      """)
  var noRecurring = false

  var leftOut: Set<Repetition> {
    Set((noLoops ? [.loops] : []) + (noRecurring ? [.recurring] : []))
  }

  /// Says on standard error when recurring cues are not marked, as it is not known which they are.
  func warn(in index: TranscriptIndex) throws {
    guard !noRecurring, let failure = try index.recurringCuesFailure else { return }
    Self.warn(of: failure, "marked")
  }

  /// Says on standard error that it is not known which cues recur.
  ///
  /// - Parameter consequence: what is not done with them.
  static func warn(of failure: ZimuError, _ consequence: String) {
    Console.current.writeError(
      "warning: recurring cues are not \(consequence): \(failure.message)\n")
  }
}

extension Repetition {
  /// The column for cues that are such repetitions.
  var column: String { "from_\(rawValue)" }

  /// What the column means in tables of terms.
  var note: String {
    switch self {
    case .loops:
      "more than half of the occurrences are in cues that the speech recogniser repeated or hallucinated; --no-loops leaves these out."
    case .recurring:
      "more than half of the occurrences are in cues that recur in many episodes; --no-recurring leaves these out."
    }
  }
}
