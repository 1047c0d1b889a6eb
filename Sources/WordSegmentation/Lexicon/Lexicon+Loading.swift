import ICUSupport

extension Lexicon {
  /// The lexicon of this process: compiled once, or read from the user's cache folder.
  ///
  /// - Throws: `LexiconError` where ICU's data are not of the form that is known, or the compiled
  ///   rules give other answers than ICU on a sample: then ICU itself is to be used.
  public static func shared(_ form: Form) throws(LexiconError) -> Lexicon {
    switch form {
    case .original: try original.get()
    case .search: try search.get()
    }
  }

  private static let original = Result { () throws(LexiconError) in try load(.original) }
  private static let search = Result { () throws(LexiconError) in try load(.search) }

  /// Reads a lexicon from a cache, or compiles it and keeps it there.
  static func load(
    _ form: Form, cache: LexiconCache = LexiconCache()
  ) throws(LexiconError) -> Lexicon {
    if let lexicon = cache.read(fingerprint(form)) { return lexicon }
    do {
      let classes = try CharacterClasses()
      let dictionary = try BreakDictionary.read()
      // ICU has no answer for folded words, so that the words as they are stand for both.
      let original = try compile(.original, classes, dictionary)
      try LexiconCheck.compare(original)
      cache.write(original)
      guard form != .original else { return original }
      let lexicon = try compile(form, classes, dictionary)
      cache.write(lexicon)
      return lexicon
    } catch let error as ICUError {
      throw LexiconError(reason: "\(error)")
    } catch let error as LexiconError {
      throw error
    } catch {
      throw LexiconError(reason: "\(error)")
    }
  }
}
