/// Tells by their first bytes whether texts may be JSON: `[ti:title]`, `[00:01.00]` and `{24}{84}`, which begin
/// lyrics and subtitles, are none.
enum JSONBeginning {
  /// Whether a text begins like an object or array of JSON.
  static func mayBegin(_ bytes: [UInt8]) -> Bool {
    guard let open = bytes.firstIndex(where: { $0 > 0x20 }) else { return false }
    var rest = bytes[(open + 1)...].drop { $0 <= 0x20 }
    switch bytes[open] {
    case UInt8(ascii: "{"):
      return rest.isEmpty || rest.first == UInt8(ascii: "\"") || rest.first == UInt8(ascii: "}")
    case UInt8(ascii: "["): break
    default: return false
    }
    if let word = words.first(where: { rest.starts(with: $0.utf8) }) {
      rest = rest.dropFirst(word.utf8.count)
    } else if let first = rest.first, isNumeric(first) {
      rest = rest.drop(while: isNumeric)
    } else {
      let first = rest.first ?? UInt8(ascii: "]")
      return [UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "]")]
        .contains(first)
    }
    // A comma, or the end of the array and of the text.
    rest = rest.drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "]") else {
      return rest.isEmpty || rest.first == UInt8(ascii: ",")
    }
    return rest.dropFirst().allSatisfy { $0 <= 0x20 }
  }

  private static let words = ["true", "false", "null", "NaN", "Infinity", "-Infinity"]

  /// Whether a byte may stand in a number.
  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
