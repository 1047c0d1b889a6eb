/// What an engine made of texts, in two numbers that every run must reproduce.
///
/// Runs take them where they cost next to nothing, so that their time is the engine's.
public struct Answer: Equatable, Sendable {
  /// Words, or the places where the search form's length differs from the text's.
  public var count = 0
  /// UTF-8 bytes up to the end of the last segment, or of the search form.
  public var bytes = 0

  public init(count: Int = 0, bytes: Int = 0) {
    (self.count, self.bytes) = (count, bytes)
  }

  public static func + (one: Answer, other: Answer) -> Answer {
    Answer(count: one.count + other.count, bytes: one.bytes + other.bytes)
  }

  public static func * (answer: Answer, times: Int) -> Answer {
    Answer(count: answer.count * times, bytes: answer.bytes * times)
  }
}
