/// What makes up a style: numbers that were fitted until its figures came out, see
/// `TranscriptStyle.originalFigures`.
struct StyleModel: Sendable {
  var law: RankLaw.Shape
  /// Shares of Han words of one, two, three, and four or more characters; see `WordList`.
  var lengths: [Double]
  /// How often a word begins a phrase of the episode's own, said again.
  var echoRate: Double
  /// Words of such a phrase after the first, on average.
  var echoLength: Double
  /// How often a word is one of those that like to follow the last one.
  var successorRate: Double
  /// How often a word is one of the episode's topics.
  var topicRate: Double
  /// How many words are topics.
  var topicCount: Int
  /// Words between two marks of punctuation or ends of lines, less one, on average.
  var clauseLength: Double
  /// Clauses in a line, less one, on average.
  var lineLength: Double

  static func of(_ style: TranscriptStyle) -> StyleModel {
    style == .sayit ? sayit : indigo
  }

  private static let sayit = StyleModel(
    law: RankLaw.Shape(common: 0.85, shift: 1.5, bend: 8000, rare: 2.6, first: 2.2),
    lengths: [0.33, 0.57, 0.07, 0.03],
    echoRate: 0.085, echoLength: 5, successorRate: 0.25, topicRate: 0.3, topicCount: 400,
    clauseLength: 5, lineLength: 4.6)

  private static let indigo = StyleModel(
    law: RankLaw.Shape(common: 0.93, shift: 0.8, bend: 8000, rare: 2.6, first: 1.5),
    lengths: [0.32, 0.57, 0.07, 0.04],
    echoRate: 0.065, echoLength: 5, successorRate: 0.28, topicRate: 0.2, topicCount: 400,
    clauseLength: 4.2, lineLength: 0)
}
