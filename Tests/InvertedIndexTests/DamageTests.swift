import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct DamageTests {
  let storage: MemoryStorage
  private let naive: NaiveIndex

  init() throws {
    var play = IndexPlay(seed: 51)
    for _ in 0..<5 {
      try play.change()
      try play.commit()
    }
    (storage, naive) = (play.storage, play.committed)
  }

  /// Whatever happens to the bytes of a file: an error, or the right answer.
  @Test func damageIsAnErrorOrARightAnswer() throws {
    var generator = SeededGenerator(seed: 52)
    for _ in 0..<1_500 {
      let files = storage.files
      let name = try #require(files.keys.sorted().randomElement(using: &generator))
      var bytes = files[name]!
      damage(&bytes, using: &generator)
      let copy = MemoryStorage()
      copy.files = files.merging([name: bytes]) { $1 }
      guard let index = try? IndexDirectory(copy).open() else { continue }
      // An answer that is not an error is right.
      if let texts = try? index.allTexts() {
        #expect(texts == naive.sorted.map(\.text))
      } else {
        #expect(!index.verify().isEmpty)
      }
      if let postings = try? index.allPostings() {
        #expect(postings == (try IndexDirectory(storage).open().allPostings()))
      }
    }
  }

  private func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let index = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0...2, using: &generator) {
    case 0: bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &generator)
    case 1: bytes.removeLast(bytes.count - index)
    default:
      let end = min(bytes.count, index + Int.random(in: 1...64, using: &generator))
      for index in index..<end { bytes[index] = 0 }
    }
  }

  /// Damage under right checksums, as an attacker would write it: an error or an answer, no crash.
  @Test func nothingCrashesBehindTheChecksums() throws {
    var generator = SeededGenerator(seed: 53)
    let segments = storage.files.filter { $0.key.hasPrefix("segment-") }.sorted { $0.key < $1.key }
    for _ in 0..<1_500 {
      var bytes = segments.randomElement(using: &generator)!.value
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 24..<bytes.count - 32, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      let contents = FileContents(copying: SegmentSeal.sealed(bytes), path: "x")
      guard let segment = try? SegmentReader(contents) else { continue }
      _ = SegmentCheck.faults(of: segment)
      let live = LiveSegment(segment)
      let index = IndexReader(Manifest(settings: IndexSettings([:])), [live, live], generation: 1)
      _ = try? index.allPostings()
      _ = try? index.allTexts()
    }
  }
}

extension DamageTests {
  /// A byte of a section is changed under right checksums: the byte that an error names lies in that
  /// section, and where decoding fails a byte is named.
  @Test(arguments: [
    (SegmentFormat.Section.records, 100), (.words, 100), (.postings, 100), (.characterTerms, 50),
  ])
  func errorsNameAByteOfTheDamagedSection(section: SegmentFormat.Section, least: Int) throws {
    var generator = SeededGenerator(seed: 55)
    let segments = storage.files.filter { $0.key.hasPrefix("segment-") }.sorted { $0.key < $1.key }
    var named = 0
    for _ in 0..<1_000 {
      var bytes = segments.randomElement(using: &generator)!.value
      let whole = try SegmentFile(FileContents(copying: bytes, path: "x"))
      let place = try #require(
        (24..<bytes.count - 32).filter { whole.section(at: $0) == section }
          .randomElement(using: &generator))
      bytes[place] ^= .random(in: 1...255, using: &generator)
      let contents = FileContents(copying: SegmentSeal.sealed(bytes), path: "x")
      let segment = try SegmentReader(contents)
      for error in errors(of: segment) {
        #expect(error.file == "x")
        guard let offset = error.byteOffset else { continue }
        named += 1
        // A part that ends too early ends where the section may.
        let isInside = segment.file.section(at: offset) == section
        #expect(isInside || segment.file.section(at: offset - 1) == section, "\(error), \(place)")
      }
    }
    #expect(named >= least)
  }

  /// What decoding every part of a segment by itself throws.
  private func errors(of segment: SegmentReader) -> [IndexError] {
    var errors: [IndexError] = []
    func note(_ body: () throws(IndexError) -> Void) {
      do throws(IndexError) { try body() } catch { errors.append(error) }
    }
    for episode in 0..<segment.counts.episodes {
      note { () throws(IndexError) in _ = try segment.record(of: episode) }
      note { () throws(IndexError) in
        let stream = try segment.stream(of: episode)
        _ = try (stream.spellings(), stream.localStream())
        try stream.forEachJoiner { _ in }
        _ = try segment.words(of: episode).cues()
      }
    }
    for term in 0..<segment.counts.terms {
      note { () throws(IndexError) in
        var cursor = try segment.cursor(of: term)
        var positions: [UInt32] = []
        while cursor.episode != PostingsCursor.end {
          try cursor.appendPositions(to: &positions)
          try cursor.next()
        }
      }
    }
    for character in UInt32(0x4E00)...0x9FFF {
      note { () throws(IndexError) in _ = try segment.characters.terms(with: character) }
    }
    return errors
  }

  /// Damage that opening finds is named by its byte too.
  @Test func errorsOfHeadersNameTheirByte() throws {
    for (name, bytes) in storage.files where bytes.count > 32 {
      for place in [0, 13, bytes.count - 1] {
        var bytes = bytes
        bytes[place] ^= 0x55
        let copy = MemoryStorage()
        copy.files = storage.files.merging([name: bytes]) { $1 }
        let error = #expect(throws: IndexError.self, "\(name) \(place)") {
          let index = try IndexDirectory(copy).open()
          _ = try index.lexicon()
        }
        #expect(error?.code != .corrupt || error?.byteOffset != nil, "\(name) \(place)")
      }
    }
  }

  /// The same for every other file of an index: manifests, lexicons, locks, lists beside it.
  @Test func nothingCrashesBehindTheOtherChecksums() throws {
    var generator = SeededGenerator(seed: 54)
    let files = storage.files.filter { !$0.key.hasPrefix("segment-") }
    #expect(files.keys.contains { $0.hasPrefix("lexicon-") })
    for _ in 0..<1_500 {
      let name = files.keys.sorted().randomElement(using: &generator)!
      var bytes = files[name]!
      guard bytes.count > 20 else { continue }
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 8..<bytes.count, using: &generator)] =
          .random(in: 0...255, using: &generator)
      }
      let copy = MemoryStorage()
      copy.files = storage.files.merging([name: FileSeal.sealed(bytes, name)]) { $1 }
      let directory = IndexDirectory(copy)
      _ = directory.size
      guard let index = try? directory.open() else { continue }
      _ = index.verify()
      _ = try? index.statistics()
      _ = try? index.allTexts()
      _ = try? index.allPostings()
      _ = index.settings["segmentation"]
      let writer = try? IndexWriter(directory, settings: index.settings)
      _ = try? writer?.commit(optimizing: true)
    }
  }
}

