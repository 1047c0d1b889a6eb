package import Evaluation
import ICUSupport
package import Indexing
import TextNormalization
public import WordSegmentation

/// A segmenter of lines into words, in the spelling of the input.
///
/// Do not use one instance from two threads at the same time.
public final class LineSegmenter {
  /// A segment of a line.
  public struct Segment: Hashable, Sendable {
    /// The range of the segment in the line, in UTF-8 bytes.
    public let range: Range<Int>
    /// The text of the segment in the spelling of the input; invalid bytes become U+FFFD.
    public let text: String
    /// The search form of the segment; `nil` if lines are segmented in their original form.
    public let form: String?
    /// The kind of the segment.
    public let kind: WordKind
  }

  private let segmenter: any WordSegmenting
  private let folder: SearchFormFolder?
  private var tokens = TokenBuffer()

  /// - Parameters:
  ///   - segmentation: what cuts; the lexicon's form must be that of what is cut.
  ///   - usesSearchForm: whether the line's search form is segmented in its place.
  package init(_ segmentation: Segmentation, usesSearchForm: Bool) throws {
    segmenter = try segmentation.segmenter()
    folder = usesSearchForm ? try SearchFormFolder() : nil
  }

  /// Creates a segmenter.
  ///
  /// - Parameters:
  ///   - engine: the segmentation engine (default compiled).
  ///   - dictionary: the user dictionary (default empty). ICU takes none.
  ///   - usesSearchForm: whether lines are segmented in search form, as in an index, or in their original
  ///     form.
  /// - Throws: `ZimuError` with the code `invalidRequest` for a dictionary with ICU, or `icu`.
  public convenience init(
    engine: SegmentationEngine = .compiled, dictionary: UserDictionary = UserDictionary(),
    usesSearchForm: Bool
  ) throws(ZimuError) {
    let segmentation = try translatingErrors {
      try Segmentation(engine, usesSearchForm ? .search : .original, dictionary: dictionary)
    }
    do {
      try self.init(segmentation, usesSearchForm: usesSearchForm)
    } catch {
      throw ZimuError(error)
    }
  }

  /// Returns the segments of a line, without white space.
  ///
  /// - Parameter line: the line in UTF-8.
  /// - Throws: `ZimuError` with the code `icu`.
  /// - Complexity: O(bytes).
  public func segments(of line: ArraySlice<UInt8>) throws(ZimuError) -> [Segment] {
    try translatingErrors {
      var segments: [Segment] = []
      try forEachSegment(of: line) { range, form, kind in
        segments.append(
          Segment(
            range: range, text: String(decoding: line.part(range), as: UTF8.self),
            form: form.map { String(decoding: $0, as: UTF8.self) }, kind: kind))
      }
      return segments
    }
  }

  /// Returns the segments of a line, without white space.
  ///
  /// - Throws: `ZimuError` with the code `icu`.
  /// - Complexity: O(bytes).
  public func segments(of line: String) throws(ZimuError) -> [Segment] {
    try segments(of: Array(line.utf8)[...])
  }

  /// Calls `body` with each segment of a line, but for those made of white space: its bytes in the
  /// line, its search form if that is what was segmented, and its kind.
  package func forEachSegment(
    of line: ArraySlice<UInt8>,
    _ body: (_ range: Range<Int>, _ form: ArraySlice<UInt8>?, _ kind: WordKind) throws -> Void
  ) throws {
    guard let form = try folder?.fold(line.span) else {
      try segmenter.segment(line.span, into: &tokens)
      for index in tokens.indices {
        let (range, kind) = (tokens.range(index), tokens.kind(index))
        if kind.isWord || !line.part(range).isWhiteSpace { try body(range, nil, kind) }
      }
      return
    }
    try segmenter.segment(form.bytes.span, into: &tokens)
    for part in joined(form) {
      let original = form.offsets.original(of: part.range)
      if part.kind.isWord || !line.part(original).isWhiteSpace {
        try body(original, form.bytes[part.range], part.kind)
      }
    }
  }

  /// The tokens, those joined whose boundary lies inside what came of one original character (㈠ is
  /// `(一)` in search form): such a boundary has no place in the input.
  private func joined(_ form: NormalizedText) -> [(range: Range<Int>, kind: WordKind)] {
    var parts: [(range: Range<Int>, kind: WordKind)] = []
    for index in tokens.indices {
      let range = tokens.range(index)
      let kind = tokens.kind(index)
      if let last = parts.last, form.offsets.isInsideExpansion(range.lowerBound) {
        let joint = last.range.lowerBound..<range.upperBound
        parts[parts.count - 1] = (joint, last.kind.isWord ? last.kind : kind)
      } else {
        parts.append((range, kind))
      }
    }
    return parts
  }
}

extension SegmentationEvaluation {
  /// Measures a segmenter of lines.
  package init(_ segmenter: LineSegmenter, isKnown: Lookup? = nil) throws {
    try self.init(isKnown: isKnown) { try segmenter.segments(of: $0).map(\.range) }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes at offsets from the start.
  fileprivate func part(_ range: Range<Int>) -> ArraySlice {
    self[startIndex + range.lowerBound..<startIndex + range.upperBound]
  }
}
