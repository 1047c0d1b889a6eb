/// Which keys of the objects in a list hold what a cue is made of, by the names that columns of tables have, too.
struct CueKeys {
  /// A time and what the name of its key tells of the unit.
  typealias Time = (value: TimeValue, unit: Columns.Unit?)

  private let keys: [[UInt8]]
  private let columns: Columns
  /// Whether the texts are single words.
  let isWords: Bool

  /// - Returns: `nil` where no key is one of text, or none one of times.
  init?(_ object: JSONValue, isWords: Bool = false) {
    let keys = object.members.prefix(64).lazy.filter { $0.value.kind != .null }
      .map { Array($0.key.utf8) }
    let names = keys.map { isWords && $0[...] == Self.word ? Self.text : $0[...] }
    guard let columns = Columns(header: Array(names)) else { return nil }
    (self.keys, self.columns, self.isWords) = (Array(keys), columns, isWords)
    guard text(of: object) != nil, start(of: object).value != .unknown else { return nil }
  }

  private static let word = Array("word".utf8)[...]
  private static let text = Array("text".utf8)[...]

  func text(of object: JSONValue) -> UnsafeBufferPointer<UInt8>? {
    object.member(keys[columns.text])?.bytes
  }

  func start(of object: JSONValue) -> Time { time(columns.start, of: object) }
  func end(of object: JSONValue) -> Time { time(columns.end, of: object) }
  func duration(of object: JSONValue) -> Time { time(columns.duration, of: object) }

  /// The end where both times stand in one string, as `00:01 - 00:05`.
  func endOfRange(of object: JSONValue) -> Time {
    guard columns.end == nil, columns.duration == nil, let start = columns.start,
      let bytes = object.member(keys[start.index])?.bytes, bytes.count <= 80
    else { return (.unknown, nil) }
    return (TimeValue.range(Array(bytes)[...]).end ?? .unknown, nil)
  }

  private func time(_ column: Columns.Time?, of object: JSONValue) -> Time {
    guard let column, let value = object.member(keys[column.index]) else { return (.unknown, nil) }
    return (value.time, column.unit)
  }

  func speaker(of object: JSONValue) -> String? {
    guard let speaker = columns.speaker, let value = object.member(keys[speaker]) else {
      return nil
    }
    return (value["name"] ?? value).label
  }
}

extension JSONValue {
  /// A number, or what a string tells; of two times in a string the first one.
  var time: TimeValue {
    if kind == .number, let number { return isDecimal ? .decimal(number) : .integer(number) }
    guard let bytes, bytes.count <= 80 else { return .unknown }
    return TimeValue.range(Array(bytes)[...]).start
  }
}
