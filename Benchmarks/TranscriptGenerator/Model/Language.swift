/// What all episodes of a style share: words, how likely they are, and which may stand together.
struct Language: Sendable {
  /// Words below this rank may come about where two others meet.
  private static let commonWords = 3000

  let style: TranscriptStyle
  let model: StyleModel
  let words: WordList
  let joints: WordJoints
  let law: RankLaw

  /// - Complexity: a second or two.
  init(_ style: TranscriptStyle) throws {
    self.style = style
    model = StyleModel.of(style)
    let dictionary = try DictionaryWords(style)
    words = try WordList(style, dictionary, lengths: model.lengths)
    joints = WordJoints(dictionary.keys, common: words.keys.prefix(Self.commonWords))
    law = RankLaw(model.law)
  }
}
