/// The lines of cues, as the file breaks them.
struct CaptionLines {
  private let text: [UInt8]
  /// Where in the text a space stands for a line break, in order.
  private let breaks: [Int]

  init(text: [UInt8], breaks: [Int]) { (self.text, self.breaks) = (text, breaks) }

  /// Where the lines of a cue stand in the text, without white space at their ends; lines of white space are none.
  ///
  /// - Complexity: O(n), and O(log m) for m breaks.
  func ranges(in cue: Cue) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = cue.text.lowerBound
    var number = firstBreak(from: start)
    while number < breaks.count, breaks[number] < cue.text.upperBound {
      append(start..<breaks[number], to: &lines)
      start = breaks[number] + 1
      number += 1
    }
    append(start..<cue.text.upperBound, to: &lines)
    return lines
  }

  /// Whether the first character of a cue begins a line of another one: if not, it shows none of its lines.
  ///
  /// - Complexity: O(lines + log m) for m breaks.
  func mayShow(_ earlier: Cue, in later: Cue) -> Bool {
    let words = text[later.text]
    let start = words.prefix(1 + words.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count)
    if text[earlier.text].starts(with: start) { return true }
    guard !breaks.isEmpty else { return false }
    let behind = breaks[firstBreak(from: earlier.text.lowerBound)...].lazy
      .prefix { $0 < earlier.text.upperBound }
    return behind.contains { text[$0...].drop { $0 <= 0x20 }.starts(with: start) }
  }

  /// The number of the first break at a place or behind it.
  private func firstBreak(from place: Int) -> Int {
    var (low, high) = (0, breaks.count)
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func append(_ line: Range<Int>, to lines: inout [Range<Int>]) {
    let words = text[line].trimmed
    if !words.isEmpty { lines.append(words.indices) }
  }

  /// How many of the first lines of a cue are the last ones of another.
  ///
  /// - Returns: the most that are.
  func carried(from earlier: [Range<Int>], to later: [Range<Int>]) -> Int {
    for start in earlier.indices where earlier.count - start <= later.count {
      let isCarried = zip(earlier[start...], later).allSatisfy { areEqual($0, $1) }
      if isCarried { return earlier.count - start }
    }
    return 0
  }

  func areEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.count == second.count && text[first].elementsEqual(text[second])
  }

  /// Whether the words of a line begin with those of a shorter one.
  func grows(_ line: Range<Int>, into longer: Range<Int>) -> Bool {
    line.count < longer.count && areEqual(line, longer.prefix(line.count))
  }
}

extension Range<Int> {
  fileprivate func prefix(_ count: Int) -> Range<Int> { lowerBound..<(lowerBound + count) }
}
