/// Counts the lines at the beginning of a file that look like those of a format.
struct LineSurvey {
  /// Lines that are not blank.
  private(set) var count = 0
  private(set) var matches = 0

  init(_ file: SourceFile, matches isMatch: (ArraySlice<UInt8>) -> Bool) {
    var lines = LineScanner(file.head)
    while let line = lines.next() {
      guard !line.trimmed.isEmpty else { continue }
      count += 1
      if isMatch(line) { matches += 1 }
    }
  }

  /// Whether nine lines in ten do, and not just one.
  var isMostly: Bool { matches >= 2 && matches * 10 >= count * 9 }
}
