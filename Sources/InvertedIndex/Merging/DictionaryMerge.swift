/// Walks over the terms of several segments in one order, with the spellings that are left.
///
/// Bytes that it hands out must not outlive the segments.
struct DictionaryMerge {
  /// A term or spelling of one of the segments.
  struct Part {
    let source: Int
    let number: Int
  }

  struct Spelling {
    let bytes: UnsafeRawBufferPointer
    var count: Int
    var parts: [Part]
  }

  struct Term {
    let key: UnsafeRawBufferPointer
    var kind: UInt8
    var parts: [Part]
    /// In order of their bytes; at least one.
    var spellings: [Spelling] = []
  }

  private let sources: [SegmentReader]
  /// How often each spelling of a source stands in what is left of it; `nil` where all is left, and
  /// the segment itself tells.
  private let counts: [[Int]?]
  /// The next term of each source, and its key.
  private var current: [Int]
  private var keys: [UnsafeRawBufferPointer?]

  init(_ sources: [LiveSegment]) throws(IndexError) {
    self.sources = sources.map(\.segment)
    var counts: [[Int]?] = []
    for source in sources {
      counts.append(source.hasDeletions ? try source.spellingCounts() : nil)
    }
    self.counts = counts
    current = Array(repeating: -1, count: sources.count)
    keys = Array(repeating: nil, count: sources.count)
    for source in sources.indices { try advance(source) }
  }

  private mutating func advance(_ source: Int) throws(IndexError) {
    current[source] += 1
    keys[source] =
      current[source] < sources[source].counts.terms
      ? try sources[source].key(of: current[source]) : nil
  }

  /// The next term of which something is left.
  mutating func next() throws(IndexError) -> Term? {
    while var term = try nextTerm() {
      for part in term.parts { try addSpellings(of: part, to: &term) }
      if term.spellings.isEmpty { continue }
      if term.parts.count > 1 { term.spellings.sort { $0.bytes.compare($1.bytes) < 0 } }
      return term
    }
    return nil
  }

  /// The next term without its spellings.
  private mutating func nextTerm() throws(IndexError) -> Term? {
    var first: Int?
    for (source, key) in keys.enumerated() {
      guard let key else { continue }
      if let least = first, keys[least]!.compare(key) <= 0 { continue }
      first = source
    }
    guard let first else { return nil }
    var term = Term(key: keys[first]!, kind: .max, parts: [])
    for source in first..<keys.count {
      guard let key = keys[source], key.compare(term.key) == 0 else { continue }
      term.parts.append(Part(source: source, number: current[source]))
      term.kind = min(term.kind, try sources[source].kind(of: current[source]))
      try advance(source)
      if let key = keys[source], key.compare(term.key) <= 0 {
        throw sources[source].corrupt("terms are out of order")
      }
    }
    return term
  }

  private func count(of spelling: Int, in source: Int) throws(IndexError) -> Int {
    if let counts = counts[source] { return counts[spelling] }
    return try sources[source].count(ofSpelling: spelling)
  }

  private func addSpellings(of part: Part, to term: inout Term) throws(IndexError) {
    let segment = sources[part.source]
    for number in try segment.spellings(of: part.number) {
      let count = try count(of: number, in: part.source)
      guard count > 0 else { continue }
      let bytes = try segment.spelling(number, of: part.number)
      let here = Part(source: part.source, number: number)
      if let known = term.spellings.firstIndex(where: { $0.bytes.compare(bytes) == 0 }) {
        term.spellings[known].count += count
        term.spellings[known].parts.append(here)
      } else {
        term.spellings.append(Spelling(bytes: bytes, count: count, parts: [here]))
      }
    }
  }
}
