import CMarkup

/// Reads documents of XML and HTML by libxml2.
enum MarkupReader {
  enum Language { case xml, html }

  /// Warnings of damage beyond these help nobody.
  private static let mostWarnings = 20
  /// Elements that may stand in one another.
  private static let mostDepth = 2_000

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
    let session = Session(handler, builder)
    builder = TranscriptBuilder(source: source)
    // libxml2 takes NUL for the end of a document.
    let bytes = source.bytes.contains(0) ? source.bytes.filter { $0 != 0 } : source.bytes
    session.read(bytes, from: MarkupRoot.start(in: bytes[...]), as: language)
    builder = session.builder
  }

  /// A document that is being read.
  private final class Session {
    private(set) var builder: TranscriptBuilder
    private var handler: any MarkupHandler
    private var damages = 0
    /// The local names by the places of the whole ones, which libxml2 keeps once each.
    private var names: [UnsafePointer<CChar>: String] = [:]

    init(_ handler: any MarkupHandler, _ builder: TranscriptBuilder) {
      (self.handler, self.builder) = (handler, builder)
    }

    func read(_ bytes: [UInt8], from start: Int, as language: Language) {
      var events = zimu_markup_handler(
        start: {
          Session.from($0).start($1!, UnsafeBufferPointer(start: $2, count: $3), $4) ? 1 : 0
        },
        end: { Session.from($0).end($1!) },
        text: { Session.from($0).text(UnsafeBufferPointer(start: $1, count: $2)) },
        damage: { Session.from($0).noteDamage(Int($1), $2!) })
      let line = 1 + bytes[..<start].count { $0 == 0x0A }
      bytes[start...].withUnsafeBufferPointer { bytes in
        zimu_markup_read(
          bytes.baseAddress, bytes.count, Int32(clamping: line), language == .html ? 1 : 0, &events,
          Unmanaged.passUnretained(self).toOpaque())
      }
      handler.finish(&builder)
      if damages > mostWarnings {
        builder.warn(.moreBrokenMarkup(count: damages - mostWarnings))
      }
    }

    static func from(_ context: UnsafeMutableRawPointer?) -> Session {
      Unmanaged<Session>.fromOpaque(context!).takeUnretainedValue()
    }

    func start(
      _ name: UnsafePointer<CChar>, _ attributes: UnsafeBufferPointer<zimu_markup_attribute>,
      _ place: zimu_markup_place
    ) -> Bool {
      builder.line = Int(place.line)
      guard place.depth <= mostDepth else {
        builder.warn(.deepMarkup(limit: mostDepth), line: builder.line)
        return false
      }
      handler.start(MarkupElement(known(name), attributes), &builder)
      return true
    }

    func end(_ name: UnsafePointer<CChar>) { handler.end(known(name), &builder) }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { handler.text(bytes, &builder) }

    func noteDamage(_ line: Int, _ message: UnsafePointer<CChar>) {
      damages += 1
      guard damages <= mostWarnings else { return }
      let words = Array(String(cString: message).utf8)[...].trimmed.string
      builder.warn(.brokenMarkup(words), line: line)
    }

    private func known(_ name: UnsafePointer<CChar>) -> String {
      if let known = names[name] { return known }
      let local = String(cString: name).split(separator: ":").last.map(String.init) ?? ""
      names[name] = local
      return local
    }
  }
}
