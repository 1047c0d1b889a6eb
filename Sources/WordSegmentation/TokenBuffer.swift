/// The segments of one text: where each starts and ends, and its kind.
///
/// The three arrays have equal lengths. Segments are in order and cover all of the text. One
/// buffer serves many texts: segmenters keep its storage.
public struct TokenBuffer: Hashable, Sendable {
  /// UTF-8 byte offsets of the first byte of each segment.
  public private(set) var starts: [UInt32] = []
  /// UTF-8 byte offsets after the last byte of each segment.
  public private(set) var ends: [UInt32] = []
  public private(set) var kinds: [WordKind] = []

  public init() {}

  public var count: Int { kinds.count }

  public var indices: Range<Int> { kinds.indices }

  /// The bytes of the segment at `index`.
  @inlinable
  public func range(_ index: Int) -> Range<Int> {
    Int(starts[index])..<Int(ends[index])
  }

  public mutating func removeAll() {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
  }

  public mutating func append(_ range: Range<Int>, _ kind: WordKind) {
    starts.append(UInt32(range.lowerBound))
    ends.append(UInt32(range.upperBound))
    kinds.append(kind)
  }
}
