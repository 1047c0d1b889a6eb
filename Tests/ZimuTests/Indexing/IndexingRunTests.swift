import Foundation
import Indexing
import InvertedIndex
import TestSupport
import Testing
import WordSegmentation
import Zimu

@Suite struct IndexingRunTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("我们讨论数据\n軟件很好\n", to: "talks/a/2024-01 一.txt")
    try folder.write("人类和AI\n", to: "talks/a/2024-02 二.txt")
    try folder.write("from,to,text\n0,1500,OpenAI的模型\n", to: "talks/b/三.csv")
  }

  private var index: String { folder.path + "/index" }

  @discardableResult
  private func run(
    _ paths: [String]? = nil, change: (inout IndexingOptions) throws -> Void = { _ in }
  ) async throws -> IndexingSummary {
    var options = IndexingOptions(paths: paths ?? [folder.path + "/talks"], indexPath: index)
    try change(&options)
    return try await IndexingRun(options).run()
  }

  /// What the files of the index hold, whatever their names.
  private func indexBytes() throws -> Set<[UInt8]> {
    Set(try folder.contents(of: "index").map { try TestData.bytes("\(index)/\($0)") })
  }

  @Test func addsSkipsAndReplaces() async throws {
    let first = try await run()
    #expect(first.numbers == [3, 0, 0, 3])
    let bytes = try indexBytes()
    let again = try await run()
    #expect(again.numbers == [0, 0, 3, 3])
    #expect(try indexBytes() == bytes)
    try folder.write("人类和AI和芯片\n", to: "talks/a/2024-02 二.txt")
    try folder.write("新的一集\n", to: "talks/c/四.txt")
    let changed = try await run()
    #expect(changed.numbers == [1, 1, 2, 4])
    #expect(try TranscriptIndex(at: index).cueCount("芯片") == 1)
  }

  /// Words never cross a cue, words of users with white space in them neither.
  @Test func wordsOfUsersEndWithTheirCue() async throws {
    let dictionary = try UserDictionary.parse(Array("Elon Musk\n".utf8), file: "words.txt")
    try folder.write("我喜欢 Elon\nMusk 的公司\nElon Musk\n", to: "talks/c/五.txt")
    try await run { $0.dictionary = dictionary }
    let found = try TranscriptIndex(at: index)
    #expect(try found.verify().faults.isEmpty)
    #expect(try found.search("公司").hits.map(\.cue.text) == ["Musk 的公司"])
    #expect(try found.search("\"Elon Musk\"").occurrences == 2)
    #expect(try found.search("word:\"Elon Musk\"").hits.map(\.cue.text) == ["Elon Musk"])
  }

  /// Engine and words of a user belong to the index: later runs and searches take them from it.
  @Test func wordsOfUsersBelongToTheIndex() async throws {
    let words = { (text: String) in try UserDictionary.parse(Array(text.utf8), file: "words.txt") }
    try await run { $0.dictionary = try words("讨论数据\nOpenAI的") }
    try folder.write("再讨论数据\n", to: "talks/a/2024-03 三.txt")
    try await run()
    let found = try TranscriptIndex(at: index)
    var request = TermsRequest()
    request.options.filter.minimumLength = 1
    let keys = try found.terms(request).groups[0].rows.map { "\($0.key) \($0.count)" }
    #expect(keys.contains("讨论数据 2") && !keys.contains("数据 2"))
    #expect(try found.cueCount("讨论数据") == 2)
    #expect(try found.cueCount("OpenAI的") == 1)
    await #expect(throws: IndexError.self) { try await run { $0.dictionary = try words("数据") } }
    await #expect(throws: IndexError.self) { try await run { $0.engine = .icu } }
    // Tags and spellings cut nothing otherwise.
    try await run { $0.dictionary = try words("OpenAI的\t\ttag\n討論數據") }
    try await run { $0.dictionary = try words("OpenAI的\n讨论数据\n") }
  }

  /// The index has what cut it, so that it can be added to where that is not at hand.
  @Test func theIndexHoldsItsLexicon() async throws {
    try await run()
    let reader = try IndexDirectory(index).open()
    let image = try #require(try reader.lexicon())
    let lexicon = try #require(Lexicon(imageBytes: image))
    #expect(lexicon.fingerprint == reader.settings["segmentation"])
    #expect(lexicon.contains("模型") && lexicon.form == .search)
    #expect(try reader.statistics().sections.last { $0.name == "lexicon" }!.bytes > 1_000_000)
    // All of it, whatever words of a user take out.
    let words = try UserDictionary.parse(Array("-模型".utf8), file: "words.txt")
    try await run { ($0.dictionary, $0.rebuilds) = (words, true) }
    #expect(try IndexDirectory(index).open().lexicon() == image)
    try await run { ($0.engine, $0.rebuilds, $0.dictionary) = (.icu, true, UserDictionary()) }
    #expect(try IndexDirectory(index).open().lexicon() == nil)
  }

  @Test func icuItselfCanCut() async throws {
    try await run { $0.engine = .icu }
    try folder.write("我们讨论\n", to: "talks/a/2024-03 三.txt")
    #expect(try await run().numbers == [1, 0, 3, 4])
    #expect(try TranscriptIndex(at: index).cueCount("讨论") == 2)
    await #expect(throws: IndexError.self) { try await run { $0.engine = .compiled } }
    await #expect(throws: IndexError.self) {
      try await run { $0.dictionary = try UserDictionary.parse(Array("词".utf8), file: "") }
    }
  }

  /// However it came about, an index has the bytes of a fresh run over the same files.
  @Test func manyRunsGiveTheBytesOfOne() async throws {
    try await run([folder.path + "/talks/b"])
    try await run([folder.path + "/talks/a"])
    try folder.write("人类和AI。\n", to: "talks/a/2024-02 二.txt")
    try await run()
    try IndexWriter(IndexDirectory(index), settings: IndexSettings([:])).commit(optimizing: true)
    let bytes = try indexBytes()
    try FileManager.default.removeItem(atPath: index)
    try await run()
    #expect(try indexBytes() == bytes)
  }

  @Test(arguments: [1, 2, 7]) func bytesAreTheSameForAnyNumberOfJobs(jobs: Int) async throws {
    for number in 0..<40 {
      try folder.write("第\(number)集 数据\(number)\n", to: "talks/x/\(number).txt")
    }
    try await run { $0.jobs = jobs }
    let bytes = try indexBytes()
    try FileManager.default.removeItem(atPath: index)
    try await run { $0.jobs = 3 }
    #expect(try indexBytes() == bytes)
  }

  @Test func touchedFilesAreNotReadAgainAsNew() async throws {
    try await run()
    let path = folder.path + "/talks/b/三.csv"
    let date = Date(timeIntervalSince1970: 1_700_000_000)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    #expect(try await run().unchanged == 3)
  }

  @Test func movedFilesStayOneEpisode() async throws {
    try await run()
    try FileManager.default.moveItem(
      atPath: folder.path + "/talks/b/三.csv", toPath: folder.path + "/talks/b/2024-03 三.csv")
    let moved = try await run()
    #expect(moved.numbers == [0, 0, 2, 3] && moved.moved.count == 1)
    #expect(try TranscriptIndex(at: index).episodes.contains { $0.date == "2024-03" })
  }

  @Test func anotherFormatReplacesItsSibling() async throws {
    try await run()
    try folder.write("WEBVTT\n\n00:00.000 --> 00:01.000\n芯片\n", to: "talks/b/三.vtt")
    let summary = try await run()
    #expect(summary.indexEpisodes == 3)
    #expect(summary.siblings.count == 1)
    #expect(try TranscriptIndex(at: index).cueCount("芯片") == 1)
  }

  @Test func badInputIsRejectedAndTheRestGoesOn() async throws {
    try folder.write("{\"segments\": [", to: "talks/broken.json")
    try folder.write("{\"name\": 1}", to: "talks/other.json")
    try folder.write(Array("我们今天讨论数据和模型的问题".utf8) + [0xFF, 0x0A], to: "talks/damaged.txt")
    let missing = folder.path + "/none.txt"
    let summary = try await run([folder.path + "/talks", missing])
    #expect(
      summary.rejected.map(\.path.description) == [missing, folder.path + "/talks/broken.json"])
    #expect(summary.skipped.map(\.path.description) == [folder.path + "/talks/other.json"])
    #expect(summary.warnings.map(\.warning.byteOffset) == [42])
    #expect(summary.indexEpisodes == 4)
  }

  @Test func emptySiblingsHideNothing() async throws {
    try folder.write("WEBVTT\n\n", to: "talks/b/三.vtt")
    let summary = try await run()
    #expect(summary.indexEpisodes == 3)
    #expect(try TranscriptIndex(at: index).cueCount("模型") == 1)
  }

  @Test func aRemovedFormatLeavesOneEpisode() async throws {
    try folder.write("WEBVTT\n\n00:00.000 --> 00:01.000\n芯片\n", to: "talks/b/三.vtt")
    try await run()
    try FileManager.default.removeItem(atPath: folder.path + "/talks/b/三.vtt")
    #expect(try await run().indexEpisodes == 3)
  }

  @Test func aForcedCharsetReadsAgain() async throws {
    try await run()
    #expect(try await run { $0.encoding = "UTF-8" }.replaced == 3)
  }

  @Test func anIndexMayLieAmongItsFiles() async throws {
    for _ in 0..<2 {
      let talks = folder.path + "/talks"
      var options = IndexingOptions(paths: [talks], indexPath: talks)
      options.show = "x"
      #expect(try await IndexingRun(options).run().indexEpisodes == 3)
    }
  }

  @Test func punctuationInAQueryMustStandInTheText() async throws {
    try folder.write("天气，很好\n今天天气很好\nGPT-4o 很快\nGPT/4o\nC++ 语言\nC 语言\n", to: "talks/p.txt")
    try await run()
    let index = try TranscriptIndex(at: index)
    func texts(_ query: String) throws -> [String] {
      try index.allHits(query).hits.map(\.cue.text)
    }
    #expect(try texts("\"天气，很好\"") == ["天气，很好"])
    #expect(try texts("天气很好") == ["今天天气很好"])
    #expect(try texts("GPT-4o") == ["GPT-4o 很快"])
    #expect(try texts("C++") == ["C++ 语言"])
    #expect(try texts("C") == ["C 语言"])
  }

  /// A file that can no longer be read keeps what was indexed of it.
  @Test func nothingIndexedIsLost() async throws {
    try folder.write("{\"segments\": [{\"text\":\"芯片\"}]}", to: "talks/d.json")
    try await run()
    try folder.write("{\"segments\": [", to: "talks/d.json")
    let summary = try await run()
    #expect(summary.rejected.count == 1)
    #expect(try TranscriptIndex(at: index).cueCount("芯片") == 1)
  }

  @Test func showsFollowTheFolderOrTheOption() async throws {
    try await run()
    #expect(try TranscriptIndex(at: index).episodes.map(\.show) == ["a", "a", "b"])
    try await run { $0.show = "会议" }
    #expect(try Set(TranscriptIndex(at: index).episodes.map(\.show)) == ["会议"])
  }

  /// What an index has from other rules for file names is brought up to date, and told.
  @Test func titlesAndDatesFollowTheFileName() async throws {
    try await run()
    var record = try TranscriptIndex(at: index).episodes[0].record
    (record.title, record.date) = ("2024-01 一", "")
    do {
      let writer = try IndexWriter(IndexDirectory(index), settings: IndexSettings([:]))
      try writer.setRecord(of: record.path, to: record)
      try writer.commit()
    }
    let summary = try await run()
    #expect(summary.numbers == [0, 0, 2, 3])
    let change = try #require(summary.updated.first)
    #expect(change.path == record.path && change.differences.map(\.field) == [.title, .date])
    #expect(change.differences.map(\.new) == ["一", "2024-01"])
    #expect(try TranscriptIndex(at: index).episodes[0].title == "一")
    #expect(try await run().updated.isEmpty)
  }

  @Test func searchShowsTheOriginal() async throws {
    try await run()
    let hit = try #require(try TranscriptIndex(at: index).search("软件").hits.first)
    #expect(hit.cue.text == "軟件很好")
    #expect(hit.matches == [0..<6])
    #expect(hit.cue.episodeName == "a/2024-01 一.txt")
    let timed = try #require(try TranscriptIndex(at: index).search("ＯＰＥＮＡＩ").hits.first)
    #expect(timed.cue.start == 0 && timed.cue.end == 1500)
    #expect(try TranscriptIndex(at: index).cueCount("AI") == 1)
  }
}

extension IndexingSummary {
  /// Episodes added, replaced, unchanged, and in the index.
  fileprivate var numbers: [Int] { [added, replaced, unchanged, indexEpisodes] }
}
