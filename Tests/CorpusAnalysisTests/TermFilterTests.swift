import InvertedIndex
import TestSupport
import Testing

@testable import CorpusAnalysis

/// Which terms tables show by default.
@Suite struct TermFilterTests {
  /// An index of words: kind 3 where they begin with a letter, 4 where with a digit, else Han.
  private func index(_ cues: [[String]]) throws -> IndexReader {
    let cues = cues.map { words in
      PlainEpisode.Cue(
        words.map { word in
          let first = word.utf8.first!
          let kind: UInt8 = first >= 0x80 ? 0 : (0x30...0x39).contains(first) ? 4 : 3
          return PlainEpisode.Word(word.lowercased(), spelling: word, kind: kind)
        })
    }
    return try PlainEpisode.index([PlainEpisode(path: "/0", cues: cues)])
  }

  /// The terms that are shown, in their search form.
  private func shown(
    _ cues: [[String]], _ change: (inout TermFilter) -> Void = { _ in }
  ) throws -> Set<String> {
    let index = try index(cues)
    let phrases = try PhraseList(
      in: CorpusSelection(everythingIn: index), of: index, PhraseCriteria())
    let terms = try TermInventory(.both, phrases: phrases, of: index)
    var filter = TermFilter()
    change(&filter)
    let hidden = try filter.hidden(in: index, terms: terms)
    return Set(
      try hidden.indices.filter { hidden[$0] == nil }.map { try terms.key(of: $0, in: index) })
  }

  @Test func capitalsAreNoStopWords() throws {
    let cues = [
      ["IT", "业者"], ["IT", "it"], ["US", "the"], ["us", "US"], ["WHO"], ["A"], ["The"], ["OK"],
    ]
    #expect(try shown(cues) == ["it", "us", "who", "业者"])
    // Mostly in small letters, or as a line begins.
    #expect(try shown([["it"], ["it", "IT"], ["It"], ["WHO"], ["who"], ["who"]]) == [])
    // What a user lists is stopped, however it is spelled.
    #expect(
      try shown([["IT"]]) { $0.stopWords = StopWords(StopList.standard, adding: ["it"]) } == [])
    #expect(try shown([["IT"]]) { $0.stopWords = StopWords(["it"]) } == [])
  }

  @Test func capitalsAreEndsOfPhrases() throws {
    let cues = (0..<6).map { ["\($0)号", "IT", "产业", "\($0)年"] }
    #expect(try shown(cues).contains("it产业"))
    let small = (0..<6).map { ["\($0)号", "it", "产业", "\($0)年"] }
    #expect(try !shown(small).contains("it产业"))
  }

  /// As often as a phrase must come: three times.
  @Test func numbersThatAreNamesAreShown() throws {
    let often = (0..<3).map { ["工作", "996", "\($0)", "20"] }
    #expect(try shown(often) == ["工作", "996"])
    #expect(try shown([["996"], ["996"], ["20"], ["20"], ["20"]]) == [])
    #expect(try shown(often) { $0.showsNumbers = true }.contains("20"))
    #expect(try shown(often) { $0.script = .han } == ["工作"])
  }

  @Test func numbersThatAreNamesArePhrases() throws {
    let words = ["甲乙", "丙丁", "戊己", "庚辛", "壬癸", "子丑"]
    let cues = words.map { [$0, "双", "11", $0 + "上", "90", "后", $0 + "下", "90", "人", $0 + "左"] }
    let shown = try shown(cues)
    #expect(shown.isSuperset(of: ["双11", "90后"]))
    #expect(!shown.contains("90人") && !shown.contains("11"))
  }

  /// 儿 that is a word of its own is the erhua of the one before.
  @Test func noPhraseEndsInErhua() throws {
    let words = ["甲乙", "丙丁", "戊己", "庚辛", "壬癸", "子丑"]
    let cues = words.map { [$0, "客户", "儿", $0 + "上", "小", "女儿", $0 + "下"] }
    let shown = try shown(cues)
    #expect(shown.contains("客户") && shown.contains("小女儿"))
    #expect(!shown.contains("客户儿"))
  }
}
