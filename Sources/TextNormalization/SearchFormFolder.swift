public import ICUSupport

/// Folds text to its search form: NFKC_Casefold, then traditional to simplified, both by ICU.
///
/// 軟件 and 软件, ＡＩ and ai have one search form. Opening a folder compiles ICU's rules, so keep
/// one per worker. A value must not be used by two threads at a time.
public final class SearchFormFolder {
  private let casefold: CasefoldNormalizer
  private let simplifier: Transliterator
  private var text = UTF16Text()
  private var folded = FoldedText()

  /// - Throws: `ICUError` when ICU's data cannot be opened.
  public init() throws(ICUError) {
    casefold = try CasefoldNormalizer()
    simplifier = try Transliterator("Traditional-Simplified")
  }

  /// What decides the search form, for fingerprints.
  public static var fingerprint: String {
    "nfkc-casefold+traditional-simplified/icu-\(ICUVersion.library)"
  }

  /// The search form of one cue or line.
  ///
  /// - Parameter utf8: any bytes; broken ones fold as U+FFFD, one per maximal part, and offsets
  ///   count the real bytes.
  /// - Complexity: O(n).
  public func fold(_ utf8: Span<UInt8>) throws(ICUError) -> SearchForm {
    if let form = Self.foldASCII(utf8) { return form }
    text.replace(utf8: utf8)
    folded.removeAll()
    try normalize()
    try simplify()
    return folded.searchForm(originalLength: utf8.count)
  }

  /// ASCII needs lower case only, and keeps its offsets.
  private static func foldASCII(_ utf8: Span<UInt8>) -> SearchForm? {
    for index in utf8.indices where utf8[index] >= 0x80 { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: utf8.count) { buffer, count in
      for index in utf8.indices {
        let byte = utf8[index]
        buffer[index] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      }
      count = utf8.count
    }
    return SearchForm(bytes: bytes, offsets: OffsetMap())
  }

  /// Normalises chunk by chunk, so that every unit knows the original bytes it came from.
  private func normalize() throws(ICUError) {
    let done = boundary(before: try casefold.normalizedPrefix(of: text.units))
    folded.copy(text, upTo: done)
    var start = done
    while start < text.units.count {
      let end = chunkEnd(after: start)
      try normalizeChunk(start..<end)
      start = end
    }
  }

  private func normalizeChunk(_ chunk: Range<Int>) throws(ICUError) {
    let first = text.units[chunk.lowerBound]
    let origin = text.offsets[chunk.lowerBound]..<text.offsets[chunk.upperBound]
    if chunk.count == 1, first < 0x80 {
      let isUppercase = (0x41...0x5A).contains(first)
      folded.units.append(isUppercase ? first | 0x20 : first)
    } else {
      try casefold.normalize(text.units, in: chunk, into: &folded.units)
    }
    folded.fillOrigins(origin)
  }

  /// The last place at or before `end` where the text may be cut.
  private func boundary(before end: Int) -> Int {
    guard end < text.units.count else { return end }
    var start = end
    while start > 0, !casefold.hasBoundary(before: text.units.scalar(at: start)) {
      start -= 1
      // The second half of a surrogate pair is no place to cut.
      if start > 0, text.units.scalar(at: start - 1) > 0xFFFF { start -= 1 }
    }
    return start
  }

  private func chunkEnd(after start: Int) -> Int {
    var end = start
    repeat {
      end += text.units.scalar(at: end) > 0xFFFF ? 2 : 1
    } while end < text.units.count && !casefold.hasBoundary(before: text.units.scalar(at: end))
    return end
  }

  private func simplify() throws(ICUError) {
    guard folded.units.contains(where: { $0 >= 0x2E80 }) else { return }
    var simplified = folded.units
    try simplifier.transliterate(&simplified)
    if folded.replaceScalars(with: simplified) { return }
    try simplifyEachScalar()
  }

  /// For an ICU whose rules change the number of code points: without context, one at a time.
  private func simplifyEachScalar() throws(ICUError) {
    var result = FoldedText()
    var index = 0
    while index < folded.units.count {
      let length = folded.units.scalar(at: index) > 0xFFFF ? 2 : 1
      var scalar = Array(folded.units[index..<index + length])
      try simplifier.transliterate(&scalar)
      result.units.append(contentsOf: scalar)
      result.fillOrigins(folded.origins[index])
      index += length
    }
    folded = result
  }
}
