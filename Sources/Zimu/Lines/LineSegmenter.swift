package import Evaluation
import ICUSupport
package import Indexing
import TextNormalization
public import WordSegmentation

/// Cuts lines of text into words for people and scripts, in the spelling of the input.
///
/// A value must not be used by two threads at a time.
public final class LineSegmenter {
  /// A segment of a line.
  public struct Segment: Hashable, Sendable {
    /// UTF-8 byte offsets into the line.
    public let range: Range<Int>
    /// The segment's text in the input's own spelling; broken bytes are U+FFFD.
    public let text: String
    /// The segment in search form, if that is what was segmented.
    public let form: String?
    public let kind: String
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

  /// Opens an engine.
  ///
  /// - Parameters:
  ///   - engine: the compiled one, or ICU itself, which takes no user dictionary.
  ///   - usesSearchForm: whether the search form of lines is segmented, as for an index, or lines as they are.
  /// - Throws: `ZimuError` with the code `invalidRequest` or `icu`.
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

  /// The segments of a line, but for those made of white space.
  public func segments(of line: ArraySlice<UInt8>) throws(ZimuError) -> [Segment] {
    try translatingErrors {
      var segments: [Segment] = []
      try forEachSegment(of: line) { range, form, kind in
        segments.append(
          Segment(
            range: range, text: String(decoding: line.part(range), as: UTF8.self),
            form: form.map { String(decoding: $0, as: UTF8.self) }, kind: kind.name))
      }
      return segments
    }
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
