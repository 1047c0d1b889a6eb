/// Some of the values that pass by, evenly spread over all of them.
///
/// Each time that there are too many every second one is dropped, and half as many are taken from there on.
struct SpreadSample<Value> {
  private(set) var values: [Value] = []
  private let limit: Int
  private var stride = 1
  private var count = 0

  /// - Parameter limit: the most values that are held; at least half as many are, if there are.
  init(limit: Int) { self.limit = max(2, limit) }

  mutating func add(_ value: @autoclosure () -> Value) {
    defer { count += 1 }
    guard count % stride == 0 else { return }
    if values.count == limit {
      values = Swift.stride(from: 0, to: values.count, by: 2).map { values[$0] }
      stride *= 2
      guard count % stride == 0 else { return }
    }
    values.append(value())
  }
}

extension Array {
  /// So many of the elements, or all if there are fewer, evenly spread.
  func spread(_ count: Int) -> [Element] {
    guard count < self.count else { return self }
    return (0..<count).map { self[(2 * $0 + 1) * self.count / (2 * count)] }
  }
}
