import Dispatch
import Synchronization

/// Work on several cores, with results in order.
enum Parallel {
  /// What `make` gives for 0, 1, … `count` − 1.
  ///
  /// - Parameter jobs: how many are made at a time.
  /// - Throws: the error of the lowest number that has one.
  static func map<Result: Sendable>(
    _ count: Int, jobs: Int, _ make: @Sendable (Int) throws(IndexError) -> Result
  ) throws(IndexError) -> [Result] {
    guard jobs > 1, count > 1 else {
      var results: [Result] = []
      for index in 0..<count { results.append(try make(index)) }
      return results
    }
    let next = Atomic(0)
    let slots = Mutex([Swift.Result<Result, IndexError>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
      while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < count {
        let result = Swift.Result { () throws(IndexError) in try make(index) }
        slots.withLock { $0[index] = result }
      }
    }
    var results: [Result] = []
    for slot in slots.withLock({ $0 }) { results.append(try slot!.get()) }
    return results
  }
}

/// The encoded postings of some terms, one after another.
struct EncodedTerms: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Adds a term: what `encode` appends.
  mutating func add(_ encode: (inout [UInt8]) throws(IndexError) -> Void) throws(IndexError) {
    try encode(&bytes)
    ends.append(bytes.count)
  }

  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }
}
