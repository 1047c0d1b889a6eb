import CICU

/// ICU's guess at the encoding of bytes that declare none.
public enum CharsetDetector {
  /// A guess: ICU's name of the charset, and its confidence from 0 to 100.
  public struct Guess: Hashable, Sendable {
    public let name: String
    public let confidence: Int
  }

  /// No more bytes than this tell anything.
  private static let longestSample = 1 << 20

  /// The charsets that fit the bytes, or their first MiB, best first.
  ///
  /// - Complexity: O(n) for each charset that ICU tries; give it a sample of some 64 KB.
  public static func guesses(for sample: Span<UInt8>) throws(ICUError) -> [Guess] {
    let call = "ucsdet_open"
    let detector = try unwrapped(try checked(call) { cicu_ucsdet_open(&$0) }, call)
    defer { cicu_ucsdet_close(detector) }
    var status: Int32 = 0
    var guesses: [Guess] = []
    sample.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(longestSample))
      bytes.withMemoryRebound(to: CChar.self) { buffer in
        guard let start = buffer.baseAddress else { return }
        cicu_ucsdet_setText(detector, start, Int32(buffer.count), &status)
        guesses = matches(of: detector, &status)
      }
    }
    try check(status, "ucsdet_detectAll")
    return guesses
  }

  private static func matches(of detector: OpaquePointer, _ status: inout Int32) -> [Guess] {
    (0..<cicu_ucsdet_detect(detector, &status)).compactMap { index in
      guard let name = cicu_ucsdet_getName(detector, index, &status) else { return nil }
      let confidence = cicu_ucsdet_getConfidence(detector, index, &status)
      return Guess(name: String(cString: name), confidence: Int(confidence))
    }
  }
}
