/// A pattern for file and folder names that contain metadata, such as `{show}/{date} {title}`.
///
/// The fields in braces are `title`, `show`, `date`, `number` and `speaker`. Other names are tags, and `{}`
/// is any text. White space matches one or more white-space characters; other text matches itself. Dates and
/// numbers match as much as possible, other fields as little as possible.
public struct NamePattern: Hashable, Sendable {
  fileprivate enum Part: Hashable, Sendable {
    case literal(Character)
    case space
    case field(String)
  }

  /// The parts of the names, the file's name last.
  private let names: [[Part]]

  /// Creates a pattern.
  ///
  /// - Parameter text: the pattern.
  /// - Returns: `nil` if braces do not match, or if there is no field.
  public init?(_ text: String) {
    var names: [[Part]] = []
    for name in text.split(separator: "/") {
      guard let parts = Self.parts(of: name) else { return nil }
      names.append(parts)
    }
    self.names = names
    let hasField = names.joined().contains { if case .field = $0 { true } else { false } }
    guard hasField else { return nil }
  }

  private static func parts(of name: Substring) -> [Part]? {
    var (parts, rest) = ([Part](), name)
    while let character = rest.popFirst() {
      switch character {
      case "{":
        guard let end = rest.firstIndex(of: "}"), !rest[..<end].contains("{") else { return nil }
        parts.append(.field(rest[..<end].lowercased()))
        rest = rest[end...].dropFirst()
      case "}": return nil
      case _ where character.isWhitespace: if parts.last != .space { parts.append(.space) }
      default: parts.append(.literal(character))
      }
    }
    return parts
  }

  /// What a path tells; `nil` where it isn't of this form.
  ///
  /// - Parameter components: the names of the path, the file's last.
  public func metadata(ofPath components: [String]) -> TranscriptMetadata? {
    guard components.count >= names.count, let fileName = components.last else { return nil }
    let folders = components.dropLast().suffix(names.count - 1)
    var metadata = TranscriptMetadata()
    for (parts, name) in zip(names, folders + [NameEndings.stem(of: fileName)]) {
      var matching = Matching(text: Array(name))
      guard let fields = matching.fields(parts[...], from: 0) else { return nil }
      for (field, value) in fields { metadata.take(value, as: field) }
    }
    return metadata
  }

  fileprivate static func value(_ text: String, of field: String) -> String? {
    switch field {
    case "date": NameDate.whole(text) ?? NameYear.whole(text)
    case "number": text.allSatisfy(\.isASCII) ? Int(text).map(String.init) : nil
    default: text
    }
  }
}

/// Fits parts of a pattern to a name.
private struct Matching {
  private struct Place: Hashable {
    let part: Int
    let character: Int
  }

  let text: [Character]
  /// Where the rest of the pattern doesn't fit the rest of the text: tried once each, or fields that touch would
  /// take a time that grows with their number as the exponent.
  private var failed: Set<Place> = []

  init(text: [Character]) { self.text = text }

  /// The values of the fields where the text fits from a character on.
  ///
  /// - Complexity: O(parts · n²).
  mutating func fields(
    _ parts: ArraySlice<NamePattern.Part>, from start: Int
  ) -> [(String, String)]? {
    guard let part = parts.first else { return start == text.count ? [] : nil }
    let place = Place(part: parts.startIndex, character: start)
    guard !failed.contains(place) else { return nil }
    let fields = fields(part, parts.dropFirst(), from: start)
    if fields == nil { failed.insert(place) }
    return fields
  }

  private mutating func fields(
    _ part: NamePattern.Part, _ rest: ArraySlice<NamePattern.Part>, from start: Int
  ) -> [(String, String)]? {
    switch part {
    case .literal(let character):
      return start < text.count && text[start] == character ? fields(rest, from: start + 1) : nil
    case .space:
      let end = text[start...].firstIndex { !$0.isWhitespace } ?? text.count
      return end > start ? fields(rest, from: end) : nil
    case .field(let name): return field(name, rest, from: start)
    }
  }

  /// Where a field may end, in order of preference.
  private func ends(of field: String, isLast: Bool, from start: Int) -> [Int] {
    // What follows the last field is all that it may take.
    if isLast { return [text.count] }
    guard ["date", "number"].contains(field) else { return Array(start + 1...text.count) }
    // A year that goes on is a day. Longer texts are neither.
    return (start + 1...min(start + Self.mostCharacters, text.count)).reversed()
  }

  /// As many as 2024年12月30日 has, and any number.
  private static let mostCharacters = 11

  private mutating func field(
    _ name: String, _ rest: ArraySlice<NamePattern.Part>, from start: Int
  ) -> [(String, String)]? {
    guard start < text.count else { return nil }
    for end in ends(of: name, isLast: rest.isEmpty, from: start) {
      guard let value = NamePattern.value(String(text[start..<end]), of: name),
        let fields = fields(rest, from: end)
      else { continue }
      return [(name, value)] + fields
    }
    return nil
  }
}

extension TranscriptMetadata {
  fileprivate mutating func take(_ value: String, as field: String) {
    switch field {
    case "title": title = value
    case "show": show = value
    case "date": date = value
    case "number": number = Int(value)
    case "speaker": speaker = value
    default: tags += [Tag(field, value)].compactMap(\.self)
    }
  }
}
