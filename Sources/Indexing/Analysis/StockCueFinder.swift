import CorpusAnalysis

/// Finds the cues of an episode that a speech recogniser made up where nothing was said.
///
/// Credits are such cues wherever they stand. Sign-offs are where they are the first or the last cues, and five
/// seconds at least lie between them and the others.
struct StockCueFinder {
  private static let silence: Int32 = 5_000

  private struct SignOff {
    let cue: Int
    /// When the cue in front of it ended, and when it began.
    let before, start: Int32?
  }

  private let lines = StockLines.standard
  private var cueCount = 0
  private var credits: [Int] = []
  /// Sign-offs that are the first cues, those that are the last ones so far, and when the first others began.
  private var first: [Int] = []
  private var firstIsOver: (end: Int32?, start: Int32?)?
  private var last: [SignOff] = []
  private var lastEnd: Int32?

  /// Takes the next cue.
  ///
  /// - Parameters:
  ///   - form: the cue in search form, from its first word on.
  ///   - words: its words with nothing between them; asked for where it may be such a cue.
  mutating func add(
    _ form: ArraySlice<UInt8>, words: () -> [UInt8], start: Int32?, end: Int32?
  ) {
    take(lines.mayBegin(form) ? lines.kind(of: words()) : nil, start, end)
    cueCount += 1
    lastEnd = end ?? start
  }

  private mutating func take(_ kind: StockLines.Kind?, _ start: Int32?, _ end: Int32?) {
    guard kind == .signOff else {
      if kind == .credit { credits.append(cueCount) }
      if kind == nil, firstIsOver == nil { firstIsOver = (lastEnd, start) }
      if kind == nil { last.removeAll() }
      return
    }
    if firstIsOver == nil { first.append(cueCount) }
    last.append(SignOff(cue: cueCount, before: lastEnd, start: start))
  }

  /// The cues that were made up, in order, apart from each other.
  var cues: [Range<Int>] {
    var cues = CueSet()
    let add = { (numbers: [Int]) in cues.insert(numbers.map { $0..<($0 + 1) }, of: 0) }
    add(credits)
    if let firstIsOver, Self.isSilent(firstIsOver.end, firstIsOver.start) { add(first) }
    if let edge = last.first, firstIsOver == nil || Self.isSilent(edge.before, edge.start) {
      add(last.map(\.cue))
    }
    return cues[0]
  }

  private static func isSilent(_ end: Int32?, _ start: Int32?) -> Bool {
    guard let end, let start else { return false }
    return Int(start) - Int(end) >= Int(silence)
  }
}
