/// The CRC-32C checksum (Castagnoli; RFC 3720, section 12.1), eight bytes a step.
struct CRC32C {
  private static let tables: [[UInt32]] = {
    var tables = [[UInt32]](repeating: [UInt32](repeating: 0, count: 256), count: 8)
    for byte in 0..<256 {
      var value = UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1 }
      tables[0][byte] = value
    }
    for byte in 0..<256 {
      for slice in 1..<8 {
        let previous = tables[slice - 1][byte]
        tables[slice][byte] = previous >> 8 ^ tables[0][Int(previous & 0xFF)]
      }
    }
    return tables
  }()

  static func checksum(_ bytes: Span<UInt8>) -> UInt32 {
    // One flat table: nested arrays would be retained at every step.
    let flat = tables.flatMap { $0 }
    let table = flat.span
    var crc = ~UInt32(0)
    var index = 0
    while index + 8 <= bytes.count {
      var next: UInt32 = 0
      for slice in 0..<8 {
        let low = slice < 4 ? UInt8(truncatingIfNeeded: crc >> UInt32(8 * slice)) : 0
        next ^= table[(7 - slice) * 256 + Int(bytes[index + slice] ^ low)]
      }
      crc = next
      index += 8
    }
    while index < bytes.count {
      crc = crc >> 8 ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ bytes[index])]
      index += 1
    }
    return ~crc
  }
}
