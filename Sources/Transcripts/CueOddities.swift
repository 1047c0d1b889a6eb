/// Counts what is odd about the cues of a file, so that each kind is warned of once, with its first place.
struct CueOddities {
  enum Kind: CaseIterable { case negative, late, empty, disordered, unclosed, stray }

  private var found: [Kind: (count: Int, line: Int?)] = [:]

  mutating func note(_ kind: Kind, at line: Int?) {
    found[kind, default: (0, line)].count += 1
  }

  var warnings: [TranscriptWarning] {
    Kind.allCases.compactMap { kind in
      found[kind].map { TranscriptWarning(Self.code(of: kind, $0.count), line: $0.line) }
    }
  }

  private static func code(of kind: Kind, _ count: Int) -> TranscriptWarning.Code {
    switch kind {
    case .negative: .negativeTimes(count: count)
    case .late: .lateTimes(count: count)
    case .empty: .emptyCues(count: count)
    case .disordered: .disorderedCues(count: count)
    case .unclosed: .unclosedTags(count: count)
    case .stray: .strayLines(count: count)
    }
  }
}
