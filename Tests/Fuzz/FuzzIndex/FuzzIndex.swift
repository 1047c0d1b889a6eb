import Foundation
import Hashing
import InvertedIndex
import TranscriptSearch
import Zimu

/// Damages a file of an index under right checksums, and reads all that the index has.
///
/// The first byte chooses the file: a segment, whose bytes follow whole, or the manifest, the phrases or
/// the lexicon of the index in the folder `ZIMU_FUZZ_INDEX`, to which changes follow. The lexicon takes a
/// hundred times as long as the others, so that its turn comes seldom.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzIndex(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  guard let kind = input.first else { return 0 }
  switch kind & 15 {
  case 0..<8: readSegment(sealed(Array(input.dropFirst())))
  case 8..<12: read(copy, with: "manifest-", changed(by: input.dropFirst(), sealManifest))
  case 12..<15: read(copy, with: "derived-", changed(by: input.dropFirst(), sealPhrases))
  default:
    read(copy, with: "lexicon-", changed(by: input.dropFirst(), sealLexicon)) {
      _ = try? TranscriptIndex.verify(at: $0)
    }
  }
  return 0
}

// MARK: A segment

private func readSegment(_ bytes: [UInt8]) {
  guard let index = try? IndexReader(segment: bytes, path: "fuzz") else { return }
  _ = index.verify()
  for episode in 0..<min(1_000, index.episodeCount) {
    _ = try? index.tokens(of: episode)
    _ = try? index.cues(of: episode)
    _ = try? index.joiners(of: episode)
  }
  for term in 0..<min(1_000, (try? index.termCount) ?? 0) {
    _ = try? index.postings(of: term)
    _ = try? index.displaySpelling(of: term)
    _ = (try? index.key(of: term)).map { try? index.term(withKey: $0) }
  }
  try? search(index)
}

/// Everything may match.
private struct Everything: CueFilter {
  var isEverything: Bool { true }
  var usesSpeakers: Bool { false }
  func includes(_ episode: Int, _ speaker: Int?) -> Bool { true }
  func includesAny(of episode: Int) -> Bool { true }
  func matches(_ filter: FieldFilter, _ episode: Int) -> Bool { true }
}

private let queries = [
  "数", "我们讨论", "们讨", "数据 OR ai", "a*", "word:\"我们 讨论\"", "NEAR/2(我 数)", "\"据，ai\"",
]

/// Asks for texts, words and prefixes, and where they stand.
private func search(_ index: IndexReader) throws {
  let searcher = try Searcher(index, userKind: WordKind.user.rawValue) {
    $0.split(separator: " ").map { Array($0.utf8) }
  }
  for query in queries {
    let run = try PreparedQuery(
      query, SearchState(searcher), fold: { $0 }, filter: { _, _ in Everything() })
    _ = try? run.top(3)
    for found in (try? run.episodes()) ?? [] {
      guard let details = try? run.details(of: found.episode) else { continue }
      for cue in (try? run.cues(of: found.episode)) ?? [] {
        for match in cue.matches { _ = try? details.range(of: match) }
      }
    }
  }
}

// MARK: The other files

/// The files of the index that others are made of, by name.
private let original: [String: [UInt8]] = {
  let folder = ProcessInfo.processInfo.environment["ZIMU_FUZZ_INDEX"]!
  let names = try! FileManager.default.contentsOfDirectory(atPath: folder)
  return Dictionary(
    uniqueKeysWithValues: names.map {
      ($0, Array(try! Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)"))))
    })
}()

/// A copy of the index, in which files are replaced.
private let copy: String = {
  let folder = NSTemporaryDirectory() + "/zimu-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
  try! FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  for name in original.keys { write(name, original[name]!, in: folder) }
  return folder
}()

private func write(_ name: String, _ bytes: [UInt8], in folder: String) {
  try! Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
}

/// Four bytes a change: three for the place, whose highest bit cuts the file there, and the value.
private func changed(
  by changes: Slice<UnsafeBufferPointer<UInt8>>, _ seal: @escaping (inout [UInt8]) -> Void
) -> (inout [UInt8]) -> Void {
  { bytes in
    let changes = Array(changes.prefix(64))
    for start in stride(from: 0, to: changes.count - 3, by: 4) where !bytes.isEmpty {
      let number = Int(changes[start]) << 16 | Int(changes[start + 1]) << 8
      let place = (number | Int(changes[start + 2])) & 0x7F_FFFF
      if number >> 23 == 1 {
        bytes.removeLast(bytes.count - place % bytes.count)
      } else {
        bytes[place % bytes.count] = changes[start + 3]
      }
    }
    seal(&bytes)
  }
}

/// Reads an index with a changed file, and puts the file back.
private func read(
  _ folder: String, with prefix: String, _ change: (inout [UInt8]) -> Void,
  verify: (String) -> Void = { _ in }
) {
  let name = original.keys.first { $0.hasPrefix(prefix) }!
  var bytes = original[name]!
  change(&bytes)
  write(name, bytes, in: folder)
  defer { write(name, original[name]!, in: folder) }
  verify(folder)
  guard let index = try? TranscriptIndex(at: folder) else { return }
  for query in queries { _ = try? index.search(query) }
  _ = try? index.phrases(PhrasesRequest())
  _ = try? index.terms(TermsRequest())
  _ = try? index.episodes(where: "show:a")
}

// MARK: Checksums

private func sealManifest(_ bytes: inout [UInt8]) {
  guard bytes.count > 8 else { return }
  set(&bytes, bytes.count - 8, XXHash64.hash(Array(bytes.dropLast(8)).span.bytes))
}

private func sealPhrases(_ bytes: inout [UInt8]) {
  guard bytes.count > 8 else { return }
  set(&bytes, 0, XXHash64.hash(Array(bytes.dropFirst(8)).span.bytes))
}

private func sealLexicon(_ bytes: inout [UInt8]) {
  let (header, block) = (20, 1 << 16)
  guard bytes.count > header else { return }
  let blocks = (bytes.count - header + block + 7) / (block + 8)
  let stored = header + 8 * blocks
  for number in 0..<blocks where stored + number * block < bytes.count {
    let start = stored + number * block
    let part = Array(bytes[start..<min(start + block, bytes.count)])
    set(&bytes, header + 8 * number, XXHash64.hash(part.span.bytes))
  }
}

/// The bytes of a segment with the checksums of header, blocks and contents set right.
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
