import Foundation
import Transcripts
import Zimu

/// Walks the bytes as an archive in memory, and as a file whose members are episodes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArchives(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = ArchiveReader.isArchive(bytes)
  let limits = ArchiveReader.Limits(memberSize: 1 << 20)
  _ = try? ArchiveReader.withArchive(in: bytes, limits: limits) {
    (reader) throws(ArchiveError) in
    while let member = try reader.next() {
      let content = try reader.read(upTo: member.path.count.isMultiple(of: 2) ? 100 : .max)
      precondition(content.count <= limits.memberSize, "more than the limit")
    }
  }
  try! Data(bytes).write(to: URL(fileURLWithPath: file))
  readEpisodes(size: count)
  return 0
}

private let file =
  NSTemporaryDirectory() + "/zimu-fuzz-\(ProcessInfo.processInfo.processIdentifier).zip"

/// Each episode lies below the archive, and has files that no other one has.
private func readEpisodes(size: Int) {
  let path = FilePath(file)
  let archive = EpisodeFile(path: path, name: path.name, isNamed: false)
  guard
    let episodes = try? ArchiveEpisodes(
      archive, size: size, modified: 0, show: "", finder: EpisodeFinder())
  else { return }
  var seen: Set<FilePath> = []
  while let episode = try? episodes.nextEpisode(
    isIndexed: { $0.bytes.count.isMultiple(of: 7) },
    refusal: { Transcript.refusal(ofHead: $1, fileName: $0, encoding: nil, format: nil) })
  {
    precondition(!episode.files.isEmpty)
    for file in episode.files {
      precondition(file.path.bytes.starts(with: path.bytes + [UInt8(ascii: "/")]))
      precondition(!file.path.components.contains { $0.elementsEqual("..".utf8) })
      precondition(seen.insert(file.path).inserted, "twice")
      guard let bytes = file.content?.bytes else { continue }
      _ = try? Transcript.read(bytes, fileName: file.name.description)
    }
  }
}
