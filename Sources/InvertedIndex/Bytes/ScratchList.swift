/// A list that is written through a pointer, and that keeps its memory when it is emptied: an array
/// would ask at every element who else owns it.
struct ScratchList<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 64
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }
  var isEmpty: Bool { count == 0 }

  mutating func removeAll() { count = 0 }

  /// Makes sure that there is room for so many more elements.
  @inline(__always)
  mutating func reserve(_ additional: Int) {
    if count + additional > capacity { grow(additional) }
  }

  private mutating func grow(_ additional: Int) {
    let larger = max(count + additional, capacity * 2)
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    memory.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (memory, larger)
  }

  /// Appends an element; there must be room for it.
  @inline(__always)
  mutating func put(_ element: Element) {
    assert(count < capacity)
    base[count] = element
    count += 1
  }

  mutating func append(_ element: Element) {
    reserve(1)
    put(element)
  }

  /// Appends elements that `body` writes; there must be room for them.
  ///
  /// - Parameter body: writes from a pointer on and returns how many it wrote.
  @inline(__always)
  mutating func write(_ body: (UnsafeMutablePointer<Element>) -> Int) {
    count += body(base + count)
    assert(count <= capacity)
  }

  /// Makes it a list of so many elements, whatever they are.
  mutating func resize(_ newCount: Int) {
    if newCount > count { reserve(newCount - count) }
    count = newCount
  }
}

extension ScratchList<UInt8> {
  /// The most bytes of a varint of 32 bits.
  static let longestVarint = 5

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(elements) }

  /// Appends a fixed-width integer, little-endian.
  mutating func appendInteger<Integer: FixedWidthInteger>(_ value: Integer) {
    let size = MemoryLayout<Integer>.size
    reserve(size)
    write { target in
      UnsafeMutableRawPointer(target).storeBytes(of: value.littleEndian, as: Integer.self)
      return size
    }
  }

  /// Appends LEB128; there must be room for it.
  @inline(__always)
  mutating func putVarint(_ value: Int) {
    var rest = UInt64(value)
    while rest >= 0x80 {
      put(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    put(UInt8(truncatingIfNeeded: rest))
  }
}
