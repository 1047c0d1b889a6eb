/// Which spellings belong to which term: neighbours with equal keys share one.
struct TermNumbering {
  /// The first spelling of each term, then one more.
  private(set) var firstSpellings: [Int] = []
  private(set) var spellingTerms: [UInt32] = []
  private(set) var keyLengths: [UInt32] = []

  init(_ spellings: ArraySlice<UInt8>, ends: [Int], file: IndexFile) throws(IndexError) {
    spellingTerms.reserveCapacity(ends.count)
    keyLengths.reserveCapacity(ends.count)
    var start = spellings.startIndex
    var key: ArraySlice<UInt8>?
    for (number, end) in ends.enumerated() {
      let entry = spellings[start..<spellings.startIndex + end]
      guard let nul = entry.firstIndex(of: 0) else { throw file.corrupt("a spelling has no key") }
      let next = entry[..<nul]
      if key.map({ !$0.elementsEqual(next) }) ?? true { firstSpellings.append(number) }
      key = next
      spellingTerms.append(UInt32(firstSpellings.count - 1))
      keyLengths.append(UInt32(next.count))
      start = entry.endIndex
    }
    firstSpellings.append(ends.count)
  }
}
