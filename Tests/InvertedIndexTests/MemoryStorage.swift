import Synchronization
import TestSupport

@testable import InvertedIndex

/// A folder in memory that forgets on power loss what was not synced, and fails when it is told to.
final class MemoryStorage: IndexStorage {
  /// A file's bytes, and those of them that are safe.
  final class Node: Sendable {
    let state = Mutex<(bytes: [UInt8], synced: [UInt8])>(([], []))

    init(_ bytes: [UInt8] = []) { state.withLock { $0 = (bytes, bytes) } }
  }

  private enum Change {
    case set(String, Node)
    case remove(String)
  }

  private struct State {
    var names: [String: Node] = [:]
    var durable: [String: Node] = [:]
    /// Changes of names since the last sync.
    var pending: [Change] = []
    /// Operations until everything fails.
    var rest: Int?
    var operations = 0
    var isLocked = false
  }

  let path = "memory"
  private let state = Mutex(State())

  init() {}

  private init(_ names: [String: Node]) {
    state.withLock {
      $0.names = names
      $0.durable = names
    }
  }

  /// How many operations there were that changed anything.
  var operations: Int { state.withLock { $0.operations } }

  /// Lets everything fail after some more operations, as if the process were killed or the disk full.
  func fail(after count: Int?) { state.withLock { $0.rest = count } }

  /// The files, all synced.
  var files: [String: [UInt8]] {
    get { state.withLock { $0.names.mapValues { $0.state.withLock { $0.bytes } } } }
    set {
      let nodes = newValue.mapValues { Node($0) }
      state.withLock { ($0.names, $0.durable, $0.pending) = (nodes, nodes, []) }
    }
  }

  /// What is there after the process was killed: all that was written.
  func afterKill() -> MemoryStorage {
    let copy = MemoryStorage()
    copy.files = files
    return copy
  }

  /// What may be there after the power went: of names and bytes that were not synced, any.
  func afterPowerLoss(using generator: inout SeededGenerator) -> MemoryStorage {
    let (durable, pending) = state.withLock { ($0.durable, $0.pending) }
    var names = durable
    for change in pending where Bool.random(using: &generator) {
      switch change {
      case .set(let name, let node): names[name] = node
      case .remove(let name): names[name] = nil
      }
    }
    return MemoryStorage(names.mapValues { Node(Self.left(of: $0, using: &generator)) })
  }

  /// The bytes of a file of which only those synced are sure to be there.
  private static func left(of node: Node, using generator: inout SeededGenerator) -> [UInt8] {
    let (bytes, synced) = node.state.withLock { $0 }
    var left = bytes
    guard bytes.count > synced.count else { return left }
    // Pages of what is not safe may hold zeros, and the end may be missing.
    for page in stride(from: synced.count, to: bytes.count, by: 512)
    where Bool.random(using: &generator) {
      for index in page..<min(page + 512, bytes.count) { left[index] = 0 }
    }
    return Array(left.prefix(Int.random(in: synced.count...bytes.count, using: &generator)))
  }

  /// Counts an operation, or fails.
  private func change<Result>(
    _ body: (inout State) throws(IndexError) -> Result
  ) throws(IndexError) -> Result {
    try state.withLock { (state) throws(IndexError) in
      if let rest = state.rest {
        guard rest > 0 else { throw IndexError(.system, "no more") }
        state.rest = rest - 1
      }
      state.operations += 1
      return try body(&state)
    }
  }

  func prepare() throws(IndexError) {}

  func names() throws(IndexError) -> [String] { state.withLock { Array($0.names.keys) } }

  func contents(of name: String) throws(IndexError) -> FileContents? {
    let bytes = state.withLock { $0.names[name]?.state.withLock { $0.bytes } }
    return bytes.map { FileContents(copying: $0, path: "memory/\(name)") }
  }

  func create(_ name: String) throws(IndexError) -> any OutputFile {
    try change { (state) throws(IndexError) in
      let node = Node()
      state.names[name] = node
      state.pending.append(.set(name, node))
      return MemoryFile(node, self)
    }
  }

  func rename(_ old: String, to new: String) throws(IndexError) {
    try change { (state) throws(IndexError) in
      guard let node = state.names.removeValue(forKey: old) else {
        throw IndexError(.system, "no \(old)")
      }
      state.names[new] = node
      state.pending += [.set(new, node), .remove(old)]
    }
  }

  func remove(_ name: String) throws(IndexError) {
    try change { (state) throws(IndexError) in
      state.names[name] = nil
      state.pending.append(.remove(name))
    }
  }

  func syncNames() throws(IndexError) {
    try change { (state) throws(IndexError) in
      state.durable = state.names
      state.pending = []
    }
  }

  func lock() throws(IndexError) -> any WriterLock {
    let isFree = state.withLock { state in
      defer { state.isLocked = true }
      return !state.isLocked
    }
    guard isFree else { throw IndexError(.locked, "locked") }
    return Lock(self)
  }

  private final class Lock: WriterLock {
    private let storage: MemoryStorage
    init(_ storage: MemoryStorage) { self.storage = storage }
    deinit { storage.state.withLock { $0.isLocked = false } }
  }

  private final class MemoryFile: OutputFile {
    private let node: Node
    private let storage: MemoryStorage

    init(_ node: Node, _ storage: MemoryStorage) { (self.node, self.storage) = (node, storage) }

    func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
      let count = bytes.count
      do throws(IndexError) {
        try storage.change { _ throws(IndexError) in }
      } catch {
        // A write that fails may have done its first half.
        node.state.withLock { $0.bytes += bytes.prefix(count / 2) }
        throw error
      }
      node.state.withLock { $0.bytes += bytes }
    }

    func sync() throws(IndexError) {
      try storage.change { _ throws(IndexError) in }
      node.state.withLock { $0.synced = $0.bytes }
    }

    func close() {}
  }
}
