import InvertedIndex
import WordSegmentation

/// The words of user dictionaries, and names with symbols, in one segment of an index: the only ones that may hold
/// white space, separators and boundaries of the rules.
final class UserKeys: Sendable {
  /// The terms, in ascending order, and what matching compares of each.
  let terms: [Int]
  private let patterns: [Int: TextPattern]
  private let hasUserWords: Bool

  /// - Parameter kind: the kind that words of users have; `nil` if there are none.
  init(_ segment: SegmentReader, kind: UInt8?, _ analyzer: PatternAnalyzer) throws {
    let users = try kind.map { (kind) throws(IndexError) in try segment.terms(ofKind: kind) } ?? []
    hasUserWords = !users.isEmpty
    terms = (users + (try segment.terms(ofKind: WordKind.name.rawValue))).sorted()
    var patterns: [Int: TextPattern] = [:]
    for term in terms {
      patterns[term] = try analyzer.pattern(ofForm: ArraySlice([UInt8](try segment.key(of: term))))
    }
    self.patterns = patterns
  }

  /// Whether one of them may hold what a pattern has between two words; names have only symbols.
  func mayBridge(_ pattern: TextPattern) -> Bool {
    hasUserWords || !terms.isEmpty && pattern.hasSeparators
  }

  /// What matching compares of a term, if it is a user's.
  func pattern(of term: Int) -> TextPattern? { patterns.isEmpty ? nil : patterns[term] }
}
