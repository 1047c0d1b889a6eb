/// Collects who speaks in a document of TTML, and its title.
struct TimedTextAgents {
  private var names: [String: String] = [:]
  private var agent: String?
  private var text = MarkupText()
  private var isCollecting = false

  mutating func start(_ element: MarkupElement) {
    switch element.name {
    case "agent": agent = element["id"]
    case "name", "title":
      text.clear()
      isCollecting = true
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isCollecting { text.append(bytes) }
  }

  mutating func end(_ name: String, isInHead: Bool, _ builder: inout TranscriptBuilder) {
    switch name {
    case "agent": agent = nil
    case "name", "title":
      let words = String(decoding: text.take(), as: UTF8.self)
      isCollecting = false
      if name == "title", isInHead, builder.metadata.title.isEmpty {
        builder.metadata.title = words
      }
      if name == "name", let agent, !words.isEmpty, names[agent] == nil { names[agent] = words }
    default: break
    }
  }

  /// The name of an agent, or its identifier where it has none.
  func name(of agent: String?) -> String? { agent.map { names[$0] ?? $0 } }
}
