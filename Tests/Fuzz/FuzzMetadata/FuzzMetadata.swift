import Transcripts
import Zimu

/// Reads the bytes as what says something of episodes besides their content; the first byte chooses what: a table, a
/// feed, a file of yt-dlp, the name of a file, or a pattern with a path behind a line feed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMetadata(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return 0 }
  let content = Array(bytes.dropFirst())
  switch first % 5 {
  case 0: if let table = try? MetadataTable(content, fileName: "metadata.csv") { check(table) }
  case 1: if let feed = try? Feed(content, fileName: "feed.xml") { check(feed) }
  case 2: if let metadata = try? InfoFile.metadata(of: content) { check(metadata) }
  case 3: check(nameOf: String(decoding: content, as: UTF8.self))
  default: match(content)
  }
  return 0
}

private func check(_ table: MetadataTable) {
  var paths: Set<FilePath> = []
  for row in table.rows {
    precondition(!row.path.bytes.isEmpty && paths.insert(row.path).inserted, "no path of its own")
    check(row.metadata)
  }
}

private func check(_ feed: Feed) {
  for (item, next) in zip(feed.items, feed.items.dropFirst()) {
    precondition(item.line <= next.line, "lines go back")
  }
  for item in feed.items { check(item.metadata) }
}

private func check(_ metadata: TranscriptMetadata) {
  precondition(isDateOrEmpty(metadata.date), "no date")
  precondition(metadata.tags.allSatisfy { !$0.name.isEmpty && !$0.value.isEmpty }, "an empty tag")
}

/// A year, a month or a day, or nothing.
private func isDateOrEmpty(_ text: String) -> Bool {
  let numbers = text.split(separator: "-", omittingEmptySubsequences: false)
  return text.isEmpty
    || (1...3).contains(numbers.count) && numbers.allSatisfy { UInt($0) != nil }
      && zip(numbers, [4, 2, 2]).allSatisfy { $0.utf8.count == $1 }
}

private func check(nameOf file: String) {
  for dates in [FolderDates(), .shortDays, .years] {
    let name = EpisodeName(fileName: file, folderDates: dates)
    precondition(isDateOrEmpty(name.date), "no date")
    precondition(file.isEmpty || !name.title.isEmpty, "no title")
  }
}

private func match(_ bytes: [UInt8]) {
  let lines = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
  guard lines.count == 2, let pattern = NamePattern(String(decoding: lines[0], as: UTF8.self))
  else { return }
  let path = String(decoding: lines[1], as: UTF8.self)
  if let metadata = pattern.metadata(ofPath: path.split(separator: "/").map(String.init)) {
    check(metadata)
  }
}
