/// The rules of an index for words beyond ICU's: made once for a lexicon, and shared by segmenters.
public struct WordRules: Sendable {
  let names = NameRules()
  let han: HanRules?

  /// The rules without those for Han, which take a lexicon.
  public static let withoutLexicon = WordRules(nil)

  /// - Parameter lexicon: in search form; without it Han have no rules.
  /// - Complexity: O(words of the lists).
  public init(_ lexicon: Lexicon?) { han = lexicon.map(HanRules.init) }
}
