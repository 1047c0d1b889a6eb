import TestSupport
import Testing
import Zimu

/// One index answers many threads at a time.
@Suite struct ConcurrentSearchTests {
  private static let queries = [
    "软件", "word:数据", "我们 AND 问题", "word:我们 OR word:问题", "\"我们 的\"", "exact:軟體", "open*",
    "NEAR/5(我们 问题)", "show:夜航科技 我们", "我们 NOT speaker:主持人", "没有这样的话",
  ]

  @Test func eightThreadsFindTheSame() async throws {
    let index = try await SampleIndex.open()
    // Threads begin with what is made when it is first asked for.
    let found = try await withThrowingTaskGroup(of: [[SearchResults.Hit]].self) { group in
      for thread in 0..<8 {
        group.addTask {
          var all = [[SearchResults.Hit]](repeating: [], count: Self.queries.count)
          for round in 0..<3 * Self.queries.count {
            let number = (round + thread) % Self.queries.count
            all[number] = try index.search(Self.queries[number]).hits
          }
          return all
        }
      }
      var all: [[[SearchResults.Hit]]] = []
      for try await found in group { all.append(found) }
      return all
    }
    let expected = try Self.queries.map { try index.search($0).hits }
    #expect(found.count == 8 && found.allSatisfy { $0 == expected })
    #expect(expected.dropLast().allSatisfy { !$0.isEmpty } && expected.last == [])
  }
}
