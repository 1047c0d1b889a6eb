import CJSON

/// Finds out by simdjson whether bytes are well-formed UTF-8.
enum UTF8Validation {
  /// - Complexity: O(n).
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { zimu_utf8_is_valid($0.baseAddress, $0.count) == 1 }
  }
}
