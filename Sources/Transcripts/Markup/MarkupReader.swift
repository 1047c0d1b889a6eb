import CMarkup

/// Reads documents of XML and HTML by libxml2.
enum MarkupReader {
  enum Language { case xml, html }

  /// Hands a document to a handler, and warns of its damage.
  ///
  /// What stands before the first element is passed over, declarations of entities among it: entities other than
  /// HTML's are damage.
  ///
  /// - Complexity: O(n).
  static func read(
    _ source: SourceText, as language: Language, by handler: any MarkupHandler,
    into builder: inout TranscriptBuilder
  ) {
    var session = MarkupSession(handler, builder)
    // Of two holders of the text that is built, each would have to copy it.
    builder = TranscriptBuilder(source: source)
    // libxml2 takes NUL for the end of a document.
    let bytes =
      source.bytes[...].offset(of: 0) == nil ? source.bytes : source.bytes.filter { $0 != 0 }
    let start = MarkupRoot.start(in: bytes[...])
    let line = 1 + bytes[..<start].count { $0 == 0x0A }
    bytes[start...].withUnsafeBufferPointer { bytes in
      withUnsafeMutablePointer(to: &session) { session in
        var events = MarkupSession.events
        zimu_markup_read(
          bytes.baseAddress, bytes.count, Int32(clamping: line), language == .html ? 1 : 0, &events,
          session)
      }
    }
    builder = session.finished()
  }
}

/// A document that is being read.
private struct MarkupSession {
  /// Warnings of damage beyond these help nobody.
  private static let mostWarnings = 20
  /// Elements that may stand in one another.
  private static let mostDepth: Int32 = 2_000

  private var builder: TranscriptBuilder
  private var handler: any MarkupHandler
  private var damages = 0
  private var names = MarkupNames()

  init(_ handler: any MarkupHandler, _ builder: TranscriptBuilder) {
    (self.handler, self.builder) = (handler, builder)
  }

  static let events = zimu_markup_handler(
    start: { context, name, attributes, count, place in
      let attributes = UnsafeBufferPointer(start: attributes, count: count)
      return session(context).pointee.start(name!, attributes, place) ? 1 : 0
    },
    end: { session($0).pointee.end($1!) },
    text: { session($0).pointee.text(UnsafeBufferPointer(start: $1, count: $2)) },
    damage: { session($0).pointee.noteDamage(Int($1), $2!) })

  private static func session(
    _ context: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<MarkupSession> {
    context!.assumingMemoryBound(to: MarkupSession.self)
  }

  private mutating func start(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeBufferPointer<zimu_markup_attribute>,
    _ place: zimu_markup_place
  ) -> Bool {
    builder.line = Int(place.line)
    guard place.depth <= Self.mostDepth else {
      builder.warn(.deepMarkup(limit: Int(Self.mostDepth)), line: builder.line)
      return false
    }
    handler.start(MarkupElement(names.localName(name), attributes), &builder)
    return true
  }

  private mutating func end(_ name: UnsafePointer<CChar>) {
    handler.end(names.localName(name), &builder)
  }

  private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    handler.text(bytes, &builder)
  }

  private mutating func noteDamage(_ line: Int, _ message: UnsafePointer<CChar>) {
    damages += 1
    guard damages <= Self.mostWarnings else { return }
    let words = Array(String(cString: message).utf8)[...].trimmed.string
    builder.warn(.brokenMarkup(words), line: line)
  }

  /// What was built, once the handler has finished it.
  mutating func finished() -> TranscriptBuilder {
    handler.finish(&builder)
    if damages > Self.mostWarnings {
      builder.warn(.moreBrokenMarkup(count: damages - Self.mostWarnings))
    }
    return builder
  }
}

/// The local names of elements by the addresses of the whole ones, which libxml2 keeps once each.
private struct MarkupNames {
  private static let slots = 256
  /// More names are not kept at a time.
  private static let most = 128
  /// A table with open addressing.
  private var known = emptySlots()
  private var count = 0

  private static func emptySlots() -> [(address: UnsafePointer<CChar>?, name: String)] {
    Array(repeating: (nil, ""), count: slots)
  }

  mutating func localName(_ name: UnsafePointer<CChar>) -> String {
    var slot = Self.slot(of: name)
    while let address = known[slot].address {
      if address == name { return known[slot].name }
      slot = (slot + 1) % Self.slots
    }
    if count == Self.most {
      (known, count) = (Self.emptySlots(), 0)
      slot = Self.slot(of: name)
    }
    let local = String(cString: name).split(separator: ":").last.map(String.init) ?? ""
    known[slot] = (name, local)
    count += 1
    return local
  }

  /// The highest bits of the address times 2⁶⁴ divided by the golden ratio.
  private static func slot(of name: UnsafePointer<CChar>) -> Int {
    Int((UInt64(UInt(bitPattern: name)) &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
