/// Where the columns of dialogue lines stand.
struct SubStationColumns {
  struct Event {
    var start: ArraySlice<UInt8> = []
    var end: ArraySlice<UInt8> = []
    var name: ArraySlice<UInt8> = []
    var text: ArraySlice<UInt8> = []
  }

  private var (start, end, name, text) = (1, 2, 4, 9)
  private var count = 10

  /// The columns of a file without a Format line.
  init() {}

  /// The columns that a Format line names; `nil` if it is not that of events.
  init?(_ line: ArraySlice<UInt8>) {
    let names = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { $0.trimmed.string.lowercased() }
    guard let start = names.firstIndex(of: "start"), let end = names.firstIndex(of: "end"),
      let text = names.firstIndex(of: "text")
    else { return nil }
    (self.start, self.end, self.text, count) = (start, end, text, names.count)
    name = names.firstIndex { $0 == "name" || $0 == "actor" } ?? -1
  }

  /// The fields of a line, of which the last one may hold commas; `nil` if there are too few.
  func event(in row: ArraySlice<UInt8>) -> Event? {
    var event = Event()
    var rest = row
    for column in 0..<count {
      var field = rest
      if column < count - 1 {
        guard let comma = rest.offset(of: UInt8(ascii: ",")) else { return nil }
        (field, rest) = (rest[..<comma], rest[(comma + 1)...])
      }
      switch column {
      case start: event.start = field
      case end: event.end = field
      case name: event.name = field.trimmed
      case text: event.text = field
      default: break
      }
    }
    return event
  }
}
