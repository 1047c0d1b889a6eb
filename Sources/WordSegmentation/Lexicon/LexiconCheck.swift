import ICUSupport

/// Compares a compiled lexicon with ICU on a sample that has a bit of everything.
enum LexiconCheck {
  private static let sample = [
    "我们在讨论人工智能和大模型的时候其实不应该只看参数",
    "諾貝爾獎得主說，這個軟體的版本是3.14，價格1,234.5元。",
    "今天聊一聊OpenAI's GPT-4o跟Anthropic：e-mail、C++、U.S.A.",
    "カタカナのコンピューターシステムと漢字かな交じり文、㍍ｶﾞ",
    "한국어 문장과 中文 mixed 123abc_def 100%\r\n第二行　全形空白",
    "👨‍👩‍👧‍👦👍🏽🇹🇼🇯🇵 e\u{301}\u{200D}漢\u{FE00}字𠀀𠮷〇々",
    "二〇二四年十一月三十日北京大学生前来应聘南京市长江大桥",
  ]

  /// The first text of the sample that ICU segments otherwise; `nil` if there is none.
  static func firstDifference(of lexicon: Lexicon) throws(ICUError) -> String? {
    let compiled = try WordSegmenter(lexicon)
    let icu = try ICUWordSegmenter()
    var (found, expected) = (TokenBuffer(), TokenBuffer())
    for text in sample {
      let bytes = Array(text.utf8)
      try compiled.segment(bytes.span, into: &found)
      try icu.segment(bytes.span, into: &expected)
      guard found.tokens.map(\.end) == expected.tokens.map(\.end),
        found.tokens.map(\.kind) == expected.tokens.map(\.kind)
      else { return text }
    }
    return nil
  }
}
