import ICUSupport

extension WordSegmenter {
  /// Cuts a text in which terms of the user stand.
  ///
  /// - Returns: `false`, with nothing done, if there are none.
  func segment(
    _ utf8: Span<UInt8>, with user: UserWords, into tokens: inout TokenBuffer
  ) throws(ICUError) -> Bool {
    let terms = try UserTerms(in: utf8, user, folder) { ruleEnds(utf8) }
    guard !terms.isEmpty else { return false }
    var number = 0
    var position = 0
    var start = 0
    while start < utf8.count {
      let found = SegmentRun.segment(utf8, lexicon, from: start)
      while position < found.end {
        let override = number < terms.overrides.count ? terms.overrides[number] : nil
        let end = min(override?.range.lowerBound ?? found.end, found.end)
        if position < end {
          try add(position..<end, found, terms, of: utf8, to: &tokens)
          position = end
        }
        if let override, override.range.lowerBound == position {
          tokens.append(override.range, .user)
          position = override.range.upperBound
          number += 1
        }
      }
      start = found.end
    }
    return true
  }

  /// The ends of the segments that the rules alone make.
  func ruleEnds(_ utf8: Span<UInt8>) -> [UInt32] {
    var ends: [UInt32] = []
    var position = 0
    while position < utf8.count {
      position = SegmentRun.segment(utf8, lexicon, from: position).end
      ends.append(UInt32(truncatingIfNeeded: position))
    }
    return ends
  }

  /// Adds what a segment of the rules has between the terms that override it.
  private func add(
    _ range: Range<Int>, _ segment: SegmentRun.Found, _ terms: UserTerms,
    of utf8: Span<UInt8>, to tokens: inout TokenBuffer
  ) throws(ICUError) {
    let pending = SegmentRun.Pending(range: range, status: segment.status)
    if segment.pending == nil {
      SegmentParts.append(pending, of: utf8, lexicon, to: &tokens)
    } else {
      try divide(pending, of: utf8, terms.candidates[...], into: &tokens)
    }
  }
}
