import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct CodecTests {
  /// Random values of random widths, the widest ones at times.
  private static func values(_ count: Int, using generator: inout SeededGenerator) -> [UInt32] {
    let width = Int.random(in: 0...32, using: &generator)
    return (0..<count).map { _ in
      UInt32(truncatingIfNeeded: generator.next() & (UInt64(1) << UInt64(width) - 1))
    }
  }

  @Test func blocksComeBack() throws {
    var generator = SeededGenerator(seed: 61)
    for _ in 0..<600 {
      let count = Int.random(in: 1...PackedBlock.length, using: &generator)
      let values = Self.values(count, using: &generator)
      var bytes: [UInt8] = [9, 9, 9]
      var encoded = ScratchList<UInt8>()
      values.withUnsafeBufferPointer { PackedBlock.encode($0, into: &encoded) }
      bytes += encoded.elements
      let end = bytes.count
      if Bool.random(using: &generator) { bytes += [1, 2, 3] }
      #expect(try Self.decoded(bytes, count) == values + [UInt32(end)])
      let short = Array(bytes.prefix(Int.random(in: 3..<end, using: &generator)))
      #expect(throws: IndexError.self) { try Self.decoded(short, count) }
    }
  }

  /// The values, and where the block ends.
  private static func decoded(
    _ bytes: [UInt8], _ count: Int
  ) throws -> [UInt32] {
    var values = [UInt32](repeating: 0, count: count)
    let end = try bytes.lend { (bytes) throws(IndexError) in
      try PackedBlock.decode(bytes, at: 3, count: count, into: &values)
    }
    return values + [UInt32(end)]
  }

  @Test func packedValuesCanBeReadOneByOne() {
    var generator = SeededGenerator(seed: 62)
    for _ in 0..<300 {
      let values = Self.values(Int.random(in: 1...300, using: &generator), using: &generator)
      let width = BitPacking.width(of: values.reduce(0, |))
      var bytes: [UInt8] = []
      values.withUnsafeBufferPointer { BitPacking.pack($0, width: width, into: &bytes) }
      #expect(bytes.count == BitPacking.size(values.count, width: width))
      bytes.withUnsafeBytes { bytes in
        for (index, value) in values.enumerated() {
          #expect(BitPacking.value(bytes, at: index, width: width) == value)
        }
      }
    }
  }

  @Test func ascendingListsComeBack() throws {
    var generator = SeededGenerator(seed: 63)
    for _ in 0..<300 {
      let bound = Int.random(
        in: 0...1 << Int.random(in: 0...40, using: &generator), using: &generator)
      let count = Int.random(in: 0...2_000, using: &generator)
      let values = (0..<count).map { _ in Int.random(in: 0...bound, using: &generator) }.sorted()
      var bytes: [UInt8] = []
      EliasFano.encode(values, bound: bound, into: &bytes)
      try bytes.lend { (bytes) throws(IndexError) in
        let list = try EliasFano(bytes, count: count, bound: bound)
        #expect(list.size == bytes.count)
        #expect(try list.values() == values)
        #expect(values.indices.allSatisfy { list[$0] == values[$0] })
        #expect(
          values.indices.allSatisfy {
            list.bounds(at: $0) == ($0 == 0 ? 0 : values[$0 - 1], values[$0])
          })
        let limit = Int.random(in: 0...bound, using: &generator)
        #expect(list.countUpTo(limit) == values.count { $0 <= limit })
      }
    }
  }

  /// A cursor that seeks stands where one that walks would.
  @Test func cursorsSeekAsTheyWalk() throws {
    var generator = SeededGenerator(seed: 64)
    let storage = MemoryStorage()
    let writer = try IndexWriter(
      IndexDirectory(storage), settings: IndexSettings([:]), memory: 1 << 30)
    let encoder = EpisodeEncoder(id: 0)
    for number in 0..<1_000 {
      let words = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        PlainEpisode.Word(["a", "b", "c", "d"].randomElement(using: &generator)!)
      }
      let path = FilePath("/\(10_000 + number)")
      try writer.add(PlainEpisode(path: path, cues: [.init(words)]).encoded(by: encoder))
    }
    try writer.commit()
    let segment = try IndexDirectory(storage).open().segments[0].segment
    for term in 0..<segment.counts.terms {
      let all = try Self.walk(try segment.cursor(of: term))
      for _ in 0..<50 {
        var cursor = try segment.cursor(of: term)
        var target = 0
        while cursor.episode != PostingsCursor.end {
          target += Int.random(in: 0...400, using: &generator)
          try cursor.seek(to: target)
          let expected = all.first { $0.episode >= target }
          #expect(cursor.episode == expected?.episode ?? PostingsCursor.end)
          guard expected != nil else { continue }
          var positions: [UInt32] = []
          try cursor.appendPositions(to: &positions)
          #expect(try positions == expected?.positions && cursor.frequency == positions.count)
        }
      }
    }
  }

  private static func walk(
    _ start: PostingsCursor
  ) throws -> [(episode: Int, positions: [UInt32])] {
    var (cursor, all) = (start, [(episode: Int, positions: [UInt32])]())
    while cursor.episode != PostingsCursor.end {
      var positions: [UInt32] = []
      try cursor.appendPositions(to: &positions)
      all.append((cursor.episode, positions))
      try cursor.next()
    }
    return all
  }

  @Test func compressedBytesComeBack() throws {
    var generator = SeededGenerator(seed: 65)
    for count in [0, 1, 10, 5_000, 100_000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...9, using: &generator) }
      var stored: [UInt8] = [7]
      let size = bytes.withUnsafeBytes { Zstandard.compress($0, level: 1, into: &stored) }
      #expect(stored.count == 1 + size)
      try stored.lend { (stored) throws(IndexError) in
        let part = stored.part(1..<stored.count)
        #expect(try Zstandard.decompress(part, length: count) == bytes)
      }
      #expect(throws: IndexError.self) {
        try stored.lend { (stored) throws(IndexError) in
          _ = try Zstandard.decompress(stored.part(1..<stored.count), length: count + 1)
        }
      }
    }
  }
}
