/// Which columns of a table say what of an episode.
struct MetadataColumns {
  let title, show, date, url, number, speaker: Int?
  /// The columns that have no known meaning, with their names: tags.
  let further: [(index: Int, name: String)]

  /// - Parameters:
  ///   - names: the header.
  ///   - others: columns that have another meaning.
  init(_ names: [String], others: Set<Int>) {
    let plain = names.map(Columns.plainName)
    let find = { (wanted: [String]) in
      wanted.lazy.compactMap(plain.firstIndex(of:)).first { !others.contains($0) }
    }
    (title, show, date) = (find(Self.titleNames), find(Self.showNames), find(Self.dateNames))
    (url, number) = (find(Self.urlNames), find(Self.numberNames))
    speaker = find(Columns.speakerNames)
    let known = others.union([title, show, date, url, number, speaker].compactMap(\.self))
    further = names.indices.filter { !known.contains($0) && !plain[$0].isEmpty }
      .map { ($0, names[$0]) }
  }

  /// What a row says; what cannot be read of it is handed to `refuse`.
  func metadata(
    of value: (Int?) -> String, refuse: (TranscriptWarning.Code) -> Void = { _ in }
  ) -> TranscriptMetadata {
    var metadata = TranscriptMetadata()
    (metadata.title, metadata.show) = (value(title), value(show))
    (metadata.url, metadata.speaker) = (value(url), value(speaker))
    let (date, number) = (value(date), value(number))
    metadata.date = Self.date(date) ?? ""
    if metadata.date.isEmpty, !date.isEmpty { refuse(.unreadableDate(date)) }
    metadata.number = Self.number(number)
    if metadata.number == nil, !number.isEmpty { refuse(.unreadableNumber(number)) }
    return metadata
  }

  /// A date however it is written: `2024-11-30`, `20241130`, `2024/11/3`, `November 30, 2024`, `2024`.
  static func date(_ text: String) -> String? {
    NameDate.whole(text, hasShortDates: false) ?? NameYear.whole(text)
      ?? DateText.first(in: Array(text.utf8)[...])
  }

  /// `12`, or the number in `EP12` and `第12期`.
  static func number(_ text: String) -> Int? {
    guard let number = Int(text) else { return NameNumber.find(in: text) }
    return (0...99_999).contains(number) ? number : nil
  }

  private static let titleNames = ["title", "episodetitle", "videotitle", "标题", "標題"]
  private static let dateNames = [
    "date", "publishdate", "published", "publishedat", "pubdate", "uploaddate", "releasedate",
    "日期", "发布日期", "發布日期", "发布时间", "上传日期",
  ]
  private static let showNames = [
    "show", "podcast", "series", "channel", "program", "programme", "栏目", "欄目", "频道", "頻道", "系列",
  ]
  private static let urlNames = ["url", "link", "链接", "連結", "网址"]
  private static let numberNames = [
    "number", "episodenumber", "episodeno", "期数", "期號", "期号", "集数", "集號", "集号",
  ]
}
