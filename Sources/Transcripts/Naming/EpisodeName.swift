/// What a file's name tells of an episode: its date, its number and its title.
///
/// Dates stand anywhere in the name: `2024-11-30` (also with `.` or `_`), `20241130`, `2024年3月5日`, `2024-11`,
/// `2024年3月`. A date that the name begins with comes before others, and days before months. A name without a date may
/// have a year, `1999年會議`, which stays in the title. Numbers are written `E023`, `EP64`, `S01E05`, `vol.3`, `No.12`, `#12`, `第12期`, `第十二集`. The title is the name less date, extension,
/// media extension (`.mp3.srt`) and language (`.zh-Hans.vtt`).
public struct EpisodeName: Hashable, Sendable {
  /// `2024-11-30`, or `2024-11` or `2024` where the name says no more, or empty.
  public let date: String
  /// The number of the episode; `nil` where the name has none.
  public let number: Int?
  /// The name less date and extensions; the date where nothing else is left.
  public let title: String

  /// - Parameters:
  ///   - fileName: the last component of a path, such as `2024-11 月末直播.txt`.
  ///   - folderDates: further forms of dates, which all names of the folder have.
  public init(fileName: String, folderDates: FolderDates = []) {
    let stem = NameEndings.stem(of: fileName)
    let bytes = Array(stem.utf8)
    let found = NameDate.find(in: bytes, hasShortDates: folderDates.contains(.shortDays))
    let rest = found.map { Self.without($0.range, bytes) } ?? bytes[...].trimmed.string
    date = found?.date ?? Self.year(in: bytes, folderDates) ?? ""
    number = NameNumber.find(in: rest)
    title = rest.isEmpty ? stem : rest
  }

  /// The extension of a name in lower case, without its dot; empty without one.
  public static func fileExtension(of fileName: String) -> String {
    SourceFile.fileExtension(of: fileName)
  }

  /// The name without its extension.
  public static func stem(of fileName: String) -> String {
    guard let dot = fileName.lastIndex(of: "."), dot > fileName.startIndex else { return fileName }
    return String(fileName[..<dot])
  }

  /// The name without its extension, and without a media extension or a language before it.
  public static func bareStem(of fileName: String) -> String { NameEndings.stem(of: fileName) }

  private static func year(in name: [UInt8], _ folderDates: FolderDates) -> String? {
    let marked = NameYear.marked(in: name)
    return folderDates.contains(.years) ? marked ?? NameYear.alone(in: name) : marked
  }

  private static let brackets: [(open: String, close: String)] = [
    ("(", ")"), ("[", "]"), ("{", "}"), ("（", "）"), ("【", "】"), ("「", "」"), ("《", "》"),
  ]

  /// The name without its date, the brackets around it, and what parts it from the rest.
  private static func without(_ range: Range<Int>, _ name: [UInt8]) -> String {
    var (before, after) = (name[..<range.lowerBound], name[range.upperBound...])
    for (open, close) in brackets
    where before.suffix(open.utf8.count).elementsEqual(open.utf8)
      && after.starts(with: close.utf8)
    {
      (before, after) = (before.dropLast(open.utf8.count), after.dropFirst(close.utf8.count))
    }
    let (left, right) = (
      before.reversed().prefix(while: isSeparator), after.prefix(while: isSeparator)
    )
    let (head, tail) = (before.dropLast(left.count), after.dropFirst(right.count))
    guard !head.trimmed.isEmpty, !tail.trimmed.isEmpty else {
      return (head + tail)[...].trimmed.string
    }
    let gap = Array(left) + Array(right)
    let separator = gap.contains(0x20) ? 0x20 : gap.first ?? 0x20
    return (Array(head) + [separator] + Array(tail))[...].trimmed.string
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { " -_.".utf8.contains(byte) }
}
