/// The terms and spellings of several segments in one numbering.
struct MergedDictionary: Sendable {
  struct Part: Sendable {
    let source: UInt32
    let number: UInt32
  }

  private(set) var kinds: [UInt8] = []
  /// The parts of all terms, and where those of each end.
  private var parts: [Part] = []
  private var partEnds: [UInt32] = []
  private var spellingEnds: [UInt32] = []
  private(set) var termsOfSpellings: [UInt32] = []
  /// One part of each spelling; the others are equal.
  private(set) var spellingParts: [Part] = []
  /// The source's term that each of these belongs to.
  private(set) var spellingPartTerms: [UInt32] = []
  private(set) var spellingCounts: [Int] = []
  /// Of each source, the number of each spelling; `UInt32.max` where nothing is left of it.
  private(set) var spellings: [[UInt32]]

  var termCount: Int { kinds.count }

  init(_ sources: [LiveSegment]) throws(IndexError) {
    spellings = sources.map { [UInt32](repeating: .max, count: $0.segment.counts.spellings) }
    var merge = try DictionaryMerge(sources)
    while let term = try merge.next() { add(term) }
  }

  private mutating func add(_ term: DictionaryMerge.Term) {
    for spelling in term.spellings {
      let part = spelling.parts[0]
      spellingParts.append(Part(source: UInt32(part.source), number: UInt32(part.number)))
      spellingPartTerms.append(
        UInt32(term.parts.first { $0.source == part.source }!.number))
      spellingCounts.append(spelling.count)
      for part in spelling.parts {
        spellings[part.source][part.number] = UInt32(termsOfSpellings.count)
      }
      termsOfSpellings.append(UInt32(termCount))
    }
    spellingEnds.append(UInt32(termsOfSpellings.count))
    parts += term.parts.map { Part(source: UInt32($0.source), number: UInt32($0.number)) }
    partEnds.append(UInt32(parts.count))
    kinds.append(term.kind)
  }

  /// The term in each segment that has it; at least one.
  func parts(of term: Int) -> ArraySlice<Part> {
    parts[(term == 0 ? 0 : Int(partEnds[term - 1]))..<Int(partEnds[term])]
  }

  func spellings(of term: Int) -> Range<Int> {
    (term == 0 ? 0 : Int(spellingEnds[term - 1]))..<Int(spellingEnds[term])
  }
}
