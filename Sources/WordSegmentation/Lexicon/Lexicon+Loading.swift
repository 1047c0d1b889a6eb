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
    let (classes, dictionary) = try LexiconError.wrapping { () throws(ICUError) in
      (try CharacterClasses(), try BreakDictionary.read())
    }
    // ICU has no answer for folded words, so that the words as they are stand for both.
    let original = try checked(classes, dictionary)
    cache.write(original)
    guard form != .original else { return original }
    let lexicon = try LexiconError.wrapping { () throws(ICUError) in
      try compile(form, classes, dictionary)
    }
    cache.write(lexicon)
    return lexicon
  }

  /// Compiles the words as they are and compares the answers with ICU's.
  private static func checked(
    _ classes: CharacterClasses, _ dictionary: BreakDictionary
  ) throws(LexiconError) -> Lexicon {
    let (lexicon, difference) = try LexiconError.wrapping { () throws(ICUError) in
      let lexicon = try compile(.original, classes, dictionary)
      return (lexicon, try LexiconCheck.firstDifference(of: lexicon))
    }
    if let difference { throw LexiconError(.differs(text: difference)) }
    return lexicon
  }
}
