/// The year in a file's name that has no date: `1999年會議`, and `会议2021` where other names of the folder have years.
///
/// Years are numbers from 1900 to 2099.
enum NameYear {
  /// What follows 年 where a number of years, or a decade, is meant: `2000年前`, `2000年代`.
  private static let spans = ["前", "后", "後", "来", "來", "间", "間", "代", "历史", "歷史"]
  /// What numbers rooms and the like.
  private static let counters = ["室", "房", "楼", "樓", "厅", "廳", "号", "號", "第"]

  /// The year before 年; `nil` where there is none, or more than one.
  static func marked(in name: [UInt8]) -> String? {
    let years = numbers(in: name).filter { isYear(name[$0]) }
    guard Set(years.map { name[$0] }).count == 1 else { return nil }
    let isMarked = years.contains { year in
      let rest = name[year.upperBound...]
      guard rest.starts(with: "年".utf8) else { return false }
      let after = rest.dropFirst("年".utf8.count)
      return !spans.contains { after.starts(with: $0.utf8) }
    }
    return isMarked ? name[years[0]].string : nil
  }

  /// The year at the start or the end of a name without other digits, and without letters or a dot beside it.
  static func alone(in name: [UInt8]) -> String? {
    let numbers = numbers(in: name)
    guard numbers.count == 1, let year = numbers.first, isYear(name[year]),
      year.lowerBound == 0 || year.upperBound == name.count
    else { return nil }
    let (before, after) = (name[..<year.lowerBound], name[year.upperBound...])
    let beside = [before.last, after.first].compactMap(\.self)
    guard !beside.contains(where: { isLetter($0) || $0 == UInt8(ascii: ".") }),
      !counters.contains(where: { before.reversed().starts(with: $0.utf8.reversed()) })
    else { return nil }
    return name[year].string
  }

  /// A text that is a year and nothing else, also with 年.
  static func whole(_ text: String) -> String? {
    let name = Array(text.utf8)
    let digits = name.suffix(3).elementsEqual("年".utf8) ? name.dropLast(3) : name[...]
    return isYear(digits) ? digits.string : nil
  }

  private static func numbers(in name: [UInt8]) -> [Range<Int>] {
    var numbers: [Range<Int>] = []
    for index in name.indices where ClockStamp.isDigit(name[index]) {
      if let last = numbers.last, last.upperBound == index {
        numbers[numbers.count - 1] = last.lowerBound..<index + 1
      } else {
        numbers.append(index..<index + 1)
      }
    }
    return numbers
  }

  private static func isYear(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count == 4 && digits.allSatisfy(ClockStamp.isDigit)
      && ["19", "20"].contains(digits.prefix(2).string)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
