import Transcripts
import Zimu

private let extensions = ["csv", "tsv", "jsonl", "json"]

/// Cuts the bytes as a table into episodes, and reads each: of the first byte two bits choose the extension, and
/// one whether the column of episodes is named.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTables(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return 0 }
  let name = "table.\(extensions[Int(first & 3)])"
  let column = first & 4 == 0 ? nil : "id"
  let content = Array(bytes.dropFirst())
  _ = EpisodeTable.isLikely(Array(content.prefix(64)), fileName: name, column: column)
  guard
    let table = try? EpisodeTable(content, fileName: name, encoding: nil, column: column)
  else { return 0 }
  precondition(table.episodes.count > 1)
  for (episode, next) in zip(table.episodes, table.episodes.dropFirst()) {
    precondition(episode.path < next.path, "not in order")
  }
  for episode in table.episodes {
    precondition(!episode.path.components.contains { $0.elementsEqual("..".utf8) })
    let name = table.name(of: episode).description
    _ = try? Transcript.read(table.bytes(of: episode), fileName: name)
  }
  return 0
}
