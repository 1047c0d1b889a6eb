/// Judges by the beginning of a text whether it is a record of turns, and of which shape.
struct TurnSurvey {
  private struct Found {
    let name: String
    let isLabel: Bool
    let stamp: ClockStamp
    /// Whether the words stand below, and the line before the next header.
    var hasWords: Bool
  }

  /// The shape of the headers; `nil` where the text is none of turns.
  let shape: TurnHeader.Shape?

  init(_ file: SourceFile) {
    let head = file.head[...]
    self.init(head, isWhole: head.count == file.text.bytes.count)
  }

  /// - Parameter isWhole: whether nothing follows that may be the words of the last header.
  init(_ head: ArraySlice<UInt8>, isWhole: Bool = true) {
    var found: [TurnHeader.Shape: [Found]] = [:]
    var lines = LineScanner(Array(head))
    var (last, lineCount, firstLine): (TurnHeader.Shape?, Int, Int?) = (nil, 0, nil)
    while let line = lines.next() {
      guard !line.trimmed.isEmpty else { continue }
      lineCount += 1
      guard let header = TurnHeader(line) else {
        if let last, let count = found[last]?.count { found[last]![count - 1].hasWords = true }
        last = nil
        continue
      }
      firstLine = firstLine ?? lineCount
      found[header.shape, default: []].append(
        Found(
          name: header.name.string, isLabel: TurnHeader.isLabel(header.name), stamp: header.stamp,
          hasWords: !header.words.isEmpty))
      last = header.words.isEmpty ? header.shape : nil
    }
    if let last, !isWhole, let count = found[last]?.count {
      found[last]![count - 1].hasWords = true
    }
    let lineTotal = lineCount - (firstLine ?? 1) + 1
    let best = TurnHeader.Shape.allCases.max {
      (found[$0]?.count ?? 0) < (found[$1]?.count ?? 0)
    }
    shape = best.flatMap { Self.isConvincing(found[$0] ?? [], $0, lines: lineTotal) ? $0 : nil }
  }

  private static func isConvincing(
    _ headers: [Found], _ shape: TurnHeader.Shape, lines: Int
  ) -> Bool {
    guard isInOrder(headers, shape), haveWords(headers) else { return false }
    if headers.allSatisfy(\.isLabel) { return true }
    return headers.count >= 2 && areFrequent(headers, shape, lines)
      && namesComeBack(headers, shape)
  }

  /// Words stand below nearly all headers; the last one may have none.
  private static func haveWords(_ headers: [Found]) -> Bool {
    let others = headers.dropLast()
    return headers.contains(where: \.hasWords)
      && others.count { $0.hasWords } * 10 >= others.count * 8
  }

  /// Times hardly ever go back, but at midnight.
  private static func isInOrder(_ headers: [Found], _ shape: TurnHeader.Shape) -> Bool {
    let back = zip(headers, headers.dropFirst()).count { first, second in
      guard first.stamp.date == second.stamp.date else { return false }
      let step = second.stamp.start - first.stamp.start
      return step < 0 && (shape != .bracketedNameThenTime || step > -43_200_000)
    }
    return back * 10 <= headers.count
  }

  private static func areFrequent(
    _ headers: [Found], _ shape: TurnHeader.Shape, _ lines: Int
  ) -> Bool {
    switch shape {
    case .nameTimeWords, .nameTimeBareWords: headers.count * 3 >= lines
    case .nameThenTime, .bracketedNameThenTime, .timeThenName: headers.count * 12 >= lines
    }
  }

  /// Where nothing else tells them from the rows of a timetable or a list of chapters, some of the names come
  /// back: people speak more than once.
  private static func namesComeBack(_ headers: [Found], _ shape: TurnHeader.Shape) -> Bool {
    let isWeak =
      shape == .timeThenName || shape == .nameTimeBareWords
      || headers.contains { $0.stamp.parts == 2 && !$0.stamp.isBracketed }
    let most = shape == .timeThenName ? 2 : 3
    guard isWeak, headers.count > most else { return true }
    return Set(headers.map(\.name)).count * 4 <= headers.count * 3
  }
}
