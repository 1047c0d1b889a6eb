/// The endings of a file's name that are no part of its title: `.srt`, `.mp3.srt`, `.zh-Hans.vtt`.
enum NameEndings {
  private static let media: Set<String> = [
    "mp3", "m4a", "m4b", "aac", "wav", "flac", "ogg", "oga", "opus", "wma", "amr", "aiff", "mp4",
    "m4v",
    "mkv", "mov", "webm", "avi", "wmv", "flv", "mpg", "mpeg",
  ]
  private static let languages: Set<String> = [
    "zh", "zho", "chi", "cmn", "yue", "wuu", "nan", "chs", "cht", "en", "eng", "ja", "jp", "jpn",
    "ko", "kor",
    "fr", "de", "es", "pt", "ru", "vi", "th", "und",
  ]
  private static let languageNames: Set<String> = [
    "中文", "简体", "简体中文", "简中", "繁体", "繁體", "繁体中文", "繁體中文", "繁中", "英文", "中英", "双语", "雙語",
  ]

  /// The name without its extension, and without what else is known to stand at the end.
  ///
  /// An extension of digits alone is part of a date.
  static func stem(of fileName: String) -> String {
    let ending = SourceFile.fileExtension(of: fileName)
    let isNumber = !ending.isEmpty && ending.utf8.allSatisfy(ClockStamp.isDigit)
    var stem = isNumber ? fileName : EpisodeName.stem(of: fileName)
    // A recording, its language, and once more for `talk.mp4.zh-CN.forced`.
    for _ in 1...3 {
      guard isKnown(SourceFile.fileExtension(of: stem)) else { break }
      stem = EpisodeName.stem(of: stem)
    }
    return stem
  }

  private static func isKnown(_ ending: String) -> Bool {
    media.contains(ending) || languageNames.contains(ending) || ["forced", "sdh"].contains(ending)
      || isLanguage(ending)
  }

  /// A language tag in lower case after RFC 5646, of a language that is known: `zh-hans`, `zh_cn`, `en`.
  private static func isLanguage(_ ending: String) -> Bool {
    let parts = ending.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard let first = parts.first, languages.contains(String(first)) else { return false }
    return parts.dropFirst().allSatisfy { part in
      (2...8).contains(part.utf8.count)
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }
}
