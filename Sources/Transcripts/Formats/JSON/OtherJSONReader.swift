/// JSON of programs that have no reader of their own: a list of objects with text and a start under usual names
/// (`CueKeys`), at the top or up to two objects deep. Objects in a list `words` are joined to cues.
struct OtherJSONReader: JSONFormReader {
  let format = TranscriptFormat(
    "json", "JSON list of objects with text and times under common names", extensions: ["json"],
    keeps: [.times, .speakers])

  /// What another format claims is not of this one.
  func claims(_ root: JSONValue) -> Bool {
    !JSONFormats.readers.contains { $0.claims(root) } && Self.find(in: root, depth: 2) != nil
  }

  private struct List {
    let elements: JSONValue.Elements
    let keys: CueKeys
    /// The names of what stands beside the list and holds cues, too.
    var others: [String] = []
  }

  private static func find(in value: JSONValue, depth: Int) -> List? {
    if value.kind == .list { return list(value, isWords: false) }
    let members = value.members.prefix(64)
    if let found = first(members, { list($0.value, isWords: false, name: $0.key) }) { return found }
    if depth > 0,
      let found = first(
        members, { $0.value.kind == .object ? find(in: $0.value, depth: depth - 1) : nil })
    {
      return found
    }
    return value["words"].flatMap { list($0, isWords: true) }
  }

  /// The list of the first member that has one, with the names of the other members that do.
  private static func first(
    _ members: some Sequence<(key: String, value: JSONValue)>,
    _ list: ((key: String, value: JSONValue)) -> List?
  ) -> List? {
    var found: List?
    for member in members {
      guard let list = list(member) else { continue }
      if found == nil { found = list } else { found?.others.append(member.key) }
    }
    return found
  }

  private static func list(_ value: JSONValue, isWords: Bool, name: String = "") -> List? {
    guard value.kind == .list, name != "words" else { return nil }
    let keys = value.elements.prefix(8).lazy.compactMap { CueKeys($0, isWords: isWords) }.first
    return keys.map { List(elements: value.elements, keys: $0) }
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    guard let list = Self.find(in: root, depth: 2) else { return }
    var rows = CueRows()
    for (index, element) in list.elements.enumerated()
    where !rows.append(element, keys: list.keys) {
      builder.append(element: nil, number: index + 1, start: nil, end: nil)
    }
    if !list.others.isEmpty { builder.warn(.otherCueLists(list.others)) }
    rows.append(to: &builder, asWords: list.keys.isWords)
  }
}
