public import ICUSupport
package import InvertedIndex
import TextNormalization
import UserInput
public import WordSegmentation

/// How text is cut into words: an engine, and the words of a user; opens segmenters for workers.
///
/// Where ICU's dictionary cannot be compiled, ICU itself does the work, and `warning` says so.
public struct Segmentation: Sendable {
  private enum Source: Sendable {
    case icu
    case compiled(Lexicon)
    case user(UserWords)

    var lexicon: Lexicon? {
      switch self {
      case .icu: nil
      case .compiled(let lexicon): lexicon
      case .user(let words): words.lexicon
      }
    }
  }

  private let source: Source
  private let form: Lexicon.Form
  /// What goes beyond ICU in search form.
  private let rules: WordRules?
  /// The lexicon with all its words, those too that the user's dictionary takes out.
  private let wholeLexicon: Lexicon?
  /// What was asked for.
  let engine: SegmentationEngine
  /// The words of the user.
  public let dictionary: UserDictionary
  /// Why the engine is not the one that was asked for.
  public let warning: LexiconError?

  /// - Parameters:
  ///   - engine: what cuts; ICU itself knows no words of users.
  ///   - form: in which spelling the texts will be.
  /// - Throws: `InputError` for a user dictionary where ICU itself has to cut; `ICUError`.
  public init(
    _ engine: SegmentationEngine = .compiled, _ form: Lexicon.Form = .original,
    dictionary: UserDictionary = UserDictionary()
  ) throws {
    (self.engine, self.form, self.dictionary) = (engine, form, dictionary)
    guard engine == .compiled else {
      guard dictionary.entries.isEmpty else {
        throw InputError(.dictionaryWithICU)
      }
      (source, warning, wholeLexicon) = (.icu, nil, nil)
      rules = form == .search ? .withoutLexicon : nil
      return
    }
    do {
      let lexicon = try Lexicon.shared(form)
      source =
        dictionary.entries.isEmpty ? .compiled(lexicon) : .user(try UserWords(dictionary, lexicon))
      (warning, wholeLexicon) = (nil, lexicon)
      rules = form == .search ? WordRules(source.lexicon) : nil
    } catch let error as LexiconError {
      guard dictionary.entries.isEmpty else {
        throw InputError(.noLexicon(error))
      }
      (source, warning, wholeLexicon) = (.icu, error, nil)
      rules = form == .search ? .withoutLexicon : nil
    }
  }

  /// - Parameter lexicon: over search forms.
  init(_ lexicon: Lexicon, dictionary: UserDictionary) throws {
    (engine, form, self.dictionary, warning) = (.compiled, .search, dictionary, nil)
    wholeLexicon = lexicon
    source =
      dictionary.entries.isEmpty ? .compiled(lexicon) : .user(try UserWords(dictionary, lexicon))
    rules = WordRules(source.lexicon)
  }

  /// A segmenter for one worker; of search forms it gives the words of an index.
  public func segmenter() throws(ICUError) -> any WordSegmenting {
    let engine: any WordSegmenting =
      switch source {
      case .icu: try ICUWordSegmenter()
      case .compiled(let lexicon): try WordSegmenter(lexicon)
      case .user(let words): try WordSegmenter(words)
      }
    return rules.map { SearchFormSegmenter(engine, $0) } ?? engine
  }

  /// The lexicon, unless ICU itself cuts.
  public var lexicon: Lexicon? { source.lexicon }
}

extension Segmentation {
  /// What shapes the words of an index that is made with this.
  package var settings: IndexSettings {
    IndexSettings([
      "search-form": SearchFormFolder.fingerprint,
      "segmentation": lexicon?.fingerprint ?? ICUWordSegmenter.fingerprint,
      "word-rules": SearchFormSegmenter.rulesFingerprint,
      "user-dictionary": dictionary.entries.isEmpty ? "none" : dictionary.fingerprint,
      "user-words": String(decoding: dictionary.serialized, as: UTF8.self),
    ])
  }

