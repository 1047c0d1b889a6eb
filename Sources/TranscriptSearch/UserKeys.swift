import InvertedIndex

/// The words of user dictionaries in one part of an index: the only ones that may hold white space,
/// separators and boundaries of the rules.
final class UserKeys {
  /// The terms, in ascending order, and what matching compares of each.
  let terms: [Int]
  private let patterns: [Int: TextPattern]

  /// - Parameter kind: the kind that such terms have; `nil` if there are none.
  init(_ part: IndexPart, kind: UInt8?, _ analyzer: PatternAnalyzer) throws {
    terms = try kind.map { (kind) throws(IndexError) in try part.terms(ofKind: kind) } ?? []
    var patterns: [Int: TextPattern] = [:]
    for term in terms {
      patterns[term] = try analyzer.pattern(ofForm: ArraySlice([UInt8](try part.key(of: term))))
    }
    self.patterns = patterns
  }

  var isEmpty: Bool { terms.isEmpty }

  /// What matching compares of a term, if it is a user's.
  func pattern(of term: Int) -> TextPattern? { patterns.isEmpty ? nil : patterns[term] }
}
