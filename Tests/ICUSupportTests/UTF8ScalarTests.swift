import ICUSupport
import TestSupport
import Testing

@Suite struct UTF8ScalarTests {
  /// Swift's own repair is the twin: one U+FFFD per maximal part.
  @Test func decodesAnyBytesAsSwiftDoes() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let bytes = RandomText.bytes(length: 60, using: &generator)
      var scalars: [UInt32] = []
      var position = 0
      while position < bytes.count {
        let scalar = UTF8Scalar.decode(bytes.span, at: position)
        scalars.append(scalar.value)
        position += scalar.length
      }
      #expect(position == bytes.count)
      #expect(scalars == String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value))
    }
  }

  @Test func encodesEveryScalar() {
    for value in (UInt32(0)...0x10FFFF) where !(0xD800...0xDFFF).contains(value) {
      var bytes: [UInt8] = []
      bytes.append(utf8: value)
      let scalar = UTF8Scalar.decode(bytes.span, at: 0)
      guard scalar.value == value, scalar.length == bytes.count, scalar.isValid else {
        Issue.record("U+\(String(value, radix: 16)) does not survive")
        return
      }
    }
  }

  @Test func utf16KnowsWhereItsUnitsCameFrom() throws {
    let text = try UTF16Text(utf8: Array("a中𠀀b".utf8).span)
    #expect(text.units == [0x61, 0x4E2D, 0xD840, 0xDC00, 0x62])
    #expect(text.offsets == [0, 1, 4, 4, 8, 9])
    #expect(text.units.scalar(at: 2) == 0x20000)
  }

  @Test func utf16AgreesWithSwift() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<5_000 {
      let bytes = RandomText.bytes(length: 60, using: &generator)
      let text = try UTF16Text(utf8: bytes.span)
      #expect(text.units == Array(String(decoding: bytes, as: UTF8.self).utf16))
      #expect(text.offsets.count == text.units.count + 1)
      #expect(text.offsets == text.offsets.sorted())
    }
  }
}
