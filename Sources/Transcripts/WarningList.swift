/// The warnings of a file: of each kind the first ones, and how many more there are, so that a file that is damaged
/// everywhere costs no memory for it.
struct WarningList {
  /// Warnings of one kind that have places of their own.
  static let mostOfAKind = 20

  private var first: [TranscriptWarning]
  private var counts: [TranscriptWarning.Code: Int] = [:]
  /// The first warning of each kind that has no place of its own, in order.
  private var further: [TranscriptWarning] = []

  init(_ warnings: [TranscriptWarning]) { first = warnings }

  mutating func append(_ warning: TranscriptWarning) {
    let count = counts[warning.code.kind, default: 0] + 1
    counts[warning.code.kind] = count
    if count <= Self.mostOfAKind { first.append(warning) }
    if count == Self.mostOfAKind + 1 { further.append(warning) }
  }

  /// All warnings: behind those with places of their own, one for the others of each kind, with the first place.
  var warnings: [TranscriptWarning] {
    first
      + further.map { warning in
        let more = counts[warning.code.kind, default: 0] - Self.mostOfAKind
        return TranscriptWarning(
          .more(count: more, like: warning.code), byteOffset: warning.byteOffset, line: warning.line
        )
      }
  }
}

extension TranscriptWarning.Code {
  /// The code without what differs from place to place.
  fileprivate var kind: Self {
    switch self {
    case .rowWithoutText: .rowWithoutText(fields: 0)
    case .brokenMarkup: .brokenMarkup("")
    default: self
    }
  }
}
