import ICUSupport
import WordSegmentation
import Zimu

/// The Han words of ICU's dictionary in one script, the most likely first.
struct DictionaryWords {
  /// A word in the spelling of the script.
  struct Word {
    var units: [UInt16]
    /// In simplified characters, one for one.
    var key: [UInt16]
    var cost: UInt16
  }

  /// What is added to the cost of a word that may be Japanese.
  private static let doubt: UInt16 = 12

  /// Words that ICU takes for one where they stand alone.
  let words: [Word]
  /// The keys of all words, of whatever script, whether they are among `words` or not.
  let keys: [[UInt16]]

  init(_ style: TranscriptStyle) throws {
    let script = try ScriptCharacters(style)
    let dictionary = try BreakDictionary.read()
    let all = dictionary.ends.indices.map { index in
      let units = Array(dictionary.word(index))
      return Word(units: units, key: script.key(of: units), cost: dictionary.costs[index])
    }
    keys = all.map(\.key)
    words = try Self.whole(Self.unique(all, script))
  }

  /// One word of each key, as the script spells it and as likely as the likeliest; sorted by cost.
  private static func unique(_ words: [Word], _ script: ScriptCharacters) -> [Word] {
    let spellings = Dictionary(grouping: words, by: \.key).values
    return spellings.compactMap { word(of: $0, script) }.sorted {
      $0.cost != $1.cost ? $0.cost < $1.cost : $0.key.lexicographicallyPrecedes($1.key)
    }
  }

  /// The spelling for a script.
  ///
  /// The dictionary is for Chinese and Japanese. What it spells in two scripts is Chinese; what it
  /// spells only in characters that one of them has not is taken for Japanese, and the rest for
  /// less likely than it says.
  private static func word(of spellings: [Word], _ script: ScriptCharacters) -> Word? {
    let fit = spellings.filter {
      script.contains($0.units) && (script.isTraditional || $0.traditionalCount == 0)
    }
    let chosen = fit.max {
      $0.traditionalCount != $1.traditionalCount
        ? $0.traditionalCount < $1.traditionalCount : $0.units.lexicographicallyPrecedes($1.units)
    }
    guard var word = chosen, spellings.count > 1 || word.traditionalCount == 0 else { return nil }
    word.cost = spellings.map(\.cost).min()! + (spellings.count > 1 ? 0 : doubt)
    return word
  }

  private static func whole(_ words: [Word]) throws -> [Word] {
    let segmenter = try ICUWordSegmenter()
    var tokens = TokenBuffer()
    return try words.filter { word in
      let text = Array(String(decoding: word.units, as: UTF16.self).utf8)
      try segmenter.segment(text.span, into: &tokens)
      return tokens.count == 1
    }
  }
}

extension DictionaryWords.Word {
  /// How many of its characters have a simplified form that is another one.
  fileprivate var traditionalCount: Int { zip(units, key).count { $0 != $1 } }
}
