/// Writes zip archives whose members are stored as they are, for tests.
enum StoredZip {
  static func archive(_ members: [(path: String, content: String)]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let (path, content) = (Array(member.path.utf8), Array(member.content.utf8))
      let fields =
        little(20, 2) + little(0x800, 2) + little(0, 6) + little(crc(content), 4)
        + little(content.count, 4) + little(content.count, 4) + little(path.count, 2)
      directory += Array("PK\u{1}\u{2}".utf8) + little(20, 2) + fields + little(0, 12)
      directory += little(bytes.count, 4) + path
      bytes += Array("PK\u{3}\u{4}".utf8) + fields + little(0, 2) + path + content
    }
    let end =
      Array("PK\u{5}\u{6}".utf8) + little(0, 4) + little(members.count, 2)
      + little(members.count, 2) + little(directory.count, 4) + little(bytes.count, 4)
      + little(0, 2)
    return bytes + directory + end
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> ($0 * 8) : 0) }
  }

  private static func crc(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = .max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
}
