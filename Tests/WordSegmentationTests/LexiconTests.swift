import Caching
import Foundation
import Hashing
import ICUSupport
import TestSupport
import Testing

@testable import WordSegmentation

@Suite struct LexiconTests {
  private let lexicon: Lexicon
  private let folder: TemporaryFolder

  init() throws {
    lexicon = try Lexicon.shared(.original)
    folder = try TemporaryFolder()
  }

  private func cache(_ path: String) -> LexiconCache {
    LexiconCache(CacheFolder { $0 == "XDG_CACHE_HOME" ? path : nil })
  }

  /// Every word of ICU's is found with its cost, and nothing that is one character longer or
  /// shorter unless it is a word too.
  @Test func holdsICUsWords() throws {
    let dictionary = try BreakDictionary.read()
    #expect(lexicon.wordCount == dictionary.ends.count)
    var words: [ArraySlice<UInt16>: UInt16] = [:]
    for index in dictionary.ends.indices { words[dictionary.word(index)] = dictionary.costs[index] }
    for index in stride(from: 0, to: dictionary.ends.count, by: 7) {
      let word = dictionary.word(index)
      for tried in [word, word.dropLast(), word + [0x4E00], word + [0x21]] where !tried.isEmpty {
        #expect((lexicon.id(of: tried) == nil) == (words[tried[...]] == nil))
      }
      if word.count > 1, let id = lexicon.id(of: word) {
        #expect(lexicon.cost(at: Int(id)) == dictionary.costs[index])
      }
    }
    #expect(lexicon.contains("数据") && !lexicon.contains("人工智能") && !lexicon.contains(""))
  }

  @Test func foldedWordsAreInSearchForm() throws {
    let search = try Lexicon.shared(.search)
    #expect(search.form == .search && lexicon.form == .original)
    #expect(search.contains("数据") && !search.contains("數據") && lexicon.contains("數據"))
    #expect(search.wordCount < lexicon.wordCount && search.wordCount > 270_000)
    #expect(search.fingerprint != lexicon.fingerprint)
  }

  @Test func cachedLexiconIsTheSame() throws {
    let cache = cache(folder.path)
    #expect(cache.read(lexicon.fingerprint) == nil)
    cache.write(lexicon)
    let read = try #require(cache.read(lexicon.fingerprint))
    #expect(read.bytes.elementsEqual(lexicon.bytes))
    #expect(cache.read("another") == nil)
  }

  /// Whatever happened to the file, it is not used, and the next write mends it.
  @Test func damagedCacheIsNotUsed() throws {
    let cache = cache(folder.path)
    cache.write(lexicon)
    let path = try #require(cache.path(lexicon.fingerprint))
    let bytes = try TestData.bytes(path)
    var flipped = bytes
    flipped[bytes.count / 2] ^= 1
    var wrongSize = bytes
    wrongSize[20] ^= 0xFF
    for damaged in [[], Array(bytes.prefix(10)), bytes.dropLast(8), flipped, wrongSize] {
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      #expect(cache.read(lexicon.fingerprint) == nil)
    }
    cache.write(lexicon)
    #expect(cache.read(lexicon.fingerprint) != nil)
  }

  @Test func cacheThatCannotBeWrittenIsNoError() throws {
    let file = try folder.write("x", to: "file")
    for path in [file, file + "/below", "/proc/none"] {
      cache(path).write(lexicon)
      #expect(cache(path).read(lexicon.fingerprint) == nil)
    }
    LexiconCache(CacheFolder { _ in nil }).write(lexicon)
  }

  @Test func removedWordsAreGone() throws {
    let ids = ["数据", "们"].compactMap { lexicon.id(of: $0.utf16) }
    #expect(ids.count == 2)
    let less = lexicon.removing(ids)
    #expect(
      !less.contains("数据") && !less.contains("们") && less.contains("数据库") == lexicon.contains("数据库")
    )
    #expect(less.contains("讨论") && less.contains("我") && lexicon.contains("数据"))
  }

  /// A sample that the rules of another ICU would cut otherwise is noticed.
  @Test func checkComparesWithICU() throws {
    #expect(try LexiconCheck.firstDifference(of: lexicon) == nil)
    let ids = ["讨论", "参数", "软件"].compactMap { lexicon.id(of: $0.utf16) }
    let difference = try LexiconCheck.firstDifference(of: lexicon.removing(ids))
    #expect(difference?.hasPrefix("我们在讨论") == true)
  }

  /// Published values of XXH64 with seed 0.
  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)])
  func hashIsXXH64(text: String, hash: UInt64) {
    #expect(XXHash64.hash(Array(text.utf8).span.bytes) == hash)
  }

  @Test func frequentWordsCostLess() {
    #expect(WordCost.ofFrequency(1) > WordCost.ofFrequency(1_000))
    #expect((1...254).contains(WordCost.ofFrequency(1e-30)))
    #expect((1...254).contains(WordCost.ofFrequency(1e30)))
    #expect(WordCost.ofEither(100, 100) < 100 && WordCost.ofEither(60, 250) <= 60)
  }
}
