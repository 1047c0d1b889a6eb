/// Takes title, date, show and address from the head of a page.
struct PageMetadata {
  private var title = MarkupText()
  private var isTitle = false
  private var isInSVG = false

  private static let dates: Set<String> = [
    "date", "dc.date", "dcterms.date", "dcterms.created", "article:published_time", "datepublished",
    "pubdate", "publishdate", "publish_date",
  ]

  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    switch element.name {
    case "title" where builder.metadata.title.isEmpty && !isInSVG: isTitle = true
    case "svg": isInSVG = true
    case "meta": take(element, &builder)
    case "link" where element["rel"] == "canonical": builder.metadata.url = element["href"] ?? ""
    case "time" where builder.metadata.date.isEmpty:
      builder.metadata.date = Self.date(element["datetime"])
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isTitle { title.append(bytes) }
  }

  mutating func end(_ name: String, _ builder: inout TranscriptBuilder) {
    if name == "svg" { isInSVG = false }
    guard name == "title", isTitle else { return }
    isTitle = false
    builder.metadata.title = String(decoding: title.take(), as: UTF8.self)
  }

  private func take(_ meta: MarkupElement, _ builder: inout TranscriptBuilder) {
    let key = (meta["name"] ?? meta["property"] ?? meta["itemprop"] ?? "").lowercased()
    let value = meta["content"] ?? ""
    switch key {
    case "og:site_name": builder.metadata.show = value
    case "og:url" where builder.metadata.url.isEmpty: builder.metadata.url = value
    case _ where Self.dates.contains(key):
      let date = Self.date(value)
      if !date.isEmpty { builder.metadata.date = date }
    default: break
    }
  }

  /// The date at the start of `2024-11-30T12:00:00Z`.
  private static func date(_ text: String?) -> String {
    var bytes = Array((text ?? "").utf8)[...]
    return DateText.leading(&bytes) ?? ""
  }
}
