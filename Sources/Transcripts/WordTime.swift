import Algorithms

/// When a word of a transcript begins.
public struct WordTime: Hashable, Sendable {
  /// Where the word begins, as a UTF-8 byte offset into the transcript's text.
  public var offset: Int
  /// In milliseconds from the start of the recording.
  public var start: Int32

  public init(offset: Int, start: Int32) { (self.offset, self.start) = (offset, start) }
}

extension RandomAccessCollection<WordTime> where Index == Int {
  /// The times of the words that begin in a part of the text.
  ///
  /// - Complexity: O(log n).
  package func times(in text: Range<Int>) -> SubSequence {
    let first = partitioningIndex { $0.offset >= text.lowerBound }
    return self[first..<partitioningIndex { $0.offset >= text.upperBound }]
  }
}
