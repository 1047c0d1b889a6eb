import FilePaths
import InvertedIndex
import Testing

@Suite struct EpisodeIDTests {
  /// The value of the specification's reference implementation.
  @Test func idsAreTheHashOfThePath() {
    #expect(EpisodeID(FilePath("")).description == "ef46db3751d8e999")
    #expect(EpisodeID(FilePath("a")).description == "d24ec4f1a98c6e5b")
    // Bytes, not characters: what looks the same has another id.
    #expect(EpisodeID(FilePath("\u{30AC}")) != EpisodeID(FilePath("\u{30AB}\u{3099}")))
    #expect(EpisodeID(FilePath(bytes: [0xCE, 0xD2])) != EpisodeID(FilePath(bytes: [0xCE, 0xD3])))
  }

  @Test func idsAreReadAsTheyAreWritten() {
    for number in 0..<2_000 {
      let id = EpisodeID(FilePath("/talks/\(number).txt"))
      #expect(id.description.utf8.count == 16 && EpisodeID(id.description) == id)
      #expect(EpisodeID(id.description.uppercased()) == id)
    }
    for text in [
      "", "12", "+123456789abcdef", "0123456789abcdef0", "0123456789abcdeg", "0123456789abcdé",
    ] {
      #expect(EpisodeID(text) == nil, "\(text)")
    }
  }
}
