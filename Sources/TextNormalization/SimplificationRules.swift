import ICUSupport

/// The rules of ICU's `Traditional-Simplified`, read from ICU.
struct SimplificationRules: Sendable {
  /// Rules of one character; those that change nothing are left out.
  private(set) var single: [UInt32: UInt32] = [:]
  /// Rules of several characters, those that change nothing too: they consume what they match.
  private(set) var multiple: [(from: [UInt32], to: [UInt32])] = []

  /// The rules of this process's ICU, read when they are first asked for.
  static let shared = Result<SimplificationRules, ICUError> { () throws(ICUError) in try read() }

  /// - Throws: `ICUError` when ICU has no such rules, or they are not of the form `a > b;`.
  static func read() throws(ICUError) -> SimplificationRules {
    var rules = SimplificationRules()
    let source = try Transliterator("Traditional-Simplified").rules()
    for line in source.split(separator: ";") {
      let sides = line.split(separator: ">").map { side in
        side.unicodeScalars.map(\.value).filter { $0 != 0x20 && $0 != 0x0A }
      }
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
        if sides.allSatisfy(\.isEmpty) { continue }
        throw ICUError(.unknownFormat, "utrans_toRules: \(line)")
      }
      rules.add(sides[0], sides[1])
    }
    return rules
  }

  private mutating func add(_ from: [UInt32], _ to: [UInt32]) {
    if from.count > 1 || to.count > 1 {
      multiple.append((from, to))
    } else if from != to {
      single[from[0]] = to[0]
    }
  }
}
