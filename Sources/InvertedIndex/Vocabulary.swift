/// The spellings met so far, each under its key, with the kind of word.
///
/// A spelling is stored as `key`, NUL, `spelling`; words hold no NUL. Sorted by bytes, the
/// spellings of one key stand together and keys are in order of their code points.
struct Vocabulary: Sendable {
  private var table = ByteStringTable()
  private(set) var kinds: [UInt8] = []
  private var scratch: [UInt8] = []

  var count: Int { kinds.count }

  /// The bytes of an entry: key, NUL, spelling.
  subscript(number: Int) -> ArraySlice<UInt8> { table[number] }

  mutating func intern(key: ArraySlice<UInt8>, spelling: ArraySlice<UInt8>, kind: UInt8) -> Int {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: key)
    scratch.append(0)
    scratch.append(contentsOf: spelling)
    return number(ofScratch: kind)
  }

  mutating func intern(entry: ArraySlice<UInt8>, kind: UInt8) -> Int {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: entry)
    return number(ofScratch: kind)
  }

  /// The number of the entry that stands in `scratch`.
  private mutating func number(ofScratch kind: UInt8) -> Int {
    let entry = scratch
    let number = table.intern(entry.span)
    if number == kinds.count {
      kinds.append(kind)
    } else {
      // One key, one kind, whatever came first: the lowest.
      kinds[number] = min(kinds[number], kind)
    }
    return number
  }
}
