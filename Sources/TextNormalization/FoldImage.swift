import Hashing
import ICUSupport

/// A fold table as a cache keeps it.
///
/// Format, integers little-endian:
///
///     0   8 bytes   "ZIMUFOL" and the version of the format, `1`
///     8   UInt64    XXH64 of all bytes from 16 on
///     16  UInt32    bytes of the fingerprint
///     20  UInt32    values of the table
///     24  UInt32    values of the folds
///     28  UInt32    actions
///     32  UInt32[…], UInt32[…]            the values
///         UInt16[17,408], UInt16[17,408]  the indices of both, see `CodePointTable`
///         for each action: a byte, 0xFF for `combine`, 0xFE for `middleDot`, else how many characters it
///         has; then but for `combine` how many bytes they are, and the bytes
///         the fingerprint, UTF-8
struct FoldImage {
  private static let magic: UInt64 = 0x314C_4F46_554D_495A
  private static let combine: UInt8 = 0xFF
  private static let middleDot: UInt8 = 0xFE

  let fingerprint: String
  let table: CodePointTable
  let folds: CodePointTable
  let actions: [FoldTable.Action]

  init(
    fingerprint: String, table: CodePointTable, folds: CodePointTable, actions: [FoldTable.Action]
  ) {
    (self.fingerprint, self.table, self.folds) = (fingerprint, table, folds)
    self.actions = actions
  }

  /// The image as bytes.
  var bytes: [UInt8] {
    var body: [UInt8] = []
    for count in [
      fingerprint.utf8.count, table.values.count, folds.values.count, actions.count,
    ] { Self.append(UInt32(count), to: &body) }
    for list in [table.values, folds.values] {
      for value in list { Self.append(value, to: &body) }
    }
    for list in [table.index, folds.index] {
      for value in list { Self.append(value, to: &body) }
    }
    for action in actions { Self.append(action, to: &body) }
    body += fingerprint.utf8
    var bytes: [UInt8] = []
    Self.append(Self.magic, to: &bytes)
    Self.append(XXHash64.hash(body.span.bytes), to: &bytes)
    return bytes + body
  }

  private static func append(_ integer: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: integer.littleEndian) { bytes += $0 }
  }

  private static func append(_ action: FoldTable.Action, to bytes: inout [UInt8]) {
    switch action {
    case .combine: bytes.append(combine)
    case .middleDot(let string):
      bytes += [middleDot, UInt8(string.count)]
      bytes += string
    case .replace(let string, let characters):
      bytes += [UInt8(characters), UInt8(string.count)]
      bytes += string
    }
  }

  /// Reads an image.
  ///
  /// - Returns: `nil` if the bytes are none, or a damaged one.
  init?(bytes: UnsafeRawBufferPointer) {
    var reader = Reader(bytes)
    guard reader.integer(UInt64.self) == Self.magic, let hash = reader.integer(UInt64.self),
      XXHash64.hash(RawSpan(_unsafeBytes: UnsafeRawBufferPointer(rebasing: bytes[16...]))) == hash,
      let counts = reader.list(UInt32.self, 4)?.map(Int.init),
      let values = reader.list(UInt32.self, counts[1]),
      let foldValues = reader.list(UInt32.self, counts[2]),
      let index = reader.list(UInt16.self, 0x110000 >> 6),
      let foldIndex = reader.list(UInt16.self, 0x110000 >> 6),
      let table = CodePointTable(index: index, values: values),
      let folds = CodePointTable(index: foldIndex, values: foldValues)
    else { return nil }
    var actions: [FoldTable.Action] = []
    for _ in 0..<counts[3] {
      guard let action = reader.action() else { return nil }
      actions.append(action)
    }
    guard let name = reader.list(UInt8.self, counts[0]) else { return nil }
    self.init(
      fingerprint: String(decoding: name, as: UTF8.self), table: table, folds: folds,
      actions: actions)
    guard isSound else { return nil }
  }

  /// Whether every value means something, whoever wrote the image.
  private var isSound: Bool {
    table.values.allSatisfy { value in
      let payload = value >> 8
      switch value & 0xFF {
      case FoldTable.Tag.keep: return payload == 0
      case FoldTable.Tag.oneByte: return payload < 0x80
      case FoldTable.Tag.threeBytes:
        let bytes = [0, 8, 16].map { UInt8(truncatingIfNeeded: payload >> UInt32($0)) }
        let scalar = UTF8Scalar.decode(bytes.span, at: 0)
        return scalar.isValid && scalar.length == 3
      case FoldTable.Tag.other: return payload < actions.count
      default: return false
      }
    }
      && folds.values.allSatisfy { Unicode.Scalar($0) != nil }
      && actions.allSatisfy { action in
        let (bytes, characters): ([UInt8], Int)
        switch action {
        case .combine: return true
        case .middleDot(let elsewhere): (bytes, characters) = (elsewhere, 1)
        case .replace(let string, let count): (bytes, characters) = (string, count)
        }
        return String(validating: bytes, as: UTF8.self)?.unicodeScalars.count == characters
      }
  }

  /// Takes bytes from the front, as long as there are enough.
  private struct Reader {
    private var rest: Slice<UnsafeRawBufferPointer>

    init(_ bytes: UnsafeRawBufferPointer) { rest = bytes[...] }

    mutating func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer? {
      list(type, 1)?[0]
    }

    mutating func list<Integer: FixedWidthInteger>(
      _ type: Integer.Type, _ count: Int
    ) -> [Integer]? {
      let size = MemoryLayout<Integer>.size
      guard count <= rest.count / size else { return nil }
      let bytes = UnsafeRawBufferPointer(rebasing: rest.prefix(count * size))
      rest = rest.dropFirst(count * size)
      return (0..<count).map {
        Integer(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * size, as: type))
      }
    }

    mutating func action() -> FoldTable.Action? {
      guard let characters = integer(UInt8.self) else { return nil }
      if characters == FoldImage.combine { return .combine }
      guard let count = integer(UInt8.self), let string = list(UInt8.self, Int(count)) else {
        return nil
      }
      return characters == FoldImage.middleDot
        ? .middleDot(string) : .replace(string, characters: Int(characters))
    }
  }
}
