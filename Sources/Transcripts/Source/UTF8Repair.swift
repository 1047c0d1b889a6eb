import ICUSupport

/// Replaces broken UTF-8 by U+FFFD, noting where.
struct UTF8Repair {
  /// A broken place: the bytes, where they stood, and their line, from 1.
  struct Place {
    let bytes: [UInt8]
    let position: Int
    let line: Int
  }

  /// More warnings than this about one file help nobody.
  private static let limit = 20

  private let broken: [UInt8]
  private(set) var repaired: [UInt8] = []
  private(set) var repairs = OffsetChanges()
  /// The first places.
  private(set) var places: [Place] = []
  private var line = 1

  init(_ broken: [UInt8]) { self.broken = broken }

  /// How many places there are beyond `places`; `nil` for none.
  var more: Int? { repairs.count > Self.limit ? repairs.count - Self.limit : nil }

  mutating func run() {
    repaired.reserveCapacity(broken.count + 64)
    var position = 0
    while position < broken.count {
      let scalar = UTF8Scalar.decode(broken.span, at: position)
      if scalar.value == 0x0A { line += 1 }
      if !scalar.isValid { note(position, scalar.length) }
      repaired.append(utf8: scalar.value)
      position += scalar.length
    }
  }

  private mutating func note(_ position: Int, _ length: Int) {
    repairs.add(from: repaired.count + 1, growth: 3 - length)
    guard places.count < Self.limit else { return }
    places.append(
      Place(bytes: Array(broken[position..<position + length]), position: position, line: line))
  }
}
