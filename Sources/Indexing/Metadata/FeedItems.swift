import FilePaths
import InvertedIndex
import Transcripts

/// The items of feeds, by what shows a file to be theirs.
struct FeedItems: Sendable {
  private(set) var entries: [MetadataEntry] = []
  private var transcripts: [String: Int] = [:]
  /// By the names of transcripts and recordings, and by guid.
  private var names: [String: Int] = [:]
  /// Titles and numbers of one item alone; others have -1.
  private var titles: [String: Int] = [:]
  private var numbers: [Int: Int] = [:]

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ feed: Feed, at file: FilePath) {
    for item in feed.items {
      let number = entries.count
      let name = item.metadata.title.isEmpty ? item.guid : item.metadata.title
      entries.append(
        MetadataEntry(file: file, line: item.line, name: name, metadata: item.metadata))
      for address in item.transcripts {
        for name in Self.names(of: address) { transcripts[name] = transcripts[name] ?? number }
      }
      for address in [item.enclosure, item.guid] {
        for name in Self.names(of: address) { names[name] = names[name] ?? number }
      }
      let title = Self.plain(item.metadata.title)
      if !title.isEmpty { titles[title] = titles[title] == nil ? number : -1 }
      guard let episode = item.metadata.number else { continue }
      numbers[episode] = numbers[episode] == nil ? number : -1
    }
  }

  /// The item of a file: by the name of a transcript or recording, by guid, by title, by number.
  func entry(of file: FilePath, named name: EpisodeName) -> Int? {
    if entries.isEmpty { return nil }
    let keys = Self.names(of: file)
    if let found = keys.lazy.compactMap({ transcripts[$0] ?? names[$0] }).first { return found }
    if let found = titles[Self.plain(name.title)], found >= 0 { return found }
    return name.number.flatMap { numbers[$0] }.flatMap { $0 < 0 ? nil : $0 }
  }

  /// The item that names a file as one of its transcripts.
  func entry(ofTranscript file: FilePath) -> Int? {
    Self.names(of: file).lazy.compactMap { transcripts[$0] }.first
  }

  /// The name of a file, whole and without the endings that are known.
  private static func names(of file: FilePath) -> [String] {
    let name = file.name.description
    return [name, EpisodeName.bareStem(of: name)]
  }

  /// The names that the last part of an address may give a file.
  private static func names(of address: String) -> [String] {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard let last = path.split(separator: "/").last else { return [] }
    let name = FilePath(bytes: percentDecoded(last.utf8)).description
    return [name, EpisodeName.bareStem(of: name)]
  }

  private static func percentDecoded(_ text: Substring.UTF8View) -> [UInt8] {
    var (bytes, rest) = ([UInt8](), text[...])
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = UInt8(String(Substring(rest.prefix(2))), radix: 16) {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// A title without case, white space and punctuation.
  private static func plain(_ title: String) -> String {
    String(title.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
