import ICUSupport
import TestSupport
import Testing
import TextNormalization

@testable import WordSegmentation

/// What an index calls words, beyond those of the engine.
@Suite struct WordRulesTests {
  private static let lexicon = Result { try Lexicon.shared(.search) }
  private let rules: SearchFormSegmenter
  private let overICU: SearchFormSegmenter

  init() throws {
    let lexicon = try Self.lexicon.get()
    rules = SearchFormSegmenter(try WordSegmenter(lexicon), WordRules(lexicon))
    overICU = SearchFormSegmenter(try ICUWordSegmenter())
  }

  private func pieces(
    _ text: String, _ segmenter: any WordSegmenting
  ) throws -> [NaiveWordRules.Piece] {
    let bytes = Array(text.utf8)
    var tokens = TokenBuffer()
    try segmenter.segment(bytes.span, into: &tokens)
    return tokens.tokens.map {
      NaiveWordRules.Piece(text: String(decoding: bytes[$0.range], as: UTF8.self), kind: $0.kind)
    }
  }

  private func words(_ text: String, _ segmenter: any WordSegmenting) throws -> String {
    try pieces(text, segmenter).filter(\.kind.isWord).map(\.text).joined(separator: "|")
  }

  /// After a numeral stands its measure word; elsewhere the word that begins like it.
  @Test(arguments: [
    ("五十二个人", "五十二|个|人"), ("三个人", "三|个|人"), ("个人隐私", "个人|隐私"), ("3个人", "3|个|人"),
    ("三个人工智能", "三个|人工|智能"), ("10多个人来了", "10|多|个|人|来|了"), ("第三个人", "第三|个|人"),
    ("几个人来了", "几个|人|来|了"), ("两百来个人", "两百|来|个|人"), ("好几个人", "好几|个|人"), ("上百个人", "上百|个|人"),
    ("一个人性化的设计", "一个|人性化|的|设计"), ("万一个人信息泄露", "万一|个人|信息|泄露"), ("多个人", "多|个人"),
    ("两个个人账户", "两个|个人|账户"), ("3个个人账户", "3|个|个人|账户"), ("个人和家长", "个人|和|家长"),
    ("三个家长来了", "三个|家长|来|了"), ("一天才三个人", "一天|才|三|个|人"), ("他是天才", "他是|天才"),
    ("一点心意", "一点|心意"), ("吃点心", "吃|点心"), ("三年级", "三年级"), ("两名为首的", "两|名|为首|的"),
    ("五台币", "五|台币"), ("第三部分", "第三|部分"),
  ])
  func numeralsHaveMeasureWords(text: String, words: String) throws {
    #expect(try self.words(text, rules) == words)
  }

  /// Words of letters and symbols, with the compiled engine and with ICU.
  @Test(arguments: [
    ("openai's model", "openai|model"), ("openai's", "openai"),
    ("it's james' o'reilly's", "it|james|o'reilly"),
    ("c++和c#和f#都行", "c++|和|c#|和|f#|都|行"), ("用c++。g++", "用|c++|g++"), ("c++'s at c", "c++|at|c"),
    ("vc++ c+++ c##", "vc|c++|c#"), (".net的asp.net 用.net写", ".net|的|asp.net|用|.net|写"),
    ("a.net ..net", "a.net|net"),
    (".net's", ".net"), (".nets", "nets"), ("node.js", "node.js"), ("u.s.和u.k.的", "u.s.|和|u.k.|的"),
    ("u.s.a. e.g. u.s", "u.s.a.|e.g.|u.s"), ("u.s...", "u.s"), ("u.s.'s", "u.s."),
    ("a.b1.", "a.b1"), ("x.", "x"),
    ("user@example.com", "user|example.com"), ("@小明 @ 他", "小明|他"), ("@.tw tw.@ a'@b", "tw|tw|a|b"),
    ("a@c++ x@.net", "a|c++|x|.net"), ("a:u.s.", "a|u.s."),
    ("q:ai a:b:c", "q|ai|a|b|c"),
    ("12:30", "12|30"), ("at&t's", "at|t"), ("a's's", "a's"), ("2020's 他's 's", "2020|他"),
    ("한국:x's", "한국|x"),
  ])
  func lettersAndSymbols(text: String, words: String) throws {
    for segmenter in [rules, overICU] {
      #expect(try self.words(text, segmenter) == words)
      #expect(try pieces(text, segmenter).map(\.text).joined() == text)
    }
  }

