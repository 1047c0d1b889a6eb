import InvertedIndex

/// Which words of a corpus are walked through.
enum CorpusRows {
  /// All, each run of words that nothing parts.
  case all
  /// Those around joiners, see `JoinedRows`.
  case joined
}

/// The words of some parts of an index, to be walked through many times: a row of terms for each part, with a
/// mark where one run of words ends.
///
/// What is small is decoded once and kept.
struct CorpusWords {
  private let members: [CorpusSelection.Member]
  private let index: IndexReader
  private let joinedRows: JoinedRows
  private var all = KeptRows()
  private var joined = KeptRows()
  /// How often each term occurs, and how many words there are.
  let counts: [Int]
  let wordCount: Int
  /// The mark: one more than the last term. The numbers of joiners follow it.
  let mark: UInt32

  init(_ members: [CorpusSelection.Member], of index: IndexReader, _ roles: PhraseRoles) throws {
    (self.members, self.index) = (members, index)
    let termCount = try index.termCount
    mark = UInt32(termCount)
    joinedRows = JoinedRows(roles, mark: mark)
    var counts = [Int](repeating: 0, count: termCount + 1)
    var row: [UInt32] = []
    for member in members {
      let words = try MemberWords(of: member, in: index)
      Self.fill(&row, with: words, mark: mark)
      for term in row { counts[Int(term)] += 1 }
      all.append(row)
      joinedRows.fill(&row, with: words)
      joined.append(row)
    }
    counts.removeLast()
    (self.counts, wordCount) = (counts, counts.reduce(0, +))
  }

  private static func fill(_ row: inout [UInt32], with words: MemberWords, mark: UInt32) {
    row.removeAll(keepingCapacity: true)
    words.walkRuns { run in
      row += words.terms[run]
      row.append(mark)
    }
  }

  func isEmpty(_ rows: CorpusRows) -> Bool { rows == .all ? all.isEmpty : joined.isEmpty }

  /// Calls `body` with the row of each part.
  func walk(
    _ rows: CorpusRows, _ body: (UnsafeBufferPointer<UInt32>) throws -> Void
  ) throws {
    if try (rows == .all ? all : joined).walk(body) { return }
    var row: [UInt32] = []
    for member in members {
      let words = try MemberWords(of: member, in: index)
      switch rows {
      case .all: Self.fill(&row, with: words, mark: mark)
      case .joined: joinedRows.fill(&row, with: words)
      }
      try row.withUnsafeBufferPointer(body)
    }
  }
}

/// Rows that are kept as long as they are not too long.
private struct KeptRows {
  /// How many words and marks are kept: 64 MB.
  private static let most = 16 << 20

  private var terms: [UInt32] = []
  /// Where each row ends.
  private var ends: [Int] = []
  private var isKept = true
  private(set) var isEmpty = true

  mutating func append(_ row: [UInt32]) {
    if !row.isEmpty { isEmpty = false }
    isKept = isKept && terms.count + row.count <= Self.most
    if isKept {
      terms += row
      ends.append(terms.count)
    } else if !ends.isEmpty {
      (terms, ends) = ([], [])
    }
  }

  /// Calls `body` with each row.
  ///
  /// - Returns: whether they are kept.
  func walk(_ body: (UnsafeBufferPointer<UInt32>) throws -> Void) rethrows -> Bool {
    guard isKept else { return false }
    try terms.withUnsafeBufferPointer { terms in
      var start = 0
      for end in ends {
        try body(UnsafeBufferPointer(rebasing: terms[start..<end]))
        start = end
      }
    }
    return true
  }
}
