import Testing
import TextNormalization

@testable import CorpusAnalysis

@Suite struct StopWordsTests {
  /// Entries are matched in search form, so they must be in it.
  @Test func listsAreInSearchForm() throws {
    let folder = try SearchFormFolder()
    let data = [
      StopList.standard.all, WordList.parse(PackageResources.glue_exceptions_txt),
      WordList.parse(PackageResources.de_exceptions_txt),
      WordList.parse(PackageResources.measure_words_txt),
      WordList.parse(PackageResources.number_exceptions_txt),
      WordList.parse(PackageResources.number_names_txt),
    ]
    for word in data.joined() {
      #expect(try Array(folder.fold(Array(word.utf8).span).bytes) == Array(word.utf8), "\(word)")
    }
  }

  @Test func listsAreOfTheSizeTheyWereJudgedAt() {
    let list = StopList.standard
    #expect((520...620).contains(list.all.count))
    #expect(Set(list.all).count == list.all.count)
    #expect(StopList.Category.allCases.allSatisfy { !(list.words[$0] ?? []).isEmpty })
  }

  /// Words that stood beside siblings that were listed.
  @Test(arguments: [
    "怎么样", "为何", "每个", "各个", "各种", "别人", "下面", "哪些", "不管是", "事实上", "谢谢", "再往", "啊", "呀", "喔",
    "这儿", "那儿", "哪儿", "一点儿", "点儿", "一块儿", "会儿", "一会儿", "有点儿",
  ]) func siblingsAreListed(word: String) {
    #expect(StopList.standard.all.contains(word))
  }

  /// The fold has one form of apostrophes; of it's and let's the 's is no part of the word.
  @Test(arguments: [
    "don't", "I’ll", "we’re", "can't", "they've", "doesn’t", "isn't", "I'm", "you'd", "it", "let",
    "that", "he", "she", "there", "here", "what", "who", "where", "how",
  ]) func contractionsAreListed(word: String) throws {
    let form = try SearchFormFolder().fold(Array(word.utf8).span).bytes
    #expect(StopWords.standard.contains(form, isHan: false))
  }

  @Test func fillersOfSpeechAreOneClass() {
    let fillers = Set(StopList.standard.words[.fillers]!)
    #expect(fillers.isSuperset(of: ["啊", "嗯", "对啊", "ok"]))
    #expect(fillers.isDisjoint(with: StopList.standard.words[.functionWords]!))
  }

  @Test func topicNounsAreNeverListed() {
    for word in [
      "人类", "问题", "世界", "时间", "社会", "机会", "国会", "数据", "ai", "目的", "用地", "太太", "以太", "有用",
    ] {
      #expect(!StopWords.standard.contains(Array(word.utf8)[...], isHan: word != "ai"), "\(word)")
    }
  }

  @Test func gluedWordsAreStopped() {
    for word in ["做了", "都是", "我的", "它的", "新的", "真正的", "的", "也就是说"] {
      #expect(StopWords.standard.contains(Array(word.utf8)[...], isHan: true), "\(word)")
    }
    // The rule is for Han only: ai is not a + i.
    #expect(!StopWords.standard.contains(Array("ai".utf8)[...], isHan: false))
    #expect(!StopWords([]).contains(Array("的".utf8)[...], isHan: true))
    #expect(!StopWords(["x"]).contains(Array("做了".utf8)[...], isHan: true))
  }

  /// An exception that nothing would stop is dead data.
  @Test func everyExceptionIsNeeded() {
    let entries = Set(StopList.standard.all)
    for word in WordList.parse(PackageResources.glue_exceptions_txt) {
      #expect(!entries.contains(word))
      #expect(canBeCut(word[...], into: entries), "\(word)")
    }
  }

  private func canBeCut(_ word: Substring, into entries: Set<String>) -> Bool {
    word.isEmpty
      || word.indices.dropFirst().contains { end in
        entries.contains(String(word[..<end])) && canBeCut(word[end...], into: entries)
      } || entries.contains(String(word))
  }

  @Test(arguments: [
    ("一张", true), ("第二个", true), ("三十", true), ("十几年", true), ("几十万", true), ("第一次", true),
    ("两百多", true), ("百度", false), ("万一", false), ("第", false), ("个", false), ("张三", false),
    ("零件", false), ("三星", false), ("一致", false), ("二月", true),
    ("三分之一", true), ("百分之百", true), ("一年半", true), ("一家", true), ("半夜", false),
  ])
  func numeralsAreTold(word: String, isNumber: Bool) {
    #expect(Numerals.standard.contains(Array(word.utf8)[...]) == isNumber)
  }
}
