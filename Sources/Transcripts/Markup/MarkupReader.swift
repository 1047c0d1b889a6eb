import CMarkup

/// Takes the events of a document of XML or HTML.
protocol MarkupHandler {
  /// An element begins.
  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder)
  /// An element of that local name ends.
  mutating func end(_ name: String, _ builder: inout TranscriptBuilder)
  /// Text, in parts as they come.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder)
  /// Everything was read.
  mutating func finish(_ builder: inout TranscriptBuilder)
}

extension MarkupHandler {
  mutating func finish(_ builder: inout TranscriptBuilder) {}
}

/// The begin of an element. It must not outlive the call that it is handed to.
struct MarkupElement {
  /// The local name: `p` for `tt:p`.
  let name: String
  fileprivate let attributes: UnsafePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute by its local name: `agent` finds `ttm:agent`.
  subscript(_ name: String) -> String? {
    guard var place = attributes else { return nil }
    while let key = place[0] {
      if MarkupReader.localName(key) == name { return place[1].map { String(cString: $0) } ?? "" }
      place += 2
    }
    return nil
  }
}

/// Reads documents of XML and HTML by libxml2.
enum MarkupReader {
  enum Language { case xml, html }

  /// Warnings of damage beyond these help nobody.
  private static let mostWarnings = 20
  /// Elements that may stand in one another.
  private static let mostDepth = 2_000

  /// Hands a document to a handler, and warns of its damage.
  ///
  /// - Complexity: O(n).
  static func read(
    _ source: SourceText, as language: Language, by handler: any MarkupHandler,
    into builder: inout TranscriptBuilder
  ) {
    let session = Session(handler, builder)
    var events = zimu_markup_handler(
      start: { Session.from($0).start($1!, $2) },
      end: { Session.from($0).end($1!) },
      text: { Session.from($0).text(UnsafeBufferPointer(start: $1, count: $2)) },
      damage: { Session.from($0).noteDamage(Int($1), String(cString: $2!)) })
    builder = TranscriptBuilder(source: source)
    source.bytes.withUnsafeBufferPointer { bytes in
      zimu_markup_read(
        bytes.baseAddress, bytes.count, language == .html ? 1 : 0, &events,
        Unmanaged.passUnretained(session).toOpaque(), &session.markup)
    }
    session.handler.finish(&session.builder)
    builder = session.builder
  }

  /// A name without the prefix of its namespace.
  static func localName(_ name: UnsafePointer<CChar>) -> String {
    let whole = String(cString: name)
    guard let colon = whole.utf8.lastIndex(of: UInt8(ascii: ":")) else { return whole }
    return String(whole[whole.utf8.index(after: colon)...])
  }

  /// A document that is being read.
  private final class Session {
    var handler: any MarkupHandler
    var builder: TranscriptBuilder
    var markup: OpaquePointer?
    private var depth = 0
    private var damages = 0
    /// The local names by the places of the whole ones, which libxml2 keeps once each.
    private var names: [UnsafePointer<CChar>: String] = [:]

    init(_ handler: any MarkupHandler, _ builder: TranscriptBuilder) {
      (self.handler, self.builder) = (handler, builder)
    }

    static func from(_ context: UnsafeMutableRawPointer?) -> Session {
      Unmanaged<Session>.fromOpaque(context!).takeUnretainedValue()
    }

    func start(
      _ name: UnsafePointer<CChar>, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
    ) {
      depth += 1
      guard depth <= mostDepth else { return stop() }
      builder.line = line
      handler.start(MarkupElement(name: known(name), attributes: attributes), &builder)
    }

    func end(_ name: UnsafePointer<CChar>) {
      depth -= 1
      handler.end(known(name), &builder)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { handler.text(bytes, &builder) }

    func noteDamage(_ line: Int, _ message: String) {
      damages += 1
      guard damages <= mostWarnings else { return }
      let words = Array(message.utf8)[...].trimmed.string
      builder.warn(.brokenMarkup(words), line: line)
    }

    private func stop() {
      builder.warn(.deepMarkup(limit: mostDepth), line: line)
      if let markup { zimu_markup_stop(markup) }
    }

    private var line: Int { markup.map { Int(zimu_markup_line($0)) } ?? 0 }

    private func known(_ name: UnsafePointer<CChar>) -> String {
      if let known = names[name] { return known }
      let local = localName(name)
      names[name] = local
      return local
    }
  }
}
