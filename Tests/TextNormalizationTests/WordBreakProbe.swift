import ICUSupport

/// Where ICU breaks a text.
struct WordBreakProbe {
  private let breaks: WordBreaks

  init() throws {
    breaks = try WordBreaks()
  }

  func ends(_ text: String) throws -> [Int32] {
    var ends: [Int32] = []
    var statuses: [Int32] = []
    try breaks.segment(Array(text.utf16), ends: &ends, statuses: &statuses)
    return ends
  }
}
