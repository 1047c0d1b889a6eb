extension RandomAccessCollection where Index == Int {
  /// The place of the first element of the second part, where all elements of the first part stand before all of the second.
  ///
  /// - Complexity: O(log n).
  func partitioningIndex(where isSecond: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
