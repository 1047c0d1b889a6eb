/// JSON of programs that have no reader of their own: a list of objects with text and a start under usual names
/// (`CueKeys`), at the top or up to two objects deep. Objects in a list `words` are joined to cues.
struct OtherJSONReader: JSONFormReader {
  let format = TranscriptFormat(
    "json", "a list of objects with text and times, by usual names", extensions: ["json"],
    keeps: [.times, .speakers])

  /// What another format claims is not of this one.
  func claims(_ root: JSONValue) -> Bool {
    !JSONFormats.readers.contains { $0.claims(root) } && Self.find(in: root, depth: 2) != nil
  }

  private typealias List = (elements: JSONValue.Elements, keys: CueKeys)

  private static func find(in value: JSONValue, depth: Int) -> List? {
    if value.kind == .list { return list(value, isWords: false) }
    let members = value.members.prefix(64)
    if let found = members.lazy.compactMap({ list($0.value, isWords: false, name: $0.key) }).first {
      return found
    }
    if depth > 0,
      let found = members.lazy.filter({ $0.value.kind == .object })
        .compactMap({ find(in: $0.value, depth: depth - 1) }).first
    {
      return found
    }
    return value["words"].flatMap { list($0, isWords: true) }
  }

  private static func list(_ value: JSONValue, isWords: Bool, name: String = "") -> List? {
    guard value.kind == .list, name != "words" else { return nil }
    let keys = value.elements.prefix(8).lazy.compactMap { CueKeys($0, isWords: isWords) }.first
    return keys.map { (value.elements, $0) }
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    guard let (elements, keys) = Self.find(in: root, depth: 2) else { return }
    var rows = CueRows()
    for (index, element) in elements.enumerated() where !rows.append(element, keys: keys) {
      builder.append(element: nil, number: index + 1, start: nil, end: nil)
    }
    rows.append(to: &builder, asWords: keys.isWords)
  }
}
