import Indexing
import TestSupport
import Testing
import Transcripts
import Zimu

/// The times of words, from files through an index to hits and exports.
@Suite struct WordTimeTests {
  private struct Word {
    let text: String
    let start: Int
  }

  private struct Line {
    let words: [Word]
    let end: Int
    var text: String { words.map(\.text).joined() }
    var start: Int { words[0].start }
    /// What the times of its words should be; those of a single word are those of its cue.
    var described: String {
      words.count == 1 ? text : words.map { "\($0.start) \($0.text)" }.joined(separator: "|")
    }
  }

  private let folder: TemporaryFolder
  private var index: String { folder.path + "/index" }

  init() throws { folder = try TemporaryFolder() }

  /// Lines of different words, each of which begins behind the one in front.
  private static func lines(using generator: inout SeededGenerator) -> [Line] {
    let vocabulary = ["我们", "今天", "聊", "數據", "人工", "智能", "模型", "乾隆", "芯片", "OpenAI", "&<x>", "好"]
    var time = Int.random(in: 0...5_000, using: &generator)
    return (0..<Int.random(in: 3...12, using: &generator)).map { number in
      var words = [Word(text: "第\(number)", start: time)]
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        time += Int.random(in: 1...700, using: &generator)
        words.append(Word(text: vocabulary.randomElement(using: &generator)!, start: time))
      }
      time += Int.random(in: 100...2_000, using: &generator)
      return Line(words: words, end: time)
    }
  }

  private static func clock(_ time: Int) -> String {
    let parts = [time / 3_600_000, time / 60_000 % 60, time / 1_000 % 60].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }
    return parts.joined(separator: ":") + "." + String(String(1_000 + time % 1_000).dropFirst())
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static func rolling(_ lines: [Line]) -> String {
    var (file, carried) = ("WEBVTT\nKind: captions\n\n", " ")
    for line in lines {
      let spelled = line.words.enumerated().map { place, word in
        (place == 0 ? "" : "<\(clock(word.start))>") + "<c>\(escaped(word.text))</c>"
      }.joined()
      let whole = escaped(line.text)
      file += "\(clock(line.start)) --> \(clock(line.end - 10))\n\(carried)\n\(spelled)\n\n"
      file += "\(clock(line.end - 10)) --> \(clock(line.end))\n\(whole)\n \n\n"
      carried = whole
    }
    return file
  }

  private static func json3(_ lines: [Line]) -> String {
    let events = lines.map { line in
      let segments = line.words.map { word in
        let offset = word.start > line.start ? ",\"tOffsetMs\":\(word.start - line.start)" : ""
        return "{\"utf8\":\"\(word.text)\"\(offset)}"
      }
      return "{\"tStartMs\":\(line.start),\"dDurationMs\":\(line.end - line.start),\"wWinId\":1,"
        + "\"segs\":[\(segments.joined(separator: ","))]}"
    }
    return "{\"wireMagic\":\"pb3\",\"events\":[\(events.joined(separator: ","))]}"
  }

  private static func whisper(_ lines: [Line]) -> String {
    func seconds(_ time: Int) -> String { "\(Double(time) / 1_000)" }
    let segments = lines.map { line in
      let words = line.words.map {
        "{\"word\":\"\($0.text)\",\"start\":\(seconds($0.start)),\"end\":\(seconds($0.start))}"
      }
      return "{\"start\":\(seconds(line.start)),\"end\":\(seconds(line.end)),"
        + "\"text\":\" \(line.text)\",\"words\":[\(words.joined(separator: ","))]}"
    }
    return "{\"text\":\"\",\"segments\":[\(segments.joined(separator: ","))]}"
  }

  private func run(_ change: (inout IndexingOptions) -> Void = { _ in }) async throws {
    var options = IndexingOptions(paths: [folder.path + "/talks"], indexPath: index)
    options.takesAllFiles = true
    change(&options)
    _ = try await IndexingRun(options).run()
  }

  /// The cues of an episode with the times of their words: `400 今天|900 聊`.
  private func words(of episode: String, in index: String) throws -> [String] {
    try TranscriptIndex(at: index).transcript(TranscriptRequest(episode)).cues.map(Self.described)
  }

  private static func described(_ cue: EpisodeTranscript.Cue) -> String {
    guard let first = cue.wordTimes.first else { return cue.text }
    let bytes = Array(cue.text.utf8)
    let ends = cue.wordTimes.dropFirst().map(\.offset) + [bytes.count]
    let parts = zip(cue.wordTimes, ends).map { time, end in
      "\(time.start) \(String(decoding: bytes[time.offset..<end], as: UTF8.self))"
    }
    return (first.offset > 0 ? "?|" : "") + parts.joined(separator: "|")
  }

  private func contents(_ index: String) throws -> Set<[UInt8]> {
    Set(try folder.contents(of: index).map { try TestData.bytes("\(folder.path)/\(index)/\($0)") })
  }

  @Test func timesComeThroughIndexAndExport() async throws {
    var generator = SeededGenerator(seed: 71)
    var expected: [String: [String]] = [:]
    let writers = [
      ("vtt", Self.rolling), ("json3", Self.json3), ("json", Self.whisper),
    ]
    for number in 0..<12 {
      for (ending, write) in writers {
        let lines = Self.lines(using: &generator)
        try folder.write(write(lines), to: "talks/\(ending)-\(number + 10).\(ending)")
        expected["\(ending)-\(number + 10)"] = lines.map(\.described)
      }
    }
    try await run { $0.jobs = 1 }
    for (name, lines) in expected { #expect(try words(of: name, in: index) == lines, "\(name)") }
    #expect(try TranscriptIndex(at: index).verify().faults.isEmpty)
    try await run { ($0.indexPath, $0.jobs) = (folder.path + "/other", 3) }
    #expect(try contents("other") == contents("index"))

    for format in [ExportRequest.Format.vtt, .json] {
      let request = ExportRequest(format, to: "\(folder.path)/out/\(format)")
      _ = try TranscriptIndex(at: index).export(request)
      let again = "\(folder.path)/\(format).index"
      var options = IndexingOptions(paths: ["\(folder.path)/out/\(format)"], indexPath: again)
      options.cleaning.keepsRepeats = true
      _ = try await IndexingRun(options).run()
      for (name, lines) in expected { #expect(try words(of: name, in: again) == lines, "\(name)") }
    }
  }

  private static let stamped = """
    WEBVTT

    00:10.000 --> 00:20.000
    我们<00:12.000>今天<00:14.500>聊人工<00:16.000>智能，<00:18.000>聊完

    00:20.000 --> 00:22.000
    没有时间的智能

    """

  @Test func timesStayWhateverHappensToTheIndex() async throws {
    let expected = ["10000 我们|12000 今天|14500 聊人工|16000 智能，|18000 聊完", "没有时间的智能"]
    func check(_ path: String) throws {
      #expect(try words(of: "一", in: path) == expected)
      #expect(try TranscriptIndex(at: path).verify().faults.isEmpty)
    }
    try folder.write(Self.stamped, to: "talks/一.vtt")
    try await run()
    try check(index)
    try folder.write("另一集\n", to: "talks/二.txt")
    try await run()
    try check(index)
    let dictionary = try UserDictionary.parse(Array("聊人工\n".utf8), file: "words.txt")
    try await run { ($0.dictionary, $0.rebuilds) = (dictionary, true) }
    try check(index)
    _ = try IndexMaintenance(at: index).optimize()
    try check(index)
    _ = try IndexMaintenance(at: folder.path + "/merged").merge([index])
    try check(folder.path + "/merged")
    try folder.write(Self.stamped.replacing("00:12", with: "00:13"), to: "talks/一.vtt")
    try await run()
    #expect(try words(of: "一", in: index)[0].hasPrefix("10000 我们|13000 今天"))
  }

  @Test func hitsAndTokensHaveTheTimeOfTheirWord() async throws {
    try folder.write(Self.stamped, to: "talks/一.vtt")
    try await run { $0.urlTemplate = "https://example.org/{name}?t={seconds}" }
    let index = try TranscriptIndex(at: index)
    func hits(_ query: String) throws -> [String] {
      try index.search(query).hits.map { "\($0.cue.start ?? -1) \($0.matchStarts) \($0.cue.url)" }
    }
    let link = "https://example.org/%E4%B8%80?t="
    #expect(
      try hits("智能") == ["10000 [Optional(16000)] \(link)16", "20000 [nil] \(link)20"])
    #expect(try hits("们今").first == "10000 [Optional(10000)] \(link)10")
    #expect(try hits("聊").first == "10000 [Optional(14500), Optional(18000)] \(link)14")
    let lines = try index.concordance(ConcordanceRequest("智能")).lines
    #expect(lines.map(\.matchStart) == [16_000, nil] && lines.map(\.start) == [10_000, 20_000])

    _ = try index.export(ExportRequest(.conllu, to: folder.path + "/out.conllu"))
    let tokens = String(
      decoding: try TestData.bytes(folder.path + "/out.conllu"), as: UTF8.self)
    #expect(tokens.contains("StartByte=6|EndByte=12|StartMs=12000\n"))
    #expect(tokens.contains("StartByte=0|EndByte=6\n"))
  }

  /// Other characters have other lengths; words begin where they did.
  @Test func simplifiedTextsKeepTheirTimes() async throws {
    let file = Self.stamped.replacing("今天", with: "乾隆𧗾").replacing("我们", with: "𨦫")
    try folder.write(file, to: "talks/一.vtt")
    try await run()
    var request = TranscriptRequest("一")
    request.isSimplified = true
    let cue = try TranscriptIndex(at: index).transcript(request).cues[0]
    #expect(Self.described(cue).hasSuffix("|14500 聊人工|16000 智能，|18000 聊完"))
    #expect(Self.described(cue).contains("|12000 乾隆"))
  }

  /// What is no place of a word is passed over, whatever a file says.
  @Test func placesOfJSONAreChecked() async throws {
    let words = [
      "{\"start\":1,\"start_ms\":1}", "{\"start\":3,\"start_ms\":500}",
      "{\"start\":3,\"start_ms\":600}",
      "{\"start\":-3}", "{\"start\":1e99,\"start_ms\":700}", "{\"start\":6,\"start_ms\":null}", "7",
      "{\"start\":9,\"start_ms\":900}", "{\"start\":12,\"start_ms\":950}",
    ]
    try folder.write(
      "{\"zimu_transcript\":1,\"cues\":[{\"start_ms\":0,\"end_ms\":1000,\"text\":\"一二三四\","
        + "\"words\":[\(words.joined(separator: ","))]}]}", to: "talks/一.json")
    try await run()
    #expect(try self.words(of: "一", in: index) == ["0 一|500 二三|900 四"])
  }
}