  /// How the segmentation of an index differs from what a run asks for, in words.
  ///
  /// - Parameter settings: of the index; another ICU than this process's may have made it.
  func difference(from options: IndexingOptions, settings: IndexSettings) -> String? {
    if let engine = options.engine, engine != self.engine {
      return "it was segmented by the engine “\(self.engine.rawValue)”, but this run asks for "
        + "“\(engine.rawValue)”"
    }
    if let asked = options.dictionary, asked.fingerprint != dictionary.fingerprint {
      return "its user dictionary differs: \(dictionary.difference(from: asked))"
    }
    for name in ["search-form", "segmentation", "word-rules"]
    where self.settings[name] != settings[name] {
      return "\(name) is “\(settings[name] ?? "nothing")” in the index and "
        + "“\(self.settings[name] ?? "nothing")” here"
    }
    return nil
  }

  /// The segmentation that an index was made with: this process's, or, if that is another one, the
  /// index's own words and rules.
  package init(of index: IndexReader) throws {
    let settings = index.settings
    let words = settings["user-words"] ?? ""
    let isICU = settings["segmentation"]?.hasPrefix("icu-") ?? false
    let dictionary = try UserDictionary.parse(
      Array(words.utf8), file: "the index's user dictionary")
    if !isICU, settings["segmentation"] != Lexicon.fingerprint(.search),
      let lexicon = try Lexicon.stored(in: index)
    {
      try self.init(lexicon, dictionary: dictionary)
    } else {
      try self.init(isICU ? .icu : .compiled, .search, dictionary: dictionary)
    }
  }

  /// What an index is to hold, so that texts can be cut alike where this lexicon is not; `nil` where
  /// ICU itself cuts.
  var storedLexicon: StoredLexicon? {
    guard let lexicon = wholeLexicon else { return nil }
    // Compressing takes as long as indexing a megabyte.
    let cache = LexiconCache()
    let image = lexicon.imageBytes
    if let bytes = cache.companion(of: lexicon.fingerprint),
      let kept = StoredLexicon(bytes, of: image)
    {
      return kept
    }
    let stored = StoredLexicon(compressing: image)
    cache.keepCompanion(stored.bytes, of: lexicon.fingerprint)
    return stored
  }
}

extension Lexicon {
  /// The words and rules that an index holds; `nil` if it holds none.
  ///
  /// - Throws: `IndexError` if they are damaged, or not those that its settings name.
  package static func stored(in index: IndexReader) throws(IndexError) -> Lexicon? {
    guard let image = try index.lexicon() else { return nil }
    guard let lexicon = Lexicon(imageBytes: image) else {
      throw IndexError(
        .corrupt, "its words or rules point outside the file", file: index.lexiconPath)
    }
    guard lexicon.form == .search, lexicon.fingerprint == index.settings["segmentation"] else {
      throw IndexError(
        .corrupt, "it holds the lexicon \(lexicon.fingerprint), not the one that the index names",
        file: index.lexiconPath)
    }
    return lexicon
  }
}

extension UserDictionary {
  /// How many words each has, and the first that they do not share.
  fileprivate func difference(from other: UserDictionary) -> String {
    let (ours, theirs) = (resolved(), other.resolved())
    let first =
      ours.first(notIn: theirs).map { "“\($0.term)” is like this only in the index" }
      ?? theirs.first(notIn: ours).map { "“\($0.term)” is like this only in this run" }
    return "\(ours.count) words in the index, \(theirs.count) in this run; \(first ?? "")"
  }
}

extension [UserDictionary.Entry] {
  /// The first entry that the others have not, or with another weight or action.
  fileprivate func first(notIn others: [Element]) -> Element? {
    let known = Dictionary(others.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
    return first { entry in
      let other = known[entry.key]
      return other?.action != entry.action || other?.weight != entry.weight
    }
  }
}
