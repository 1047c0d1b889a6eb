#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A value of a JSON document: a place on simdjson's tape. It must not outlive the document.
struct JSONValue {
  enum Kind { case object, list, string, number, bool, null }

  private let tape: UnsafePointer<UInt64>
  private let strings: UnsafePointer<UInt8>
  private let index: Int

  init(tape: UnsafePointer<UInt64>, strings: UnsafePointer<UInt8>, index: Int) {
    (self.tape, self.strings, self.index) = (tape, strings, index)
  }

  private var tag: UInt8 { UInt8(tape[index] >> 56) }
  private var payload: Int { Int(tape[index] & 0x00FF_FFFF_FFFF_FFFF) }

  var kind: Kind {
    switch tag {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .list
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "l"), UInt8(ascii: "u"), UInt8(ascii: "d"): .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
    default: .null
    }
  }

  /// Where the next value stands.
  private var next: Int {
    switch tag {
    case UInt8(ascii: "{"), UInt8(ascii: "["): payload & 0xFFFF_FFFF
    case UInt8(ascii: "l"), UInt8(ascii: "u"), UInt8(ascii: "d"): index + 2
    default: index + 1
    }
  }

  private func at(_ index: Int) -> JSONValue {
    JSONValue(tape: tape, strings: strings, index: index)
  }

  /// The bytes of a string, UTF-8; `nil` for other values.
  var bytes: UnsafeBufferPointer<UInt8>? {
    guard tag == UInt8(ascii: "\"") else { return nil }
    let start = strings + payload
    let count = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
    return UnsafeBufferPointer(start: start + 4, count: Int(count))
  }

  var string: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  /// A number; also one that is written as a string.
  var number: Double? {
    switch tag {
    case UInt8(ascii: "l"): Double(Int64(bitPattern: tape[index + 1]))
    case UInt8(ascii: "u"): Double(tape[index + 1])
    case UInt8(ascii: "d"): Double(bitPattern: tape[index + 1])
    case UInt8(ascii: "\""): writtenNumber
    default: nil
    }
  }

  /// The number that a string is, by JSON's grammar: `nan` and hexadecimal digits are none.
  private var writtenNumber: Double? {
    guard let bytes, let first = bytes.first, first < UInt8(ascii: "A"), bytes.count < 40 else {
      return nil
    }
    guard !bytes.contains(where: { $0 | 0x20 == UInt8(ascii: "x") }) else { return nil }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether it is a number with a decimal point or an exponent.
  var isDecimal: Bool { tag == UInt8(ascii: "d") }

  var isTrue: Bool { tag == UInt8(ascii: "t") }

  /// A string, or a number as one: the name of a speaker, or its number.
  var label: String? {
    if let string { return string }
    guard kind == .number, let number else { return nil }
    return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  /// The elements of a list; none for other values.
  var elements: Elements {
    Elements(value: self, isList: tag == UInt8(ascii: "["))
  }

  /// The members of an object; none for other values.
  var members: Members {
    Members(value: self, isObject: tag == UInt8(ascii: "{"))
  }

  /// The member of an object with a key, the first of them.
  ///
  /// - Complexity: O(members).
  subscript(key: StaticString) -> JSONValue? {
    member(UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
  }

  /// The member of an object with a key that is known only when the program runs.
  func member(_ key: [UInt8]) -> JSONValue? { key.withUnsafeBufferPointer(member) }

  private func member(_ key: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    guard tag == UInt8(ascii: "{") else { return nil }
    let end = next - 1
    var place = index + 1
    while place < end {
      let value = at(place + 1)
      if let name = at(place).bytes, name.count == key.count,
        key.isEmpty || memcmp(name.baseAddress!, key.baseAddress!, key.count) == 0
      {
        return value
      }
      place = value.next
    }
    return nil
  }

  /// The value at the end of a path of keys.
  subscript(path: StaticString, _ rest: StaticString...) -> JSONValue? {
    rest.reduce(self[path]) { $0?[$1] }
  }

  /// The elements of a list, in order.
  struct Elements: Sequence, IteratorProtocol {
    private let value: JSONValue?
    private var place = 0
    private var end = 0

    /// No elements.
    static var none: Elements { Elements() }

    private init() { value = nil }

    fileprivate init(value: JSONValue, isList: Bool) {
      self.value = value
      guard isList else { return }
      (place, end) = (value.index + 1, value.next - 1)
    }

    mutating func next() -> JSONValue? {
      guard place < end, let value else { return nil }
      let element = value.at(place)
      place = element.next
      return element
    }

    var first: JSONValue? {
      var copy = self
      return copy.next()
    }

    /// Whether one of the first elements is as wanted, for a look at what a list is of.
    func begins(with isWanted: (JSONValue) -> Bool) -> Bool {
      lazy.prefix(8).contains(where: isWanted)
    }
  }

  /// The members of an object, in order.
  struct Members: Sequence, IteratorProtocol {
    private let value: JSONValue
    private var place: Int
    private let end: Int

    fileprivate init(value: JSONValue, isObject: Bool) {
      self.value = value
      place = value.index + 1
      end = isObject ? value.next - 1 : 0
    }

    mutating func next() -> (key: String, value: JSONValue)? {
      guard place < end else { return nil }
      let (key, member) = (value.at(place), value.at(place + 1))
      place = member.next
      return (key.string ?? "", member)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  static var empty: Self { Self(start: nil, count: 0) }
}
