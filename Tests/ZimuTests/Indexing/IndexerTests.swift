import TestSupport
import Testing
import Zimu

/// Indexing as callers of the library see it: cancellation, and errors with code, place and message.
@Suite struct IndexerTests {
  private let folder: TemporaryFolder
  private var options: IndexingOptions

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("我们讨论数据\n", to: "talks/一.txt")
    options = IndexingOptions(
      paths: [folder.path + "/talks"], indexPath: folder.path + "/index")
  }

  private func error(_ body: () async throws -> Void) async -> ZimuError? {
    do { try await body() } catch { return error as? ZimuError }
    return nil
  }

  @Test func aCancelledRunLeavesTheIndexAsItWas() async throws {
    _ = try await Indexer(options).run()
    try folder.write("模型\n", to: "talks/二.txt")
    let options = options
    let run = Task {
      // Cancelled before it begins.
      withUnsafeCurrentTask { $0?.cancel() }
      return try await Indexer(options).run()
    }
    let error = await error { _ = try await run.value }
    #expect(error?.code == .cancelled)
    #expect(try TranscriptIndex(at: options.indexPath).episodes.map(\.name) == ["一.txt"])
    #expect(try await Indexer(options).run().indexEpisodes == 2)
  }

  @Test func aRebuildIsCancelled() async throws {
    _ = try await Indexer(options).run()
    var options = options
    options.rebuilds = true
    let request = options
    let run = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await Indexer(request).run()
    }
    #expect(await error { _ = try await run.value }?.code == .cancelled)
    #expect(try TranscriptIndex(at: options.indexPath).verify().faults.isEmpty)
  }

  @Test func errorsSayWhatAndWhere() async throws {
    let missing = #expect(throws: ZimuError.self) { try TranscriptIndex(at: options.indexPath) }
    #expect(missing?.code == .indexMissing && missing?.file == options.indexPath)
    #expect(missing?.message.contains("zimu index") == true)

    let word = #expect(throws: ZimuError.self) {
      try UserDictionary(file: Array("好\n\tn\n".utf8), name: "names.txt")
    }
    #expect(word?.code == .invalidFile && word?.file == "names.txt" && word?.line == 2)

    var wrong = options
    wrong.memory = 1
    #expect(throws: ZimuError.self) { try Indexer(wrong) }
    #expect(await error { _ = try Indexer(wrong) }?.code == .invalidRequest)

    _ = try await Indexer(options).run()
    var other = options
    other.engine = .icu
    #expect(await error { _ = try Indexer(other) }?.code == .settingsDiffer)

    let index = try TranscriptIndex(at: options.indexPath)
    let names = ["二": ZimuError.Code.episodeNotFound, "": .episodeNotFound]
    for (name, code) in names {
      let error = #expect(throws: ZimuError.self) { try index.episode(named: name) }
      #expect(error?.code == code)
    }
    var moment = TranscriptRequest("一.txt")
    moment.moment = 0
    let times = #expect(throws: ZimuError.self) { try index.transcript(moment) }
    #expect(times?.code == .timesMissing)
    let query = #expect(throws: ZimuError.self) { try index.search("(数据") }
    #expect(query?.code == .invalidQuery && query?.queryPosition == 0)
  }

  @Test func sequencesStopWhereTheirTaskIsCancelled() async throws {
    _ = try await Indexer(options).run()
    let index = try TranscriptIndex(at: options.indexPath)
    let reading = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      var count = 0
      for try await _ in index.transcripts() { count += 1 }
      return count
    }
    #expect(await error { _ = try await reading.value }?.code == .cancelled)
    let hits = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      for try await _ in index.hits(SearchRequest("数据")) {}
    }
    #expect(await error { try await hits.value }?.code == .cancelled)
  }
}
