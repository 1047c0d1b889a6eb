import Synchronization

/// A value that is made when it is first asked for, once for all threads.
package final class Lazy<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  package init() {}

  package func get(_ make: () throws(IndexError) -> Value) throws(IndexError) -> Value {
    try value.withLock { (value) throws(IndexError) in
      if let value { return value }
      let made = try make()
      value = made
      return made
    }
  }
}
