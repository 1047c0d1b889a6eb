public import ICUSupport
import InvertedIndex
import TextNormalization
public import WordSegmentation

/// How text is cut into words: an engine, and the words of a user; opens segmenters for workers.
///
/// Where ICU's dictionary cannot be compiled, ICU itself does the work, and `warning` says so.
public struct Segmentation: Sendable {
  private enum Source: Sendable {
    case icu
    case compiled(Lexicon)
    case user(UserWords)
  }

  private let source: Source
  /// What was asked for.
  let engine: SegmentationEngine
  /// The words of the user.
  public let dictionary: UserDictionary
  /// Why the engine is not the one that was asked for.
  public let warning: String?

  /// - Parameters:
  ///   - engine: what cuts; ICU itself knows no words of users.
  ///   - form: in which spelling the texts will be.
  /// - Throws: `ZimuError` for a user dictionary where ICU itself has to cut; `ICUError`.
  public init(
    _ engine: SegmentationEngine = .compiled, _ form: Lexicon.Form = .original,
    dictionary: UserDictionary = UserDictionary()
  ) throws {
    (self.engine, self.dictionary) = (engine, dictionary)
    guard engine == .compiled else {
      guard dictionary.entries.isEmpty else {
        throw ZimuError("the ICU engine takes no user dictionary; use the compiled one")
      }
      (source, warning) = (.icu, nil)
      return
    }
    do {
      let lexicon = try Lexicon.shared(form)
      source =
        dictionary.entries.isEmpty ? .compiled(lexicon) : .user(try UserWords(dictionary, lexicon))
      warning = nil
    } catch let error as LexiconError {
      guard dictionary.entries.isEmpty else {
        throw ZimuError("\(error); a user dictionary cannot be used then")
      }
      (source, warning) = (.icu, "\(error)")
    }
  }

  /// A segmenter for one worker.
  public func segmenter() throws(ICUError) -> any WordSegmenting {
    switch source {
    case .icu: try ICUWordSegmenter()
    case .compiled(let lexicon): try WordSegmenter(lexicon)
    case .user(let words): try WordSegmenter(words)
    }
  }

  /// The lexicon, unless ICU itself cuts.
  public var lexicon: Lexicon? {
    switch source {
    case .icu: nil
    case .compiled(let lexicon): lexicon
    case .user(let words): words.lexicon
    }
  }
}

extension Segmentation {
  /// What shapes the words of an index that is made with this.
  var settings: IndexSettings {
    IndexSettings([
      "search-form": SearchFormFolder.fingerprint,
      "segmentation": lexicon?.fingerprint ?? ICUWordSegmenter.fingerprint,
      "user-dictionary": dictionary.entries.isEmpty ? "none" : dictionary.fingerprint,
      "user-words": String(decoding: dictionary.serialized, as: UTF8.self),
    ])
  }

  /// The segmentation that an index was made with, as far as this process has it.
  init(of settings: IndexSettings) throws {
    let words = settings["user-words"] ?? ""
    let isICU = settings["segmentation"]?.hasPrefix("icu-") ?? false
    try self.init(
      isICU ? .icu : .compiled, .search,
      dictionary: UserDictionary.parse(Array(words.utf8), file: "the index's user dictionary"))
  }
}

extension IndexSettings {
  fileprivate subscript(name: String) -> String? { values.first { $0.name == name }?.value }
}

extension SearchFormFolder {
  /// The search form of a text, as a string.
  func fold(_ text: String) throws(ICUError) -> String {
    String(decoding: try fold(Array(text.utf8).span).bytes, as: UTF8.self)
  }
}
