/// What stands above the first turn: it gives title and date, and is no text of the transcript.
struct MeetingPreamble {
  private var isFirst = true
  /// Whether summaries, chapters or key words have begun, whose lines are no titles.
  private var isInBlock = false

  private static let titleKeys = [
    "会议主题", "會議主題", "会议名称", "主题", "標題", "标题", "主題", "Title", "Topic", "Meeting title",
  ]
  private static let blocks = [
    "关键词", "關鍵詞", "关键字", "智能摘要", "摘要", "全文摘要", "全文概要", "章节速览", "章节", "发言总结", "要点回顾", "问答回顾",
    "待办", "会议纪要", "总结", "文字记录", "文字記錄", "转写", "原文", "逐字稿", "Transcript", "Keywords", "Summary",
    "SUMMARY KEYWORDS", "SPEAKERS", "Attendees", "参会人", "与会人",
  ]

  mutating func read(_ line: ArraySlice<UInt8>, _ metadata: inout TranscriptMetadata) {
    let line = Self.withoutHeadingMark(line.trimmed)
    guard !line.isEmpty else { return }
    defer { isFirst = false }
    if Self.blocks.contains(where: { line.starts(with: $0.utf8) }) {
      isInBlock = true
      return
    }
    guard !isInBlock else { return }
    if let title = Self.value(of: Self.titleKeys, in: line) {
      metadata.title = title
    } else if let date = DateText.first(in: line), !isFirst || Self.beginsWithDate(line) {
      if metadata.date.isEmpty { metadata.date = date }
    } else if isFirst, line.count <= 240, metadata.title.isEmpty {
      metadata.title = line.string
    }
  }

  private static func beginsWithDate(_ line: ArraySlice<UInt8>) -> Bool {
    DateText.first(in: line.prefix(24)) != nil
      && DateText.first(in: line.dropFirst()) != DateText.first(in: line)
  }

  /// What stands after one of the keys and a colon.
  private static func value(of keys: [String], in line: ArraySlice<UInt8>) -> String? {
    guard let key = keys.first(where: { line.starts(with: $0.utf8) }) else { return nil }
    let rest = line.dropFirst(key.utf8.count).trimmed
    if rest.first == UInt8(ascii: ":") { return rest.dropFirst().trimmed.string }
    return rest.starts(with: "：".utf8) ? rest.dropFirst(3).trimmed.string : nil
  }

  private static func withoutHeadingMark(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.drop { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "*") }.trimmed
  }
}
