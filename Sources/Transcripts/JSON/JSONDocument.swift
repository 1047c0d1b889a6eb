import CJSON

/// A JSON document as simdjson parses it; `NaN` and halves of characters, which programs write though JSON
/// has neither, are `null` and U+FFFD.
final class JSONDocument {
  private let json: zimu_json

  /// - Throws: `TranscriptError` with the parser's message.
  /// - Complexity: O(n), whatever the nesting.
  init(_ bytes: [UInt8]) throws(TranscriptError) {
    var json = Self.parse(bytes)
    if json.error != 0, let repaired = JSONRepair.repaired(bytes) {
      zimu_json_free(json)
      json = Self.parse(repaired)
    }
    self.json = json
    guard json.error == 0 else {
      throw TranscriptError(.brokenJSON(String(cString: zimu_json_message(json.error))))
    }
  }

  deinit { zimu_json_free(json) }

  /// The value that the document is; it must not outlive the document.
  var root: JSONValue { JSONValue(tape: json.tape, strings: json.strings, index: 1) }

  private static func parse(_ bytes: [UInt8]) -> zimu_json {
    bytes.withUnsafeBufferPointer { zimu_json_parse($0.baseAddress, $0.count) }
  }
}
