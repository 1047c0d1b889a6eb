import ICUSupport

/// Words that are another word with erhua part before 儿, as ICU parts all that its dictionary lacks: 小孩儿 is 小孩
/// and 儿, as 客户儿 is 客户 and 儿. They stand in `erhua-words.txt`.
struct ErhuaRule {
  /// The word without 儿, by the id of the whole one.
  private let stems: [UInt32: UInt32]
  private let suffix: UInt32

  /// - Parameter lexicon: in search form.
  init(_ lexicon: Lexicon) {
    var stems: [UInt32: UInt32] = [:]
    for word in Self.listed {
      if let id = lexicon.id(of: word.utf16), let stem = lexicon.id(of: word.dropLast().utf16) {
        stems[id] = stem
      }
    }
    self.stems = stems
    suffix = lexicon.id(of: "儿".utf16) ?? Token.noLexiconID
  }

  /// The words of the list.
  static var listed: [Substring] { WordData.words(PackageResources.erhua_words_txt) }

  /// Notes the parts of a token, if it is a word of the list.
  ///
  /// - Parameter id: of the word in the lexicon.
  func part(
    _ index: Int, _ id: UInt32, of tokens: ArraySlice<Token>, _ edits: inout WordEdits
  ) {
    guard let stem = stems[id] else { return }
    let (start, end) = (Int(tokens[index].start), Int(tokens[index].end))
    edits.replace(index..<index + 1)
    edits.add(start..<end - 3, .han, lexiconID: stem)
    edits.add(end - 3..<end, .han, lexiconID: suffix)
  }
}
