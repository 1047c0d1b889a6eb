import Zimu

/// Opens the bytes as an index file, under a right checksum, and reads all of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzIndex(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = checksummed(Array(UnsafeBufferPointer(start: start, count: count)))
  guard let index = try? IndexReader(bytes, path: "fuzz") else { return 0 }
  for episode in index.episodes.indices {
    _ = try? index.tokens(of: episode)
    _ = try? index.cues(of: episode)
    _ = try? index.text(of: episode)
  }
  for term in 0..<index.termCount {
    _ = try? index.postings(of: term)
    _ = index.displaySpelling(of: term)
    _ = index.term(withKey: index.key(of: term))
  }
  return 0
}

/// The bytes with their last four replaced by the CRC-32C of the others, bit by bit.
private func checksummed(_ bytes: [UInt8]) -> [UInt8] {
  var crc = ~UInt32(0)
  let body = bytes.dropLast(4)
  for byte in body {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
  }
  return body + (0..<4).map { UInt8(truncatingIfNeeded: ~crc >> UInt32(8 * $0)) }
}
