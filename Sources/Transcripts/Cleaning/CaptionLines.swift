import Algorithms

/// The lines of cues, as the file breaks them.
struct CaptionLines {
  /// Captions have four lines at most.
  private static let mostCarried = 8

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
    var number = breaks.partitioningIndex { $0 >= start }
    while number < breaks.count, breaks[number] < cue.text.upperBound {
      append(start..<breaks[number], to: &lines)
      start = breaks[number] + 1
      number += 1
    }
    append(start..<cue.text.upperBound, to: &lines)
    return lines
  }

  /// How many cues may show lines of the one in front: those that begin with the character that one of these begins with.
  ///
  /// - Complexity: O(n), with next to nothing for most cues.
  func shownAgain(among cues: [Cue]) -> Int {
    text.withUnsafeBufferPointer { text in
      var (count, next) = (0, 0)
      for number in cues.indices.dropFirst() {
        let (earlier, place) = (cues[number - 1].text, cues[number].text.lowerBound)
        if Self.beginAlike(text, earlier.lowerBound, place) {
          count += 1
        } else if !breaks.isEmpty {
          while next < breaks.count, breaks[next] < earlier.lowerBound { next += 1 }
          let behind = breaks[next...].prefix { $0 < earlier.upperBound }
          if behind.contains(where: { Self.beginAlike(text, $0 + 1, place) }) { count += 1 }
        }
      }
      return count
    }
  }

  /// Whether the same character stands at two places, spaces at the first one aside.
  @inline(__always)
  private static func beginAlike(
    _ text: UnsafeBufferPointer<UInt8>, _ first: Int, _ second: Int
  ) -> Bool {
    var first = first
    while first < second, text[first] == 0x20 { first += 1 }
    guard text[first] == text[second] else { return false }
    return text[second] < 0x80
      || text[first + 1] == text[second + 1] && text[first + 2] == text[second + 2]
  }

  private func append(_ line: Range<Int>, to lines: inout [Range<Int>]) {
    let words = text[line].trimmed
    if !words.isEmpty { lines.append(words.indices) }
  }

  /// How many of the first lines of a cue are the last ones of another.
  ///
  /// - Returns: the most that are, of as many as fit a screen.
  func carried(from earlier: [Range<Int>], to later: [Range<Int>]) -> Int {
    let starts = earlier.indices.suffix(Self.mostCarried)
    for start in starts where earlier.count - start <= later.count {
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
