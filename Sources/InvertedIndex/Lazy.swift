import Synchronization

/// A value that is made when it is first asked for, once for all threads; afterwards no thread waits for another.
package final class Lazy<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private let made = AtomicLazyReference<Box>()
  private let isMaking = Mutex(())

  package init() {}

  /// - Throws: what `make` throws; the next caller tries again.
  package func get<Failure: Error>(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
    if let made = made.load() { return made.value }
    return try isMaking.withLock { (_) throws(Failure) in
      if let made = made.load() { return made.value }
      return made.storeIfNil(Box(try make())).value
    }
  }
}
