extension RandomAccessCollection where Index == Int {
  /// The first index whose element, and those of all after it, satisfy a predicate.
  ///
  /// - Complexity: O(log n).
  func firstIndex(sorted isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
