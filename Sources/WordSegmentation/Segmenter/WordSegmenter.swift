public import ICUSupport
import TextNormalization

/// Words as ICU cuts them, many times as fast: over a compiled lexicon.
///
/// Boundaries and kinds are those of `ICUWordSegmenter` where the lexicon holds ICU's words as they
/// are. Segmenters keep working storage: one serves one thread at a time, and all of them share
/// one lexicon.
public final class WordSegmenter: WordSegmenting {
  let lexicon: Lexicon
  var buffer = CharacterBuffer()
  /// ICU itself, for scripts that need another of its dictionaries; opened when there is one.
  var icu: ICUWordSegmenter?
  let normalizer: ICUNormalizer
  let user: UserWords?
  var ownCosts = CharacterRow.OwnCosts()
  /// What terms of the user are looked for in.
  let folder: SearchFormFolder?

  public init(_ lexicon: Lexicon) throws(ICUError) {
    self.lexicon = lexicon
    user = nil
    normalizer = try ICUNormalizer(.nfkc)
    folder = nil
  }

  /// A segmenter that knows a user's words besides those of their lexicon.
  public init(_ user: UserWords) throws(ICUError) {
    lexicon = user.lexicon
    self.user = user
    normalizer = try ICUNormalizer(.nfkc)
    // Text that is cut in search form need not be folded.
    folder = lexicon.form == .search ? nil : try SearchFormFolder()
  }

  deinit { buffer.deallocate() }

  public var fingerprint: String {
    lexicon.fingerprint + (user.map { "/user-\($0.fingerprint)" } ?? "")
  }

  public func segment(_ utf8: Span<UInt8>, into tokens: inout TokenBuffer) throws(ICUError) {
    try ICUError.check(length: utf8.count, atMost: Int(Int32.max), "segmentation in bytes")
    tokens.removeAll()
    if let user, try segment(utf8, with: user, into: &tokens) { return }
    // Outside of the object, which is looked after on every use.
    var buffer = self.buffer
    defer { self.buffer = buffer }
    buffer.removeAll()
    var run = SegmentRun()
    while run.position < utf8.count {
      buffer.fill(utf8, lexicon)
      tokens.withWriter(room: buffer.count) { writer in
        run.advance(utf8, lexicon, &buffer, &writer)
      }
      if let pending = run.pending {
        try divide(pending, of: utf8, into: &tokens)
        run.position = pending.range.upperBound
        run.pending = nil
      }
      buffer.advance(to: run.position)
    }
  }
}
