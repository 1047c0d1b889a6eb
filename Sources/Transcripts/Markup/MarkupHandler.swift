import CMarkup

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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

  /// The value of an attribute; in XML by its local name: `agent` finds `ttm:agent`.
  subscript(_ name: StaticString) -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value of an attribute as a number.
  func number(_ name: StaticString) -> Double? { bytes(of: name).flatMap(TimeCode.number) }

  /// The value of an attribute as it stands in memory.
  func bytes(of name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    name.utf8Start.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount + 1) { key in
      for attribute in attributes where strcmp(attribute.name, key) == 0 {
        return UnsafeBufferPointer(start: attribute.value, count: attribute.count)
      }
      return nil
    }
  }
}
