extension FilePath: CustomStringConvertible {
  /// The path for display: UTF-8 text as it is, control characters and invalid bytes as `\x` and two
  /// hexadecimal digits.
  public var description: String {
    if isPlain, let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    Self.forEachCharacter(of: bytes) { character, bytes in
      if let character, !character.unicodeScalars.contains(where: Self.isControl) {
        text += character
      } else {
        for byte in bytes { text += Self.escaped(byte) }
      }
    }
    return text
  }

  /// Calls `body` with each character and its bytes; with `nil` and one byte where that is no UTF-8.
  private static func forEachCharacter(
    of bytes: [UInt8], _ body: (_ character: String?, _ bytes: ArraySlice<UInt8>) -> Void
  ) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let length = length(ofCharacterIn: rest)
      let character =
        length == 0 ? nil : String(validating: rest.prefix(length), as: UTF8.self)
      let part = rest.prefix(character == nil ? 1 : length)
      body(character, part)
      rest = rest.dropFirst(part.count)
    }
  }

  /// Whether no byte is that of an ASCII control, and none leads one of the C1 controls.
  private var isPlain: Bool { !bytes.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 } }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  /// How many bytes the first character takes by its lead byte; 0 if that leads none.
  private static func length(ofCharacterIn bytes: ArraySlice<UInt8>) -> Int {
    switch bytes.first ?? 0 {
    case 0..<0x80: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  private static func escaped(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "\\x" + (digits.count < 2 ? "0" : "") + digits
  }
}

extension FilePath: ExpressibleByStringInterpolation {}

extension FilePath {
  /// The first of the code points, at the end of the last private-use plane, that stand for bytes that are
  /// no UTF-8 in the arguments of a process.
  private static let firstStandIn: UInt32 = 0x10FF00

  /// Returns a process argument as a string from which `init(argument:)` restores the bytes.
  ///
  /// Swift's own arguments replace invalid UTF-8 with U+FFFD, so they cannot name such files.
  ///
  /// - Parameter bytes: the bytes of the argument.
  package static func argument(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    forEachCharacter(of: Array(bytes)) { character, bytes in
      if let character {
        text.append(contentsOf: character.unicodeScalars)
      } else {
        for byte in bytes { text.append(Unicode.Scalar(firstStandIn + UInt32(byte))!) }
      }
    }
    return String(text)
  }

  /// Creates the path that a process argument names.
  ///
  /// - Parameter argument: the argument, as `argument(_:)` returns it.
  package init(argument: String) {
    var bytes: [UInt8] = []
    for scalar in argument.unicodeScalars {
      if scalar.value >= Self.firstStandIn, scalar.value <= Self.firstStandIn + 0xFF {
        bytes.append(UInt8(scalar.value - Self.firstStandIn))
      } else {
        bytes += Array(String(scalar).utf8)
      }
    }
    self.init(bytes: bytes)
  }
}
