import FilePaths

/// Forms of dates that are none in a single name, and count where all names of a folder have one.
public struct FolderDates: OptionSet, Hashable, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// A year of two digits, `24-03-05`.
  public static let shortDays = FolderDates(rawValue: 1)
  /// A year alone, `会议2021`.
  public static let years = FolderDates(rawValue: 2)
}

/// Finds out which of these forms the names of each folder have.
struct FolderDateFinder {
  private struct Folder {
    var dates: FolderDates = [.shortDays, .years]
    var years: Set<String> = []
  }

  private var folders: [FilePath: Folder] = [:]

  mutating func add(_ path: FilePath) {
    let name = Array(NameEndings.stem(of: path.name.description).utf8)
    var folder = folders[path.folder] ?? Folder()
    if !NameDate.hasShort(name) { folder.dates.remove(.shortDays) }
    if let year = NameYear.marked(in: name) ?? NameYear.alone(in: name) {
      folder.years.insert(year)
    } else if NameDate.find(in: name) == nil {
      folder.dates.remove(.years)
    }
    folders[path.folder] = folder
  }

  /// The forms that all names of a folder have, by folder. One year, as in `Windows 2000`, may be anything.
  var dates: [FilePath: FolderDates] {
    folders.mapValues { folder in
      folder.years.count > 1 ? folder.dates : folder.dates.subtracting(.years)
    }.filter { !$0.value.isEmpty }
  }
}
