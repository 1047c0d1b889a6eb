/// The fields before the text of a Markdown file: YAML between lines of `---`, or TOML between lines of `+++`.
///
/// Only values of one line are taken, quoted or not, and the lines below `|` or `>`; lists and maps are passed over.
struct FrontMatter {
  private(set) var metadata = TranscriptMetadata()
  /// Who speaks where the text names nobody.
  private(set) var speaker: String?
  /// Where the text begins, and its line.
  private(set) var end = 0
  private(set) var line = 1

  private static let titleKeys = ["title", "标题", "標題", "题目", "主题"]
  private static let showKeys = [
    "show", "podcast", "series", "program", "programme", "channel", "节目", "節目", "播客", "栏目", "专栏",
  ]
  private static let dateKeys = [
    "date", "published", "pubdate", "publish_date", "published_at", "publishdate", "release_date",
    "recorded", "日期", "时间", "发布日期", "發布日期",
  ]
  private static let urlKeys = [
    "url", "link", "source", "permalink", "canonical", "video", "audio", "链接", "連結", "原文链接", "地址",
  ]
  private static let numberKeys = ["episode", "number", "episode_number", "期数", "期号", "期號", "集数"]
  private static let speakerKeys = ["speaker", "主讲人", "主講人", "讲者", "講者", "演讲者"]

  init(_ bytes: [UInt8]) {
    var lines = LineScanner(bytes)
    guard let first = lines.next()?.trimmed else { return }
    let isTOML = first.elementsEqual("+++".utf8)
    guard isTOML || first.elementsEqual("---".utf8) else { return }
    var fields: [(key: String, value: String)] = []
    var hasLines = false
    // What is longer is no front matter, and what has no end neither.
    while lines.position < SourceFile.headLength, let line = lines.next() {
      let text = line.trimmed
      if text.elementsEqual(isTOML ? "+++".utf8 : "---".utf8)
        || !isTOML && text.elementsEqual("...".utf8)
      {
        // Lines without a field stand between two rulers: they are text.
        if fields.isEmpty, hasLines { return }
        (end, self.line) = (min(lines.position, bytes.count), lines.line + 1)
        take(fields)
        return
      }
      hasLines = hasLines || !text.isEmpty && text.first != UInt8(ascii: "#")
      if let last = fields.indices.last, Self.isBelow(line, fields[last].value) {
        fields[last].value += (fields[last].value.utf8.count > 2 ? " " : "\n") + text.string
      } else if let field = Self.field(line, separator: isTOML ? 0x3D : 0x3A) {
        fields.append(field)
      }
    }
  }

  /// Whether a line is part of the value above: lines below `|` or `>` are indented.
  private static func isBelow(_ line: ArraySlice<UInt8>, _ value: String) -> Bool {
    guard let first = value.utf8.first, first == UInt8(ascii: "|") || first == UInt8(ascii: ">")
    else { return false }
    return line.first == 0x20 || line.first == 0x09
  }

  /// A key at the start of a line, and its value.
  private static func field(
    _ line: ArraySlice<UInt8>, separator: UInt8
  ) -> (key: String, value: String)? {
    guard let first = line.first, first > 0x20, first != UInt8(ascii: "-"),
      first != UInt8(ascii: "#"), let mark = line.prefix(60).firstIndex(of: separator)
    else { return nil }
    let key = line[..<mark].trimmed.filter { $0 != UInt8(ascii: "\"") }
    return (key[...].string.lowercased(), line[(mark + 1)...].trimmed.string)
  }

  private mutating func take(_ fields: [(key: String, value: String)]) {
    let value = { (keys: [String]) in
      keys.lazy.compactMap { key in fields.first { $0.key == key } }.map { Self.plain($0.value) }
        .first { !$0.isEmpty }
    }
    metadata.title = value(Self.titleKeys) ?? ""
    metadata.show = value(Self.showKeys) ?? ""
    metadata.date = value(Self.dateKeys).flatMap(MetadataColumns.date) ?? ""
    metadata.url =
      Self.urlKeys.lazy.compactMap { value([$0]) }.first {
        $0.hasPrefix("http://") || $0.hasPrefix("https://")
      } ?? ""
    metadata.number = value(Self.numberKeys).flatMap(MetadataColumns.number)
    speaker = value(Self.speakerKeys)
  }

  /// A value without quotation marks and comments; empty for lists and maps.
  private static func plain(_ value: String) -> String {
    let bytes = Array(value.utf8)[...]
    switch bytes.first {
    case UInt8(ascii: "\""): return quoted(bytes)
    case UInt8(ascii: "'"): return singleQuoted(bytes)
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "&"), UInt8(ascii: "*"): return ""
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      // The first line has the mark alone.
      return bytes.split(separator: 0x0A, maxSplits: 1).dropFirst().first?.trimmed.string ?? ""
    default: break
    }
    let comment = bytes.indices.dropFirst().first {
      bytes[$0] == UInt8(ascii: "#") && bytes[$0 - 1] <= 0x20
    }
    let text = bytes[..<(comment ?? bytes.endIndex)].trimmed.string
    return ["null", "~"].contains(text) ? "" : text
  }

  private static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var rest = bytes.dropFirst()
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        text.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "n"), UInt8(ascii: "t"): text.append(0x20)
      case UInt8(ascii: "u"):
        let value = UInt32(rest.prefix(4).string, radix: 16).flatMap(Unicode.Scalar.init)
        text += String(Character(value ?? "\u{FFFD}")).utf8
        rest = rest.dropFirst(4)
      default: text.append(next)
      }
    }
    return text[...].trimmed.string
  }

  private static func singleQuoted(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var rest = bytes.dropFirst()
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "'") {
        guard rest.first == byte else { break }
        rest = rest.dropFirst()
      }
      text.append(byte)
    }
    return text[...].trimmed.string
  }
}
