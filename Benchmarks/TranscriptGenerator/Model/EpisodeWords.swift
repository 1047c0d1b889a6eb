#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Draws the words of one episode, by their ranks.
struct EpisodeWords {
  /// Words above this rank follow no word in particular, so that rare words stay rare.
  private static let successorLimit = 4000
  /// Words below this rank are nobody's topic.
  private static let topicStart = 500

  /// After how many words an episode has enough to repeat.
  private static let warmUp = 300.0

  private let model: StyleModel
  private let law: RankLaw
  private var topics: [UInt32] = []
  private var spoken: [UInt32] = []
  private var echo = 0..<0

  init(_ model: StyleModel, _ law: RankLaw, _ random: inout RandomSource) {
    (self.model, self.law) = (model, law)
    let start = law.share(below: Self.topicStart)
    topics = (0..<model.topicCount).map { _ in
      law.rank(at: start + random.unit() * (1 - start))
    }
  }

  /// A word to follow `previous`; not yet taken.
  mutating func draw(after previous: UInt32, _ random: inout RandomSource) -> UInt32 {
    if let first = echo.first { return spoken[first] }
    var chance = random.unit()
    let echoRate = model.echoRate * min(1, Double(spoken.count) / Self.warmUp)
    if chance < echoRate {
      let start = random.below(spoken.count)
      let length = 1 + random.geometric(mean: model.echoLength)
      echo = start..<min(start + length, spoken.count)
      return spoken[start]
    }
    chance -= echoRate
    if chance < model.successorRate { return successor(of: previous, &random) }
    chance -= model.successorRate
    return chance < model.topicRate ? topic(&random) : law.rank(at: random.unit())
  }

  /// Notes that a word is said.
  mutating func take(_ rank: UInt32) {
    spoken.append(rank)
    echo = echo.dropFirst()
  }

  /// Forgets the phrase that is being said again, as it does not fit.
  mutating func dropEcho() { echo = 0..<0 }

  /// One of the words that like to follow another one, the same in all episodes.
  private func successor(of rank: UInt32, _ random: inout RandomSource) -> UInt32 {
    let choice = UInt64(random.geometric(mean: 3))
    let bits = RandomSource.mixed(UInt64(rank) << 16 | choice)
    return law.rank(at: RandomSource.unit(bits) * law.share(below: Self.successorLimit))
  }

  /// One of the topics, the n-th with a likelihood of 1/n.
  private func topic(_ random: inout RandomSource) -> UInt32 {
    let place = pow(Double(topics.count + 1), random.unit())
    return topics[min(Int(place), topics.count) - 1]
  }
}
