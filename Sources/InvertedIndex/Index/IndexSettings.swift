/// The settings that shaped an index, by name: those of its words, and whether siblings are episodes.
///
/// Two indexes, or an index and a run, fit together only if these are equal.
public struct IndexSettings: Hashable, Sendable {
  /// Names such as `search-form` and what they were set to, in a fixed order.
  public private(set) var values: [(name: String, value: String)]

  public init(_ values: KeyValuePairs<String, String>) {
    self.values = values.map { (name: $0.key, value: $0.value) }
  }

  public static func == (first: IndexSettings, second: IndexSettings) -> Bool {
    first.values.elementsEqual(second.values, by: ==)
  }

  public func hash(into hasher: inout Hasher) {
    for (name, value) in values {
      hasher.combine(name)
      hasher.combine(value)
    }
  }

  /// What a setting was set to; `nil` if there is none of that name.
  public subscript(name: String) -> String? { values.first { $0.name == name }?.value }

  /// The settings with one more, or without the one of that name.
  public func setting(_ name: String, to value: String?) -> IndexSettings {
    var settings = self
    settings.values.removeAll { $0.name == name }
    if let value { settings.values.append((name, value)) }
    return settings
  }

  func write(to writer: inout ByteWriter) {
    writer.varint(values.count)
    for (name, value) in values {
      writer.string(name)
      writer.string(value)
    }
  }

  init(from reader: inout ByteReader) throws(IndexError) {
    values = []
    for _ in 0..<(try reader.varint()) {
      values.append((try reader.string(), try reader.string()))
    }
  }
}
