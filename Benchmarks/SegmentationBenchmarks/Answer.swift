/// What an engine made of texts, in two numbers that every run must reproduce.
struct Answer: Equatable {
  /// Words, or code points of the search form.
  var count = 0
  /// UTF-8 bytes that the segments cover, or of the search form.
  var bytes = 0

  static func + (one: Answer, other: Answer) -> Answer {
    Answer(count: one.count + other.count, bytes: one.bytes + other.bytes)
  }

  static func * (answer: Answer, times: Int) -> Answer {
    Answer(count: answer.count * times, bytes: answer.bytes * times)
  }
}
