/// The elements that are open at a place of a WebVTT cue, as section 6.4 of the specification nests them.
///
/// `<rp>` and `<rb>` are HTML's and unknown to WebVTT. They are heeded inside of `<ruby>`, where they tell
/// what is a reading; a voice ends one.
struct WebVTTCueTree {
  private enum Kind {
    case c, i, b, u, v, lang, ruby, rt, rp

    init?(_ name: ArraySlice<UInt8>) {
      switch (name.count, name.first) {
      case (1, UInt8(ascii: "c")): self = .c
      case (1, UInt8(ascii: "i")): self = .i
      case (1, UInt8(ascii: "b")): self = .b
      case (1, UInt8(ascii: "u")): self = .u
      case (1, UInt8(ascii: "v")): self = .v
      case (2, _) where name.elementsEqual("rt".utf8): self = .rt
      case (2, _) where name.elementsEqual("rp".utf8): self = .rp
      case (4, _) where name.elementsEqual("ruby".utf8): self = .ruby
      case (4, _) where name.elementsEqual("lang".utf8): self = .lang
      default: return nil
      }
    }
  }

  private struct Element {
    let kind: Kind
    let voice: String?
    let isReading: Bool
  }

  private var open: [Element] = []
  /// The annotation of the last voice and its name, as most cues have the voice of one before.
  private var last: (annotation: [UInt8], name: String?)?

  mutating func removeAll() { open.removeAll(keepingCapacity: true) }

  /// Whose words follow: the name of the innermost `<v>`.
  var voice: String? { open.last?.voice }

  /// Whether a reading follows.
  var isReading: Bool { open.last?.isReading ?? false }

  mutating func meet(_ tag: WebVTTTokenizer.Tag) {
    if tag.isEnd { close(tag.name) } else { start(tag) }
  }

  private mutating func start(_ tag: WebVTTTokenizer.Tag) {
    if tag.name.elementsEqual("rb".utf8), isInsideReading { open.removeLast() }
    guard let kind = Kind(tag.name) else { return }
    if kind == .rp || kind == .rt {
      if isInsideReading, kind == .rp || open.last?.kind == .rp { open.removeLast() }
      guard open.last?.kind == .ruby else { return }
    }
    open.append(
      Element(
        kind: kind, voice: kind == .v ? name(tag.annotation) : voice,
        isReading: kind != .v && (isReading || kind == .rt || kind == .rp)))
  }

  private var isInsideReading: Bool { open.last?.kind == .rt || open.last?.kind == .rp }

  private mutating func close(_ name: ArraySlice<UInt8>) {
    guard let kind = Kind(name) else { return }
    if kind == .ruby, isInsideReading { open.removeLast() }
    if open.last?.kind == kind { open.removeLast() }
  }

  private mutating func name(_ annotation: ArraySlice<UInt8>) -> String? {
    if let last, last.annotation.elementsEqual(annotation) { return last.name }
    let name = Self.parsedName(annotation)
    last = (Array(annotation), name)
    return name
  }

  /// The name of a voice; `nil` where there is none.
  private static func parsedName(_ annotation: ArraySlice<UInt8>) -> String? {
    let isPlain = !annotation.contains { $0 == UInt8(ascii: "&") || $0 == 0 }
    let name =
      isPlain
      ? annotation : CharacterReference.replaced(in: annotation, needsSemicolon: false)[...]
    let words = name.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0C }
    guard !words.isEmpty else { return nil }
    let string = Array(words.joined(separator: [0x20]))[...].string
    return isPlain ? string : string.replacing("\0", with: "\u{FFFD}")
  }
}
