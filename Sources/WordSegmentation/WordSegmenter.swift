public import ICUSupport

/// Words as ICU cuts them, many times as fast: over a compiled lexicon.
///
/// Boundaries and kinds are those of `ICUWordSegmenter` where the lexicon holds ICU's words as they
/// are. Segmenters keep working storage: one serves one thread at a time, and all of them share
/// one lexicon.
public final class WordSegmenter: WordSegmenting {
  /// How many characters of a row are held before what is decided is given out.
  static let initialRow = 1_024

  let lexicon: Lexicon
  /// Characters of the row at hand, and the cheapest cuts of it.
  var roots: Scratch
  var best: Scratch
  /// The nodes of the lexicon that two and three characters lead to.
  var seconds: Scratch
  var thirds: Scratch
  /// ICU itself, for scripts that need another of its dictionaries; opened when there is one.
  var icu: ICUWordSegmenter?
  let normalizer: ICUNormalizer

  public init(_ lexicon: Lexicon) throws(ICUError) {
    self.lexicon = lexicon
    roots = Scratch(Self.initialRow + WordLattice.padding)
    best = Scratch(Self.initialRow + WordLattice.padding)
    seconds = Scratch(Self.initialRow + WordLattice.padding)
    thirds = Scratch(Self.initialRow + WordLattice.padding)
    normalizer = try ICUNormalizer(.nfkc)
  }

  deinit {
    roots.deallocate()
    best.deallocate()
    seconds.deallocate()
    thirds.deallocate()
  }

  public var fingerprint: String { lexicon.fingerprint }

  public func segment(_ utf8: Span<UInt8>, into tokens: inout TokenBuffer) throws(ICUError) {
    precondition(utf8.count < Int(Int32.max), "offsets have 31 bits")
    tokens.removeAll()
    var run = SegmentRun()
    while run.position < utf8.count {
      tokens.makeRoom(for: min(utf8.count - run.position, roots.count) + 1)
      run.advance(
        utf8, self, &tokens.startStorage, &tokens.endStorage, &tokens.kindStorage,
        &tokens.idStorage, count: &tokens.count)
      if let pending = run.pending {
        try divide(pending, of: utf8, into: &tokens)
        run.position = pending.range.upperBound
        run.pending = nil
      } else if run.needsLongerRow {
        roots.grow()
        best.grow()
        seconds.grow()
        thirds.grow()
        run.needsLongerRow = false
      }
    }
  }
}

/// Working storage that grows but never moves behind a segmenter's back.
///
/// An array would be checked for other owners on every use, a dozen times for each short line.
struct Scratch {
  private(set) var base: UnsafeMutablePointer<UInt64>
  private(set) var count: Int

  init(_ count: Int) {
    self.count = count
    base = .allocate(capacity: count)
    base.initialize(repeating: 0, count: count)
  }

  func deallocate() { base.deallocate() }

  /// Doubles the storage and keeps what it holds.
  mutating func grow() {
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: count * 2)
    larger.initialize(from: base, count: count)
    (larger + count).initialize(repeating: 0, count: count)
    base.deallocate()
    (base, count) = (larger, count * 2)
  }
}
