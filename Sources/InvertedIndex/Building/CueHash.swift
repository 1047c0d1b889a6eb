/// A hash of cues: of their texts and times, in order, so that equal ones tell of equal cues.
///
/// Speakers and words are not part of it.
struct CueHash {
  private(set) var value: UInt64 = 0

  /// Adds a cue.
  ///
  /// - Parameter text: its original text.
  @inline(__always)
  mutating func add(_ text: UnsafeRawBufferPointer, start: Int32?, end: Int32?) {
    let times =
      UInt64(UInt32(bitPattern: start ?? -1)) << 32 | UInt64(UInt32(bitPattern: end ?? -1))
    // Each step leads back, so that cues that differ in one thing have different hashes. The factors are
    // two of XXH64's primes.
    value = (value ^ text.hash64) &* 0x9E37_79B1_85EB_CA87
    value = (value << 31 | value >> 33) ^ times &* 0xC2B2_AE3D_27D4_EB4F
  }
}
