/// Writes HTML. Whatever is given as text is escaped; tags and attribute names are the caller's own.
public struct HTMLText: Sendable {
  public private(set) var text = ""

  public init() {}

  /// A text with everything escaped that HTML, in content or in a quoted attribute, could take for its own.
  ///
  /// Control characters, which HTML does not allow, become U+FFFD.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}": result += "\u{FFFD}"
      // What turns the direction of text around would reach beyond its element.
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Adds text, escaped.
  public mutating func add(_ text: String) { self.text += Self.escaped(text) }

  /// Adds what is HTML already.
  public mutating func addRaw(_ html: String) { text += html }

  /// Adds an element.
  ///
  /// - Parameters:
  ///   - attributes: names and values, which are escaped.
  ///   - content: adds what is in it.
  public mutating func element(
    _ tag: String, _ attributes: [(String, String)] = [],
    _ content: (inout HTMLText) throws -> Void = { _ in }
  ) rethrows {
    open(tag, attributes)
    try content(&self)
    text += "</\(tag)>"
  }

  /// Adds an element with a text.
  public mutating func element(
    _ tag: String, _ attributes: [(String, String)] = [], text: String
  ) {
    open(tag, attributes)
    add(text)
    self.text += "</\(tag)>"
  }

  private mutating func open(_ tag: String, _ attributes: [(String, String)]) {
    text += "<\(tag)"
    for (name, value) in attributes { text += " \(name)=\"\(Self.escaped(value))\"" }
    text += ">"
  }

  /// Adds a text in which ranges are marked.
  ///
  /// - Parameter ranges: UTF-8 bytes, ascending, on boundaries of characters.
  public mutating func addMarked(_ text: String, _ ranges: [Range<Int>]) {
    let bytes = Array(text.utf8)
    var position = 0
    for range in ranges where range.lowerBound >= position && range.upperBound <= bytes.count {
      add(String(decoding: bytes[position..<range.lowerBound], as: UTF8.self))
      element("mark", text: String(decoding: bytes[range], as: UTF8.self))
      position = range.upperBound
    }
    add(String(decoding: bytes[position...], as: UTF8.self))
  }
}
