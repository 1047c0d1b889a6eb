/// What an engine made of texts, in two numbers that every run must reproduce.
///
/// Runs take them where they cost next to nothing, so that their time is the engine's.
struct Answer: Equatable {
  /// Words, or the places where the search form's length differs from the text's.
  var count = 0
  /// UTF-8 bytes up to the end of the last segment, or of the search form.
  var bytes = 0

  static func + (one: Answer, other: Answer) -> Answer {
    Answer(count: one.count + other.count, bytes: one.bytes + other.bytes)
  }

  static func * (answer: Answer, times: Int) -> Answer {
    Answer(count: answer.count * times, bytes: answer.bytes * times)
  }
}
