import CMarkup

/// Takes the events of a document of XML or HTML.
protocol MarkupHandler {
  /// An element begins.
  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder)
  /// An element of that local name ends.
  mutating func end(_ name: String, _ builder: inout TranscriptBuilder)
  /// Text, in parts as they come; no part ends inside a character.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder)
  /// Everything was read. Elements that the document leaves open have no end.
  mutating func finish(_ builder: inout TranscriptBuilder)
}

extension MarkupHandler {
  mutating func finish(_ builder: inout TranscriptBuilder) {}
}

/// The begin of an element. It must not outlive the call that it is handed to.
struct MarkupElement {
  /// The local name: `p` for `tt:p`; in lower case in HTML.
  let name: String
  private let attributes: UnsafeBufferPointer<zimu_markup_attribute>

  init(_ name: String, _ attributes: UnsafeBufferPointer<zimu_markup_attribute>) {
    (self.name, self.attributes) = (name, attributes)
  }

  /// The value of an attribute by its local name: `agent` finds `ttm:agent`.
  subscript(_ name: String) -> String? {
    guard !attributes.isEmpty else { return nil }
    var name = name
    let found = name.withUTF8 { key in attributes.first { Self.has($0.name, key) } }
    return found.map {
      String(decoding: UnsafeBufferPointer(start: $0.value, count: $0.count), as: UTF8.self)
    }
  }

  /// Whether a name is a key, or a key behind a prefix.
  private static func has(
    _ name: UnsafePointer<CChar>, _ key: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var (length, place) = (0, 0)
    while name[length] != 0 {
      if name[length] == CChar(UInt8(ascii: ":")) { place = length + 1 }
      length += 1
    }
    guard length - place == key.count else { return false }
    return key.indices.allSatisfy { UInt8(bitPattern: name[place + $0]) == key[$0] }
  }
}
