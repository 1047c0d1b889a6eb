import Hashing
import Zimu

/// Opens the bytes as a segment of an index, under right checksums, and reads all of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzIndex(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = sealed(Array(UnsafeBufferPointer(start: start, count: count)))
  guard let index = try? IndexReader(segment: bytes, path: "fuzz") else { return 0 }
  _ = index.verify()
  for episode in 0..<min(1_000, index.episodeCount) {
    _ = try? index.tokens(of: episode)
    _ = try? index.cues(of: episode)
  }
  for term in 0..<min(1_000, (try? index.termCount) ?? 0) {
    _ = try? index.postings(of: term)
    _ = try? index.displaySpelling(of: term)
    _ = (try? index.key(of: term)).map { try? index.term(withKey: $0) }
  }
  try? search(index)
  return 0
}

/// Everything may match.
private struct Everything: CueFilter {
  var isEverything: Bool { true }
  var usesSpeakers: Bool { false }
  func includes(_ episode: Int, _ speaker: Int?) -> Bool { true }
  func includesAny(of episode: Int) -> Bool { true }
  func matches(_ filter: FieldFilter, _ episode: Int) -> Bool { true }
}

/// Asks for texts, words and prefixes, and where they stand.
private func search(_ index: IndexReader) throws {
  let search = try IndexSearch(index, userKind: WordKind.user.rawValue) {
    $0.split(separator: " ").map { Array($0.utf8) }
  }
  let queries = [
    "数", "我们讨论", "们讨", "数据 OR ai", "a*", "word:\"我们 讨论\"", "NEAR/2(我 数)", "\"据，ai\"",
  ]
  for query in queries {
    let run = try QueryRun(query, in: search, fold: { $0 }, filter: { _, _ in Everything() })
    _ = try? run.top(3)
    for found in (try? run.episodes()) ?? [] {
      guard let details = try? run.details(of: found.episode) else { continue }
      for cue in (try? run.cues(of: found.episode)) ?? [] {
        for match in cue.matches { _ = details.range(of: match) }
      }
    }
  }
}

/// The bytes with the checksums of header, blocks and contents set right.
private func sealed(_ bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  let footer = bytes.count - 32
  guard footer > 24 else { return bytes }
  set(&bytes, 16, XXHash64.hash(Array(bytes[..<16]).span.bytes))
  let offset = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[footer + $1]) << UInt64(8 * $1) }
  // Five counts and two numbers for each of nineteen sections stand before the checksums.
  guard offset < UInt64(footer), Int(offset) + 344 < footer else { return bytes }
  var place = Int(offset) + 344
  for block in stride(from: 0, to: Int(offset), by: 1 << 16) where place + 8 <= footer {
    let end = min(block + 1 << 16, Int(offset))
    set(&bytes, place, XXHash64.hash(Array(bytes[block..<end]).span.bytes))
    place += 8
  }
  set(&bytes, footer + 16, XXHash64.hash(Array(bytes[Int(offset)..<footer]).span.bytes))
  return bytes
}

private func set(_ bytes: inout [UInt8], _ place: Int, _ value: UInt64) {
  for index in 0..<8 {
    bytes[place + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
  }
}