  /// A lone `@` and a colon are symbols; a possessive is no symbol that stands for itself.
  @Test func kindsOfWhatIsNoWord() throws {
    for (text, last) in [("a@", WordKind.symbol), ("a:", .symbol), ("a's", .other), ("@", .symbol)]
    {
      #expect(
        try pieces(text, overICU).last!.kind == last && pieces(text, rules).last!.kind == last)
    }
    #expect(try pieces("a:12", overICU).map(\.kind) == [.letters, .symbol, .number])
  }

  /// A user's words are left as they are.
  @Test func wordsOfUsersAreKept() throws {
    let lexicon = try Self.lexicon.get()
    let user = try UserDictionary.parse(
      Array("openai's\n个人信用\nc#\na@b\n".utf8), file: "user.txt")
    let segmenter = SearchFormSegmenter(
      try WordSegmenter(UserWords(user, lexicon)), WordRules(lexicon))
    #expect(
      try words("openai's 三个人信用 c#和a@b c++", segmenter) == "openai's|三|个人信用|c#|和|a@b|c++")
  }

  private static let parts = [
    "三", "五十二", "10", "万一", "多", "来", "第三", "几", "个人", "家长", "天才", "点心", "名为", "工智能", "性化", "的",
    "隐私",
    "人", "个", "们", "a", "openai", "'s", "'", "s", "c", "++", "+", "#", "c++", "c#", ".net", ".",
    "u.s", "u.s.", "e.g.",
    "@", ":", "b", "12", " ", "，", "한국", "カナ", "net", "g", "f#", "b1",
  ]

  /// Pieces that rules meet in, in every order: the same words as the plain twin's.
  @Test(arguments: [true, false]) func randomTextAsTheTwin(hasLexicon: Bool) throws {
    let lexicon = try Self.lexicon.get()
    let engine: any WordSegmenting =
      hasLexicon ? try WordSegmenter(lexicon) : try ICUWordSegmenter()
    let (listed, erhua) = (NumeralRule.listed.map(String.init), ErhuaRule.listed.map(String.init))
    let twin = NaiveWordRules(
      cut: { try pieces($0, engine) }, measureWords: hasLexicon ? Set(listed) : [],
      erhuaWords: hasLexicon ? Set(erhua) : [],
      names: WordData.words(PackageResources.symbol_names_txt).map(String.init))
    let segmenter = hasLexicon ? rules : overICU
    let folder = try SearchFormFolder()
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<(TestData.isLong ? 300_000 : 20_000) {
      var text = ""
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        text +=
          Int.random(in: 0..<9, using: &generator) == 0
          ? RandomText.string(length: 4, using: &generator)
          : (Self.parts + listed.prefix(40) + erhua.prefix(10)).randomElement(using: &generator)!
      }
      text = String(decoding: try folder.fold(Array(text.utf8).span).bytes, as: UTF8.self)
      let (found, expected) = (try pieces(text, segmenter), try twin.segment(text))
      #expect(found == expected, "\(text)")
      if found != expected { return }
    }
  }

  /// Any bytes give tokens that cover them.
  @Test func tokensCoverAnyBytes() throws {
    var generator = SeededGenerator(seed: 42)
    var tokens = TokenBuffer()
    for _ in 0..<4_000 {
      let bytes = RandomText.bytes(length: 80, using: &generator)
      try rules.segment(bytes.span, into: &tokens)
      var end = 0
      for token in tokens.tokens {
        #expect(Int(token.start) == end && token.end > token.start)
        end = Int(token.end)
      }
      #expect(end == bytes.count)
    }
  }

  /// Words with erhua are their stems and 儿; words in which 儿 is a child, and short ones, are whole.
  @Test(arguments: [
    ("小孩儿和小孩", "小孩|儿|和|小孩"), ("客户儿", "客户|儿"), ("这个玩意儿", "这个|玩意|儿"), ("女儿婴儿", "女儿|婴儿"),
    ("有点儿事儿", "有点儿|事儿"), ("三个小孩儿", "三个|小孩|儿"),
  ])
  func erhuaPartsFromItsWord(text: String, words: String) throws {
    #expect(try self.words(text, rules) == words)
  }

  /// A word of a list is one of the lexicon, or has no effect and no place there.
  @Test func listedWordsAreWords() throws {
    let lexicon = try Self.lexicon.get()
    for word in NumeralRule.listed + ErhuaRule.listed {
      #expect(lexicon.id(of: word.utf16) != nil, "\(word)")
    }
    for word in ErhuaRule.listed {
      #expect(lexicon.id(of: word.dropLast().utf16) != nil, "\(word)")
    }
  }
}
