import Algorithms
import ICUSupport

extension WordSegmenter {
  typealias Properties = CharacterClasses.Properties

  /// Cuts a segment of the rules at the words inside it, and appends the parts.
  func divide(
    _ segment: SegmentRun.Pending, of utf8: Span<UInt8>,
    _ candidates: ArraySlice<UserTerms.Candidate> = [], into tokens: inout TokenBuffer
  ) throws(ICUError) {
    guard try !divideByICU(segment, of: utf8, into: &tokens) else { return }
    var parts = SegmentParts(segment, lexicon)
    var position = segment.range.lowerBound
    while position < segment.range.upperBound {
      let scalar = UTF8Scalar.decode(utf8, at: position)
      let properties = lexicon.properties(of: scalar.value)
      let next = position + scalar.length
      guard properties.contains(.divided) else {
        position = next
        continue
      }
      guard properties.contains(.dictionary) else {
        position = end(of: .passed, from: next, before: segment.range.upperBound, in: utf8)
        continue
      }
      let end = end(of: .dictionary, from: next, before: segment.range.upperBound, in: utf8)
      try divide(
        position..<end, of: utf8, candidates.within(position..<end), into: &parts, &tokens)
      position = end
    }
    parts.finish(utf8, into: &tokens)
  }

  /// Leaves a segment to ICU if it holds what only ICU's other dictionaries know.
  private func divideByICU(
    _ segment: SegmentRun.Pending, of utf8: Span<UInt8>, into tokens: inout TokenBuffer
  ) throws(ICUError) -> Bool {
    var position = segment.range.lowerBound
    while position < segment.range.upperBound {
      let scalar = UTF8Scalar.decode(utf8, at: position)
      if lexicon.properties(of: scalar.value).contains(.foreign) {
        if icu == nil { icu = try ICUWordSegmenter() }
        var parts = TokenBuffer()
        try icu!.segment(utf8.extracting(segment.range), into: &parts)
        let start = segment.range.lowerBound
        for index in parts.indices {
          let range = parts.range(index)
          tokens.append(start + range.lowerBound..<start + range.upperBound, parts.kind(index))
        }
        return true
      }
      position += scalar.length
    }
    return false
  }

  /// The end of a run of code points that have a property.
  func end(
    of property: Properties, from start: Int, before limit: Int, in utf8: Span<UInt8>
  ) -> Int {
    var position = start
    while position < limit {
      let scalar = UTF8Scalar.decode(utf8, at: position)
      guard lexicon.properties(of: scalar.value).contains(property) else { break }
      position += scalar.length
    }
    return position
  }

  /// Cuts a run of Han and kana into words, a long one part by part: each up to the last boundary
  /// that all cuts share, however it goes on.
  private func divide(
    _ range: Range<Int>, of utf8: Span<UInt8>, _ candidates: ArraySlice<UserTerms.Candidate>,
    into parts: inout SegmentParts, _ tokens: inout TokenBuffer
  ) throws(ICUError) {
    var start = range.lowerBound
    var size = Self.initialRowSize
    var followsKatakana = false
    while start < range.upperBound {
      let part = start..<rowEnd(in: start..<range.upperBound, size, utf8)
      var row = try CharacterRow(
        utf8, part, lexicon, normalizer, followsKatakana: followsKatakana)
      let end = row.cut(
        lexicon, candidates.within(part), &ownCosts, isLast: part.upperBound == range.upperBound)
      add(row, upTo: end, of: range, utf8, to: &parts, &tokens)
      if end > 0 {
        (start, followsKatakana) = (row.place(of: end), row.isKatakana(end - 1))
      } else {
        // Nothing is certain yet: more has to be seen.
        size *= 2
      }
    }
  }

  /// Bytes of a run that are cut at a time.
  private static let initialRowSize = 1 << 16

  /// Where to part a run: a code point before which it can be normalised on its own.
  private func rowEnd(in range: Range<Int>, _ size: Int, _ utf8: Span<UInt8>) -> Int {
    guard range.count > size else { return range.upperBound }
    var end = range.lowerBound + size
    while end < range.upperBound {
      if utf8[end] & 0xC0 != 0x80,
        normalizer.hasBoundary(before: UTF8Scalar.decode(utf8, at: end).value)
      {
        break
      }
      end += 1
    }
    return end
  }

  /// Adds the words of a row, or of its beginning.
  private func add(
    _ row: CharacterRow, upTo end: Int, of run: Range<Int>, _ utf8: Span<UInt8>,
    to parts: inout SegmentParts, _ tokens: inout TokenBuffer
  ) {
    var index = 0
    while index < end {
      let word = row.best[index]
      let next = index + WordLattice.length(word)
      let id = WordLattice.lexiconID(word, row.roots[index])
      let place = row.place(of: next)
      // The edges of the run are no boundaries, nor is what lies inside its first character.
      let isEdge = place == run.lowerBound || place == run.upperBound
      parts.add(row.place(of: index)..<place, id: id, isEdge: isEdge, utf8, into: &tokens)
      index = next
    }
  }
}

extension ArraySlice<UserTerms.Candidate> {
  /// Those that lie within a range of bytes.
  func within(_ range: Range<Int>) -> ArraySlice {
    guard !isEmpty else { return self }
    let start = partitioningIndex(where: { $0.range.lowerBound >= range.lowerBound })
    let end = partitioningIndex(where: { $0.range.lowerBound >= range.upperBound })
    return self[start..<end]
  }
}
