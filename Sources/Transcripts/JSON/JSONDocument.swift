import CJSON

/// A JSON document as simdjson parses it, repaired where programs write what is no JSON (see `JSONRepair`).
final class JSONDocument {
  /// The largest document that is parsed, in bytes. Its tree takes up to eight times as much.
  static let limit = 64 << 20

  private let json: zimu_json
  /// How many halves of characters became U+FFFD, and where the first one stands.
  let brokenEscapes: (count: Int, first: Int)?

  /// - Throws: `JSONFault` with the place where the text stops being JSON.
  /// - Complexity: O(n), whatever the nesting.
  init(_ bytes: [UInt8], limit: Int = limit) throws(JSONFault) {
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    var json = Self.parse(bytes)
    var brokenEscapes: (count: Int, first: Int)?
    if json.error != 0 {
      let message = Self.message(json)
      zimu_json_free(json)
      let repair = try JSONRepair(bytes)
      guard let repaired = repair.repaired else { throw .other(message) }
      brokenEscapes = repair.brokenEscapes
      json = Self.parse(repaired)
    }
    guard json.error == 0 else {
      let message = Self.message(json)
      zimu_json_free(json)
      throw .other(message)
    }
    (self.json, self.brokenEscapes) = (json, brokenEscapes)
  }

  deinit { zimu_json_free(json) }

  /// The value that the document is; it must not outlive the document.
  var root: JSONValue { JSONValue(tape: json.tape, strings: json.strings, index: 1) }

  private static func message(_ json: zimu_json) -> String {
    String(cString: zimu_json_message(json.error))
  }

  private static func parse(_ bytes: [UInt8]) -> zimu_json {
    bytes.withUnsafeBufferPointer { zimu_json_parse($0.baseAddress, $0.count) }
  }
}

extension JSONDocument {
  /// Parses JSON that is the text of a string in other JSON, and hands its root to `body`.
  ///
  /// - Returns: what `body` returns; `nil` where there is no string or its text is no JSON.
  static func withRoot<R>(of value: JSONValue?, _ body: (JSONValue) -> R) -> R? {
    guard let bytes = value?.bytes else { return nil }
    do throws(JSONFault) {
      let document = try JSONDocument(Array(bytes))
      return withExtendedLifetime(document) { body(document.root) }
    } catch {
      return nil
    }
  }
}
