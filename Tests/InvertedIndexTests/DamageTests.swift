import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct DamageTests {
  private let bytes: [UInt8]

  init() throws {
    var generator = SeededGenerator(seed: 21)
    var naive = NaiveIndex.random(using: &generator)
    while naive.episodes.count < 4 { naive = NaiveIndex.random(using: &generator) }
    bytes = IndexWriter(try naive.builder()).bytes()
  }

  private func code(_ bytes: [UInt8]) -> IndexError.Code? {
    do throws(IndexError) {
      _ = try IndexReader(bytes, path: "x/index.zimu")
      return nil
    } catch {
      return error.code
    }
  }

  @Test func everyChangedByteIsNoticed() {
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x10
      #expect(code(damaged) != nil, "byte \(index)")
    }
  }

  @Test func everyTruncationIsNoticed() {
    for count in bytes.indices { #expect(code(Array(bytes.prefix(count))) == .corrupt) }
  }

  @Test func newerVersionsAreRefusedByName() throws {
    var newer = bytes
    newer[8] = 99
    let error = #expect(throws: IndexError.self) { try IndexReader(newer, path: "x/index.zimu") }
    #expect(error?.code == .unsupportedVersion)
    #expect(error?.message.contains("index format 99") == true)
  }

  /// Damage under a right checksum, as an attacker would write it: an error or an answer, no crash.
  @Test func nothingCrashesBehindTheChecksum() {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<4_000 {
      var damaged = Array(bytes.dropLast(4))
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 16..<damaged.count, using: &generator)
        damaged[index] = UInt8.random(in: 0...255, using: &generator)
      }
      var writer = ByteWriter()
      writer.append(damaged)
      writer.integer(CRC32C.checksum(damaged.span))
      readAll(writer.bytes)
    }
  }

  private func readAll(_ bytes: [UInt8]) {
    guard let index = try? IndexReader(bytes, path: "x") else { return }
    for episode in index.episodes.indices {
      _ = try? index.tokens(of: episode)
      _ = try? index.cues(of: episode)
      _ = try? index.text(of: episode)
    }
    for term in 0..<index.termCount {
      _ = try? index.postings(of: term)
      _ = index.displaySpelling(of: term)
      _ = index.term(withKey: index.key(of: term))
    }
  }
}
