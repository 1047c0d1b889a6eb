/// Drafts of 剪映 and CapCut (`draft_content.json`, `draft_info.json`): the texts on the text tracks.
///
/// `materials.texts` has the texts, `tracks` says when each is shown, in microseconds. The text is in `content`: in
/// JSON (`{"text": …}`), or in older drafts between tags and brackets
/// (`<font …><color=…><size=…>[…]</size></color></font>`).
struct JianyingReader: JSONFormReader {
  let format = TranscriptFormat(
    "jianying", "剪映 and CapCut drafts", extensions: ["json"], keeps: .times)

  func claims(_ root: JSONValue) -> Bool {
    root["tracks"]?.kind == .list && root["materials"]?["texts"]?.kind == .list
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    let texts = Self.texts(root["materials"]?["texts"]?.elements ?? .none)
    builder.sortsByStart = true
    for track in root["tracks"]?.elements ?? .none where track["type"]?.string == "text" {
      for segment in track["segments"]?.elements ?? .none {
        guard let id = segment["material_id"]?.string, let text = texts[id] else { continue }
        let range = segment["target_timerange"]
        let (start, length) = (range?["start"]?.number, range?["duration"]?.number)
        builder.append(
          text[...], start: Self.milliseconds(start),
          end: Self.milliseconds(start.flatMap { start in length.map { start + $0 } }))
      }
    }
  }

  private static func milliseconds(_ microseconds: Double?) -> Int? {
    TimeCode.seconds(microseconds.map { $0 / 1e6 })
  }

  private static func texts(_ materials: JSONValue.Elements) -> [String: [UInt8]] {
    var texts: [String: [UInt8]] = [:]
    for material in materials {
      guard let id = material["id"]?.string, let content = material["content"]?.bytes else {
        continue
      }
      texts[id] =
        content.first == UInt8(ascii: "{")
        ? JSONDocument.withRoot(of: material["content"]) { Array($0["text"]?.bytes ?? .empty) }
        : plainText(content)
    }
    return texts
  }

  /// The text without tags, and without the brackets that stand around it between tags.
  private static func plainText(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var (text, isTag) = ([UInt8](), false)
    guard content.first == UInt8(ascii: "<") else { return Array(content) }
    for byte in content {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { text.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    let hasBrackets = text.first == UInt8(ascii: "[") && text.last == UInt8(ascii: "]")
    return hasBrackets ? Array(text.dropFirst().dropLast()) : text
  }
}
