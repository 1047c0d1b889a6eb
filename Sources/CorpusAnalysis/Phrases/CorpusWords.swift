import InvertedIndex

/// The words of some parts of an index, to be walked through many times: a row of terms for each part, with a
/// mark where one run of words ends.
///
/// What is small is decoded once and kept.
struct CorpusWords<Index: WordIndex> {
  /// How many words and marks are kept: 64 MB.
  private static var mostKept: Int { 16 << 20 }

  private let members: [CorpusSelection.Member]
  private let index: Index
  /// All rows, and where each ends; empty where they are too long.
  private var terms: [UInt32] = []
  private var ends: [Int] = []
  /// How often each term occurs, and how many words there are.
  let counts: [Int]
  let wordCount: Int
  /// The mark: one more than the last term.
  let mark: UInt32

  init(_ members: [CorpusSelection.Member], of index: Index) throws {
    (self.members, self.index) = (members, index)
    let termCount = try index.termCount
    mark = UInt32(termCount)
    var counts = [Int](repeating: 0, count: termCount + 1)
    var (terms, ends, isKept) = ([UInt32](), [Int](), true)
    var row: [UInt32] = []
    for member in members {
      try Self.fill(&row, with: member, of: index, mark: mark)
      for term in row { counts[Int(term)] += 1 }
      isKept = isKept && terms.count + row.count <= Self.mostKept
      guard isKept else { continue }
      terms += row
      ends.append(terms.count)
    }
    counts.removeLast()
    (self.counts, wordCount) = (counts, counts.reduce(0, +))
    if isKept { (self.terms, self.ends) = (terms, ends) }
  }

  private static func fill(
    _ row: inout [UInt32], with member: CorpusSelection.Member, of index: Index, mark: UInt32
  ) throws {
    row.removeAll(keepingCapacity: true)
    let words = try MemberWords(of: member, in: index)
    words.walkRuns { run in
      row += words.terms[run]
      row.append(mark)
    }
  }

  /// Calls `body` with the row of each part.
  func walk(_ body: (UnsafeBufferPointer<UInt32>) throws -> Void) throws {
    guard ends.isEmpty else {
      return try terms.withUnsafeBufferPointer { terms in
        var start = 0
        for end in ends {
          try body(UnsafeBufferPointer(rebasing: terms[start..<end]))
          start = end
        }
      }
    }
    var row: [UInt32] = []
    for member in members {
      try Self.fill(&row, with: member, of: index, mark: mark)
      try row.withUnsafeBufferPointer(body)
    }
  }
}
