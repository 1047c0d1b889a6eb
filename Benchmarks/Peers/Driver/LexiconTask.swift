import WordSegmentation
import Zimu

/// A way to come by a lexicon.
enum LexiconTask: String {
  /// As commands do, from the cache; compiles it where it is not there.
  case open
  /// From ICU's data.
  case compile

  /// - Returns: a line of JSON: words of the lexicon, seconds. Opening says something only the first
  ///   time in a process.
  func measure(_ form: Lexicon.Form) throws -> String {
    let start = ContinuousClock.now
    let lexicon = try lexicon(form)
    let seconds = start.duration(to: .now) / .seconds(1)
    return #"{"words":\#(lexicon.wordCount),"seconds":\#(seconds)}"#
  }

  private func lexicon(_ form: Lexicon.Form) throws -> Lexicon {
    switch self {
    case .open: try Lexicon.shared(form)
    case .compile: try Lexicon.compile(form)
    }
  }
}
