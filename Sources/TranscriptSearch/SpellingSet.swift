import InvertedIndex

/// Spellings of one part of an index, as ranges.
struct SpellingSet {
  private var ranges: [Range<Int>]

  init(_ ranges: [Range<Int>]) {
    self.ranges = []
    for range in ranges.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound {
        let end = max(last.upperBound, range.upperBound)
        self.ranges[self.ranges.count - 1] = last.lowerBound..<end
      } else {
        self.ranges.append(range)
      }
    }
  }

  var isEmpty: Bool { ranges.isEmpty }

  /// - Complexity: O(log n) in the number of ranges.
  func contains(_ spelling: Int) -> Bool {
    let index = ranges.partitioningIndex { $0.upperBound > spelling }
    return index < ranges.count && ranges[index].lowerBound <= spelling
  }
}
