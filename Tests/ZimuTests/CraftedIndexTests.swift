import Hashing
import Indexing
import TestSupport
import Testing
import Zimu

@testable import InvertedIndex

/// Indexes whose checksums are right and whose contents are not.
@Suite struct CraftedIndexTests {
  private let folder: TemporaryFolder
  private var index: String { folder.path + "/index" }

  init() async throws {
    folder = try TemporaryFolder()
    try folder.write("主席：我們討論數據\n委員：AI 很好\n", to: "talks/2024-01 一.txt")
    let options = IndexingOptions(paths: [folder.path + "/talks"], indexPath: index)
    _ = try await IndexingRun(options).run()
  }

  /// Puts another lexicon into the index, as if another ICU had made it, so that it is what searches
  /// use.
  private func craft(fingerprint: Bool = true, _ change: (inout [UInt8]) -> Void) throws {
    let directory = IndexDirectory(index)
    let state = try #require(try directory.load())
    var image = try StoredLexicon.image(of: #require(state.lexicon))
    change(&image)
    var settings = state.manifest.settings
    let name = try #require(settings["segmentation"])
    let other = name.replacing("icu-", with: "ICU-")
    if let place = image.firstRange(of: Array(name.utf8)), fingerprint {
      image.replaceSubrange(place, with: Array(other.utf8))
    }
    settings = IndexSettings([
      "search-form": settings["search-form"]!, "segmentation": other,
      "user-dictionary": settings["user-dictionary"]!, "user-words": settings["user-words"]!,
    ])
    let hash = XXHash64.hash(Array(image[16...]).span.bytes)
    for byte in 0..<8 { image[8 + byte] = UInt8(truncatingIfNeeded: hash >> UInt64(8 * byte)) }
    let stored = StoredLexicon(compressing: image)
    var manifest = state.manifest
    (manifest.settings, manifest.lexicon) = (settings, stored.hash)
    try folder.write(
      stored.bytes, to: "index/" + IndexFormat.name(IndexFormat.lexiconPrefix, stored.hash))
    try folder.write(
      manifest.bytes,
      to: "index/" + IndexFormat.name(IndexFormat.manifestPrefix, state.generation + 1))
  }

  /// What verifying says, which must be about the lexicon; a search fails with the same.
  private func expectDamage(_ name: String) throws {
    let faults = try TranscriptIndex.verify(at: index).faults
    #expect(faults.count == 1 && faults[0].file?.contains("/lexicon-") == true, "\(name)")
    let error = #expect(throws: ZimuError.self, "\(name)") {
      try TranscriptIndex(at: index).search("word:数据")
    }
    #expect(error?.code == .indexDamaged && error?.file == faults.first?.file)
    #expect(error?.byteOffset == faults.first?.byteOffset)
  }

  @Test func otherLexiconsAreUsed() throws {
    try craft { _ in }
    #expect(try TranscriptIndex.verify(at: index).faults.isEmpty)
    #expect(try TranscriptIndex(at: index).search("word:数据").hits.count == 1)
  }

  @Test func verifyFindsRulesThatLeadOutside() throws {
    let start = 48 + 65_536 * 8
    try craft { image in
      let counts = (0..<4).map { number in
        (0..<4).reduce(0) { $0 | Int(image[16 + 4 * number + $1]) << (8 * $1) }
      }
      let (slots, blocks) = (counts[1], counts[2])
      let padded = { (size: Int) in (size + 7) & ~7 }
      let rules = start + padded(slots * 4) + padded(slots * 2) + 8_192 + blocks * 256
      // A state that is not there, after whatever begins a word.
      for place in stride(from: rules + 512, to: rules + 1_024, by: 2) { image[place] = 0xFE }
    }
    try expectDamage("a state beyond the states")
  }

  @Test func verifyFindsBlocksThatAreNotThere() throws {
    try craft { image in
      let slots = (0..<4).reduce(0) { $0 | Int(image[20 + $1]) << (8 * $1) }
      let padded = { (size: Int) in (size + 7) & ~7 }
      let blocks = 48 + 65_536 * 8 + padded(slots * 4) + padded(slots * 2)
      for place in blocks..<blocks + 8_192 { image[place] = 0xFF }
    }
    try expectDamage("a block beyond the blocks")
  }

  @Test func verifyFindsALexiconThatIsNotTheOneNamed() throws {
    try craft(fingerprint: false) { _ in }
    try expectDamage("another lexicon")
  }

  @Test func verifyFindsWhatIsNoLexicon() throws {
    try craft { $0 = Array("no lexicon, but some bytes in its place".utf8) }
    try expectDamage("no lexicon")
  }

  /// A block that is read only to answer a filter is damaged: that is an error, not an answer.
  @Test func damageInsideAFilterIsNoAnswer() async throws {
    let lines = (0..<8_000).map { "主席：第\($0)次討論數據\n委員：AI 很好\n" }
    try folder.write(lines.joined(), to: "talks/2024-02 二.txt")
    let options = IndexingOptions(paths: [folder.path + "/talks"], indexPath: index)
    _ = try await IndexingRun(options).run()
    let filter = "speaker:\"\""
    #expect(try TranscriptIndex(at: index).episodes(where: filter).isEmpty)
    for name in try folder.contents(of: "index").sorted() where name.hasPrefix("segment-") {
      var bytes = try TestData.bytes("\(index)/\(name)")
      guard bytes.count > 1 << 16 else { continue }
      // The words of episodes come first.
      bytes[40] ^= 1
      try folder.write(bytes, to: "index/\(name)")
    }
    let damaged = try TranscriptIndex(at: index)
    #expect(throws: ZimuError.self) { try damaged.episodes(where: filter) }
    #expect(throws: ZimuError.self) { try damaged.search("數據 \(filter)") }
  }
}