/// Gives the bytes of a manifest or a lexicon right checksums.
enum FileSeal {
  static func sealed(_ bytes: [UInt8], _ name: String) -> [UInt8] {
    var bytes = bytes
    if name.hasPrefix(IndexFormat.manifestPrefix) {
      bytes.removeLast(8)
      bytes.appendInteger(bytes.hash64)
    } else if name.hasPrefix(IndexFormat.lexiconPrefix) {
      let block = SegmentFormat.blockLength
      let blocks = (bytes.count - 20 + block + 7) / (block + 8)
      let stored = Array(bytes.dropFirst(20 + 8 * blocks))
      bytes.removeLast(bytes.count - 20)
      for start in stride(from: 0, to: stored.count, by: block) {
        bytes.appendInteger(Array(stored[start..<min(start + block, stored.count)]).hash64)
      }
      bytes += stored
    }
    return bytes
  }
}

/// Gives the bytes of a segment right checksums, wherever its footer says that they are.
enum SegmentSeal {
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let footer = bytes.count - SegmentFormat.footerLength
    guard footer > 24 else { return bytes }
    let offset = Int(clamping: integer(bytes, footer))
    let header = 8 * SegmentCounts.fieldCount + 16 * SegmentFormat.Section.allCases.count
    guard offset < footer, offset + header < footer else { return bytes }
    for (block, place) in stride(from: offset + header, to: footer - 7, by: 8).enumerated() {
      let start = block << 16
      guard start < offset else { break }
      set(&bytes, place, Array(bytes[start..<min(start + 1 << 16, offset)]).hash64)
    }
    set(&bytes, footer + 16, Array(bytes[offset..<footer]).hash64)
    return bytes
  }

  private static func integer(_ bytes: [UInt8], _ place: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
  }

  private static func set(_ bytes: inout [UInt8], _ place: Int, _ value: UInt64) {
    for index in 0..<8 {
      bytes[place + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
    }
  }
}

extension IndexReader {
  func allTexts() throws -> [String] {
    try (0..<episodeCount).map { episode in
      _ = try tokens(of: episode)
      _ = try cues(of: episode)
      _ = try joints(of: episode)
      _ = try joiners(of: episode)
      return try text(of: episode)[...].string
    }
  }

  func allPostings() throws -> [String: [Posting]] {
    var postings: [String: [Posting]] = [:]
    for term in 0..<(try termCount) {
      _ = try displaySpelling(of: term)
      postings[try key(of: term).string] = try self.postings(of: term)
    }
    return postings
  }
}
