/// An RSS feed with the episodes of a show, also with the elements of Podcasting 2.0 and of iTunes.
public struct Feed: Sendable {
  /// An episode.
  public struct Item: Sendable {
    /// With a tag for each `podcast:person` of the item, or else of the channel, by the role: `host`, `guest`.
    public internal(set) var metadata = TranscriptMetadata()
    public internal(set) var guid = ""
    /// The address of the recording.
    public internal(set) var enclosure = ""
    /// The addresses of all transcripts.
    public internal(set) var transcripts: [String] = []
    /// The line of the feed, from 1, where the item begins.
    public internal(set) var line = 1
  }

  public let items: [Item]
  /// Damage of the document, and values that cannot be read.
  public let warnings: [TranscriptWarning]

  /// - Throws: `TranscriptError` where the bytes are no feed.
  /// - Complexity: O(n).
  public init(_ bytes: [UInt8], fileName: String) throws(TranscriptError) {
    let file = try SourceFile(bytes, fileName: fileName, encoding: nil)
    guard ["rss", "rdf"].contains(MarkupRoot(file.text.bytes[...])?.name) else {
      throw TranscriptError(.noFeed)
    }
    let handler = FeedHandler()
    var builder = TranscriptBuilder(source: file.text)
    MarkupReader.read(file.text, as: .xml, by: handler, into: &builder)
    items = handler.items
    warnings = builder.finish(format: .stored, cleaning: CueCleaning()).warnings
      .filter { $0.code != .noText }.map(\.ofMetadata)
  }
}

/// Gathers the items of a feed; a class, since who reads a document keeps a copy of the handler.
private final class FeedHandler: MarkupHandler {
  private(set) var items: [Feed.Item] = []
  private var show = ""
  /// The persons of the channel.
  private var persons: [TranscriptMetadata.Tag] = []
  private var item: Feed.Item?
  /// The elements that are open below the channel or item.
  private var depth = 0
  private var text = MarkupText()
  private var role = ""

  func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    switch element.name {
    case "channel", "item":
      depth = 0
      if element.name == "item" { item = Feed.Item(line: builder.line ?? 1) }
      return
    case "rss", "RDF": return
    default: depth += 1
    }
    guard depth == 1 else { return }
    text.clear()
    switch element.name {
    case "enclosure": item?.enclosure = element["url"] ?? ""
    case "transcript": if let url = element["url"] { item?.transcripts.append(url) }
    case "person": role = element["role"] ?? ""
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {
    if depth == 1 { text.append(bytes) }
  }

  func end(_ name: String, _ builder: inout TranscriptBuilder) {
    switch name {
    case "item":
      if var item {
        item.metadata.show = show
        items.append(item)
      }
      item = nil
      depth = 0
      return
    case "channel", "rss", "RDF": return
    default: depth -= 1
    }
    guard depth == 0 else { return }
    let value = String(decoding: text.take(), as: UTF8.self)
    guard !value.isEmpty else { return }
    if item == nil {
      if name == "title", show.isEmpty { show = value }
      if name == "person" { persons += person(value) }
    } else {
      take(value, of: name, &builder)
    }
  }

  private func take(_ value: String, of name: String, _ builder: inout TranscriptBuilder) {
    switch name {
    case "title": if item?.metadata.title.isEmpty == true { item?.metadata.title = value }
    case "link": if item?.metadata.url.isEmpty == true { item?.metadata.url = value }
    case "guid": item?.guid = value
    case "pubDate", "date":
      item?.metadata.date = MetadataColumns.date(value) ?? ""
      if item?.metadata.date.isEmpty == true {
        builder.warn(.unreadableDate(value), line: builder.line)
      }
    case "episode":
      item?.metadata.number = MetadataColumns.number(value)
      if item?.metadata.number == nil { builder.warn(.unreadableNumber(value), line: builder.line) }
    case "person": item?.metadata.tags += person(value)
    default: break
    }
  }

  private func person(_ name: String) -> [TranscriptMetadata.Tag] {
    [TranscriptMetadata.Tag(role.isEmpty ? "host" : role, name)].compactMap(\.self)
  }

  func finish(_ builder: inout TranscriptBuilder) {
    // The show may be named behind the items, and so may its persons; those of an item replace them.
    for index in items.indices {
      items[index].metadata.show = show
      if items[index].metadata.tags.isEmpty { items[index].metadata.tags = persons }
    }
  }
}
