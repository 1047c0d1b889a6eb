public import FilePaths

extension EpisodeRecord {
  /// A record of a file of which something is known already.
  public init(path: FilePath, statements: [EpisodeStatement]) {
    self.init(path: path, title: "", show: "", date: "")
    self.statements = statements
    settle()
  }

  /// Puts what a source says now in the place of what it said before; of all that is said of a field, the most
  /// explicit source decides.
  public mutating func replace(_ source: EpisodeStatement.Source, with new: [EpisodeStatement]) {
    guard !new.isEmpty || statements.contains(where: { $0.source == source }) else { return }
    let others = statements.filter { $0.source != source }
    let index = others.firstIndex { $0.source > source } ?? others.count
    statements = Array(others[..<index]) + new + others[index...]
    settle()
  }

  /// What decides about a field; a tag may have several values, all of one source.
  public func deciding(_ field: EpisodeStatement.Field) -> [EpisodeStatement] {
    guard let first = statements.first(where: { $0.field == field }) else { return [] }
    return statements.filter { $0.field == field && $0.source == first.source }
  }

  /// The names of the tags, in order.
  public var tagNames: [String] {
    var names: Set<String> = []
    for statement in statements { if case .tag(let name) = statement.field { names.insert(name) } }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The values of a tag; none where the episode hasn't got it.
  public func tag(_ name: String) -> [String] { deciding(.tag(name)).map(\.value) }

  /// Sets the speakers that cues name; where there is none, a source may say who speaks in all.
  public mutating func setSpeakers(_ names: [String]) {
    (speakers, hasGivenSpeaker) = (names, false)
    settle()
  }

  /// Brings the fields up to date with what is said of them.
  private mutating func settle() {
    let value = { [statements] (field: EpisodeStatement.Field) in
      statements.first { $0.field == field }?.value ?? ""
    }
    if !statements.isEmpty {
      (title, show, date, url) = (value(.title), value(.show), value(.date), value(.url))
      number = Int(value(.number))
    }
    guard hasGivenSpeaker || speakers.isEmpty else { return }
    let speaker = value(.speaker)
    speakers = speaker.isEmpty ? [] : [speaker]
    hasGivenSpeaker = !speaker.isEmpty
  }

  /// Whether a field of the record has what a statement says, so that the segment need not say it again.
  func has(_ statement: EpisodeStatement) -> Bool {
    fixedValue(of: statement.field) == statement.value
  }

  /// The value of a field that the record has room for.
  func fixedValue(of field: EpisodeStatement.Field) -> String? {
    switch field {
    case .title: title
    case .show: show
    case .date: date
    case .url: url
    case .number: number.map { String($0) }
    case .speaker: hasGivenSpeaker ? speakers.first : nil
    case .tag: nil
    }
  }
}

extension ByteWriter {
  /// Writes of each statement: its source, its field (tags as their number behind the fixed ones, with their name) times
  /// two, plus one where the record has its value; else the value.
  mutating func statements(of record: EpisodeRecord) {
    varint(record.statements.count)
    for statement in record.statements {
      let (fixed, isKnown) = (EpisodeStatement.Field.fixed, record.has(statement))
      varint(statement.source.rawValue)
      varint((fixed.firstIndex(of: statement.field) ?? fixed.count) * 2 + (isKnown ? 1 : 0))
      if case .tag(let name) = statement.field { string(name) }
      if !isKnown { string(statement.value) }
    }
  }
}

extension ByteReader {
  mutating func statements(of record: EpisodeRecord) throws(IndexError) -> [EpisodeStatement] {
    let fixed = EpisodeStatement.Field.fixed
    var statements: [EpisodeStatement] = []
    for _ in 0..<(try varint()) {
      let source = try varint(below: EpisodeStatement.Source.allCases.count)
      let code = try varint(below: 2 * fixed.count + 2)
      let field = code / 2 < fixed.count ? fixed[code / 2] : .tag(try string())
      let known = code % 2 == 1 ? record.fixedValue(of: field) : nil
      guard let value = code % 2 == 1 ? known : try string() else {
        throw corrupt("a statement of which the record has no value")
      }
      statements.append(EpisodeStatement(field, value, from: .init(rawValue: source)!))
    }
    return statements
  }
}
