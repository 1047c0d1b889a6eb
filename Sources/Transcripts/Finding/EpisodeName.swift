/// What a file's name tells of an episode: its date and its title.
public struct EpisodeName: Hashable, Sendable {
  /// `2024-11-30`, or `2024-11` where the name says no more, or empty.
  public let date: String
  /// The name less date and extension; the date where nothing else is left.
  public let title: String

  /// - Parameter fileName: the last component of a path, such as `2024-11 月末直播.txt`.
  public init(fileName: String) {
    let stem = Self.stem(of: fileName)
    let bytes = Array(stem.utf8)
    let (date, length) = Self.date(at: bytes[...])
    let separators = Set(" -_.".utf8)
    let rest = date.isEmpty ? bytes[...] : bytes[length...].drop { separators.contains($0) }
    let title = rest.trimmed.string
    self.date = date
    self.title = title.isEmpty ? stem : title
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

  /// A date at the start: `2024-11-30`, `2024-11` or `20241130`, and its length in bytes.
  private static func date(at name: ArraySlice<UInt8>) -> (date: String, length: Int) {
    let digitCount = name.prefix { (0x30...0x39).contains($0) }.count
    if digitCount == 8 {
      return checked(name.prefix(4), name[4..<6], name[6..<8], length: 8)
    }
    guard digitCount == 4, let month = part(name, at: 4) else { return ("", 0) }
    if let day = part(name, at: 7) {
      return checked(name.prefix(4), month, day, length: 10)
    }
    // `2024-11-3` is no month with a title of 3.
    guard name.count < 9 || name[7] != 0x2D || !(0x30...0x39).contains(name[8]) else {
      return ("", 0)
    }
    return checked(name.prefix(4), month, nil, length: 7)
  }

  /// Two digits after a hyphen at `index`, with no third.
  private static func part(_ name: ArraySlice<UInt8>, at index: Int) -> ArraySlice<UInt8>? {
    guard name.count >= index + 3, name[index] == 0x2D else { return nil }
    let digits = name[(index + 1)...].prefix { (0x30...0x39).contains($0) }
    return digits.count == 2 ? digits : nil
  }

  private static func checked(
    _ year: ArraySlice<UInt8>, _ month: ArraySlice<UInt8>, _ day: ArraySlice<UInt8>?, length: Int
  ) -> (date: String, length: Int) {
    guard let number = TimeCode.digits(month), (1...12).contains(number),
      let yearNumber = TimeCode.digits(year), (1900...2199).contains(yearNumber)
    else { return ("", 0) }
    guard let day else { return ("\(year.string)-\(month.string)", length) }
    guard let dayNumber = TimeCode.digits(day), (1...days(yearNumber, number)).contains(dayNumber)
    else { return ("", 0) }
    return ("\(year.string)-\(month.string)-\(day.string)", length)
  }

  private static func days(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
