/// Writes the words of one episode down as a transcript.
struct EpisodeText {
  /// How often another word is drawn where one may not stand, before the clause ends there.
  private static let tries = 12

  private let language: Language
  private let speakers: [[UInt8]]
  private var random: RandomSource
  private var words: EpisodeWords
  private var bytes: [UInt8] = []
  private var tail = WordJoints.Tail()
  private var previous: UInt32 = 0
  /// What the last word was, where nothing stands after it yet.
  private var last: WordList.Kind?
  private var speaker = 0

  /// - Parameter speakers: whose lines these are, those who say most first; none for lines alone.
  init(_ language: Language, speakers: [String], _ random: RandomSource) {
    self.language = language
    self.speakers = speakers.map { Array("\($0)：".utf8) }
    self.random = random
    words = EpisodeWords(language.model, language.law, &self.random)
  }

  /// A transcript of at least so many bytes, by less than a line.
  mutating func write(_ size: Int) -> [UInt8] {
    bytes.reserveCapacity(size + 1024)
    while bytes.count < size { writeLine() }
    return bytes
  }

  private mutating func writeLine() {
    if !speakers.isEmpty { writeSpeaker() }
    let clauses = random.geometric(mean: language.model.lineLength)
    for _ in 0..<clauses {
      writeClause()
      if language.style == .sayit { write(mark: Self.inner(random.unit())) }
    }
    writeClause()
    if language.style == .sayit { write(mark: Self.final(random.unit())) }
    write(mark: "\n")
  }

  /// The one who spoke last goes on, or another one speaks, the first ones more often.
  private mutating func writeSpeaker() {
    if random.unit() < 0.5 {
      let first = random.below(speakers.count)
      speaker = min(first, random.below(speakers.count))
    }
    bytes += speakers[speaker]
  }

  private mutating func writeClause() {
    let half = language.model.clauseLength / 2
    let length = 1 + random.geometric(mean: half) + random.geometric(mean: half)
    for _ in 0..<length {
      guard let rank = draw() else { return }
      write(rank)
    }
  }

  /// A word that may stand here.
  private mutating func draw() -> UInt32? {
    for _ in 0..<Self.tries {
      let rank = words.draw(after: previous, &random)
      if language.joints.allow(language.words.key(of: rank), after: tail) { return rank }
      words.dropEcho()
    }
    return nil
  }

  private mutating func write(_ rank: UInt32) {
    let kind = language.words.kind(of: rank)
    if needsSpace(before: kind) { bytes.append(0x20) }
    bytes += language.words.text(of: rank)
    tail.append(language.words.key(of: rank))
    words.take(rank)
    (previous, last) = (rank, kind)
  }

  /// Names and numbers stand apart from each other, in a podcast from everything.
  private func needsSpace(before kind: WordList.Kind) -> Bool {
    guard let last, kind != .han || last != .han else { return false }
    return language.style == .indigo || kind != .han && last != .han
  }

  private mutating func write(mark: String) {
    bytes += mark.utf8
    tail = WordJoints.Tail()
    last = nil
  }

  private static func inner(_ chance: Double) -> String {
    switch chance {
    case ..<0.74: "，"
    case ..<0.90: "。"
    case ..<0.97: "、"
    default: "？"
    }
  }

  private static func final(_ chance: Double) -> String {
    switch chance {
    case ..<0.86: "。"
    case ..<0.98: "？"
    default: "！"
    }
  }
}
