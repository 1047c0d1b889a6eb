/// How the names of files, and of the folders above them, tell what they are: `{show}/{date} {title}`.
///
/// Fields in braces are `title`, `show`, `date`, `number`, `speaker`; others are tags, and `{}` is any text. White
/// space stands for some white space, everything else for itself. A field takes as little as it can.
public struct NamePattern: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case literal(Character)
    case space
    case field(String)
  }

  /// The parts of the names, the file's name last.
  private let names: [[Part]]

  /// - Returns: `nil` where braces don't match, or there is no field.
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
      guard let fields = Self.match(parts[...], Array(name)[...]) else { return nil }
      for (field, value) in fields { metadata.take(value, as: field) }
    }
    return metadata
  }

  /// The values of the fields where the text fits.
  private static func match(
    _ parts: ArraySlice<Part>, _ text: ArraySlice<Character>
  ) -> [(String, String)]? {
    guard let part = parts.first else { return text.isEmpty ? [] : nil }
    let rest = parts.dropFirst()
    switch part {
    case .literal(let character):
      return text.first == character ? match(rest, text.dropFirst()) : nil
    case .space:
      let after = text.drop(while: \.isWhitespace)
      return after.count < text.count ? match(rest, after) : nil
    case .field(let name): return field(name, rest, text)
    }
  }

  private static func field(
    _ name: String, _ rest: ArraySlice<Part>, _ text: ArraySlice<Character>
  ) -> [(String, String)]? {
    // What follows the last field is all that it may take.
    let lengths = rest.isEmpty ? [text.count] : Array(stride(from: 1, through: text.count, by: 1))
    for length in lengths where length > 0 {
      guard let value = value(String(text.prefix(length)), of: name),
        let fields = match(rest, text.dropFirst(length))
      else { continue }
      return [(name, value)] + fields
    }
    return nil
  }

  private static func value(_ text: String, of field: String) -> String? {
    switch field {
    case "date": NameDate.whole(text)
    case "number": text.allSatisfy(\.isASCII) ? Int(text).map(String.init) : nil
    default: text
    }
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
