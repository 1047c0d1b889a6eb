public import ICUSupport
import TextNormalization

extension Lexicon {
  /// In which spelling words are kept.
  public enum Form: String, CaseIterable, Sendable {
    /// As ICU has them: for text as it is.
    case original
    /// In search form: for text in search form.
    case search
  }

  /// The version of the compiled form; part of every fingerprint.
  static let formatVersion = 2

  /// What decides the words of a form.
  public static func fingerprint(_ form: Form) -> String {
    let fold = form == .search ? "/\(SearchFormFolder.fingerprint)" : ""
    return "cjdict-\(formatVersion)/icu-\(ICUVersion.library)\(fold)"
  }

  /// Reads ICU's dictionary and rules and compiles them.
  ///
  /// - Throws: `ICUError` where ICU's data are not of the form that is known.
  /// - Complexity: some 350 milliseconds.
  public static func compile(_ form: Form) throws(ICUError) -> Lexicon {
    try compile(form, CharacterClasses(), BreakDictionary.read())
  }

  static func compile(
    _ form: Form, _ classes: CharacterClasses, _ dictionary: BreakDictionary
  ) throws(ICUError) -> Lexicon {
    let words =
      switch form {
      case .original: LexiconWords(dictionary)
      case .search: try LexiconWords(folding: dictionary, with: SearchFormFolder())
      }
    let compiler = LexiconCompiler(words, classes, form, fingerprint: fingerprint(form))
    guard let lexicon = Lexicon(compiler.image()) else {
      throw ICUError(.unknownFormat, "word rules: Han characters")
    }
    return lexicon
  }
}
