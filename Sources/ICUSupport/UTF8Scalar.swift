/// One step of decoding UTF-8: a code point, or the U+FFFD that stands for broken bytes.
public struct UTF8Scalar: Hashable, Sendable {
  /// The code point; U+FFFD where `isValid` is false.
  public let value: UInt32
  /// How many bytes were read: 1–4, or the length of the broken part.
  public let length: Int
  /// Whether the bytes were well-formed UTF-8.
  public let isValid: Bool

  @inlinable
  init(value: UInt32, length: Int, isValid: Bool = true) {
    self.value = value
    self.length = length
    self.isValid = isValid
  }

  /// The replacement character for `length` broken bytes.
  @inlinable
  static func broken(_ length: Int) -> UTF8Scalar {
    UTF8Scalar(value: 0xFFFD, length: length, isValid: false)
  }

  /// Decodes the code point that starts at `offset`.
  ///
  /// Broken bytes give one U+FFFD per maximal part, as the Unicode Standard recommends (chapter
  /// 3.9, "U+FFFD Substitution of Maximal Subparts") and as Swift's own `String` does.
  ///
  /// - Precondition: `offset` is inside `bytes`.
  @inlinable
  public static func decode(_ bytes: Span<UInt8>, at offset: Int) -> UTF8Scalar {
    let lead = bytes[offset]
    if lead < 0x80 { return UTF8Scalar(value: UInt32(lead), length: 1) }
    guard let shape = Shape(lead: lead) else { return broken(1) }
    var value = UInt32(lead & shape.leadMask)
    for index in 1..<shape.length {
      let allowed = index == 1 ? shape.second : 0x80...0xBF
      guard offset + index < bytes.count, allowed.contains(bytes[offset + index]) else {
        return broken(index)
      }
      value = value << 6 | UInt32(bytes[offset + index] & 0x3F)
    }
    return UTF8Scalar(value: value, length: shape.length)
  }

  /// What a lead byte announces (Unicode Standard, table 3-7).
  @usableFromInline
  struct Shape {
    @usableFromInline let length: Int
    @usableFromInline let leadMask: UInt8
    @usableFromInline let second: ClosedRange<UInt8>

    @inlinable
    init?(lead: UInt8) {
      switch lead {
      case 0xC2...0xDF: (length, leadMask, second) = (2, 0x1F, 0x80...0xBF)
      case 0xE0: (length, leadMask, second) = (3, 0x0F, 0xA0...0xBF)
      case 0xED: (length, leadMask, second) = (3, 0x0F, 0x80...0x9F)
      case 0xE1...0xEF: (length, leadMask, second) = (3, 0x0F, 0x80...0xBF)
      case 0xF0: (length, leadMask, second) = (4, 0x07, 0x90...0xBF)
      case 0xF1...0xF3: (length, leadMask, second) = (4, 0x07, 0x80...0xBF)
      case 0xF4: (length, leadMask, second) = (4, 0x07, 0x80...0x8F)
      default: return nil
      }
    }
  }
}

extension [UInt8] {
  /// Appends a code point as UTF-8.
  ///
  /// - Precondition: `scalar` is a Unicode scalar value (no surrogate, at most U+10FFFF).
  @inlinable
  public mutating func append(utf8 scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      append(UInt8(scalar))
    case 0x80..<0x800:
      append(UInt8(0xC0 | scalar >> 6))
      append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      append(UInt8(0xE0 | scalar >> 12))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    default:
      append(UInt8(0xF0 | scalar >> 18))
      append(UInt8(0x80 | scalar >> 12 & 0x3F))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
