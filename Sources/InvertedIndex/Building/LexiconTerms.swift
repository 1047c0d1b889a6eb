#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terms of the lexicon's words: most words of a text find theirs without hashing.
struct LexiconTerms: ~Copyable {
  /// Ids from here on are of words of one character.
  private static let firstSingle = 0x80_0000
  private static let wordLimit = 1 << 19
  private static let singleLimit = 1 << 16

  /// By place, the term plus one. What the system hands out untouched takes no memory.
  private let terms: UnsafeMutablePointer<UInt32>

  init() {
    let memory = calloc(Self.wordLimit + Self.singleLimit, MemoryLayout<UInt32>.stride)
    guard let memory else { fatalError("no memory for the words of a lexicon") }
    terms = memory.assumingMemoryBound(to: UInt32.self)
  }

  deinit { free(terms) }

  /// Where a word has its term; `nil` for words without an id, and for ids that no lexicon has.
  @inline(__always)
  private static func place(of id: UInt32) -> Int? {
    let id = Int(id)
    if id < wordLimit { return id }
    let single = id - firstSingle
    return single >= 0 && single < singleLimit ? wordLimit + single : nil
  }

  /// The term of a word; `nil` if it is not known yet.
  @inline(__always)
  subscript(id: UInt32) -> UInt32? {
    guard let place = Self.place(of: id) else { return nil }
    let term = terms[place]
    return term == 0 ? nil : term - 1
  }

  func set(_ id: UInt32, to term: UInt32) {
    if let place = Self.place(of: id) { terms[place] = term + 1 }
  }
}
