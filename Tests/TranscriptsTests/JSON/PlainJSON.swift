import TestSupport

@testable import Transcripts

/// A JSON tree as a test makes it, with a writer that writes each value in one of its ways.
indirect enum PlainJSON: Equatable {
  case object([(String, PlainJSON)])
  case list([PlainJSON])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  static func == (left: PlainJSON, right: PlainJSON) -> Bool {
    switch (left, right) {
    case (.object(let left), .object(let right)):
      left.map(\.0) == right.map(\.0) && left.map(\.1) == right.map(\.1)
    case (.list(let left), .list(let right)): left == right
    case (.string(let left), .string(let right)): Array(left.utf8) == Array(right.utf8)
    case (.number(let left), .number(let right)): left == right
    case (.bool(let left), .bool(let right)): left == right
    case (.null, .null): true
    default: false
    }
  }

  /// What a parsed value holds.
  init(_ value: JSONValue) {
    switch value.kind {
    case .object: self = .object(value.members.map { ($0.key, PlainJSON($0.value)) })
    case .list: self = .list(value.elements.map { PlainJSON($0) })
    case .string: self = .string(value.string!)
    case .number: self = .number(value.number!)
    case .bool: self = .bool(value.isTrue)
    case .null: self = .null
    }
  }

  /// A random object or list, at most so deep.
  static func random(depth: Int, using generator: inout SeededGenerator) -> PlainJSON {
    let count = Int.random(in: 0...5, using: &generator)
    if Bool.random(using: &generator) {
      return .list((0..<count).map { _ in value(depth: depth, using: &generator) })
    }
    return .object(
      (0..<count).map { _ in (text(&generator), value(depth: depth, using: &generator)) })
  }

  private static func value(depth: Int, using generator: inout SeededGenerator) -> PlainJSON {
    switch Int.random(in: 0...(depth > 0 ? 7 : 5), using: &generator) {
    case 0: .null
    case 1: .bool(Bool.random(using: &generator))
    case 2: .number(Double(Int.random(in: -5000...5000, using: &generator)) / 16)
    case 3: .number(Double(Int64.random(in: -9_000_000_000...9_000_000_000, using: &generator)))
    case 4, 5: .string(text(&generator))
    default: random(depth: depth - 1, using: &generator)
    }
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    RandomText.string(length: Int.random(in: 0...6, using: &generator), using: &generator)
      + ["", "", "\\", "\"", "/\\u0041", "\n", "\u{1}", "😀"].randomElement(using: &generator)!
  }

  /// The tree as JSON, with spaces and escapes by chance.
  func written(using generator: inout SeededGenerator) -> String {
    let space = ["", "", " ", "\n\t"].randomElement(using: &generator)!
    switch self {
    case .object(let members):
      let parts = members.map { key, value in
        Self.quoted(key, &generator) + space + ":" + value.written(using: &generator)
      }
      return "{" + parts.joined(separator: space + ",") + space + "}"
    case .list(let elements):
      return "[" + elements.map { $0.written(using: &generator) }.joined(separator: "," + space)
        + "]"
    case .string(let text): return Self.quoted(text, &generator)
    case .number(let number):
      return number == number.rounded() && Bool.random(using: &generator)
        ? String(Int(number)) : "\(number)"
    case .bool(let value): return "\(value)"
    case .null: return "null"
    }
  }

  private static func quoted(_ text: String, _ generator: inout SeededGenerator) -> String {
    let escapesAll = Bool.random(using: &generator)
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where escapesAll || scalar.value < 0x20:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: Bool.random(using: &generator))
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
