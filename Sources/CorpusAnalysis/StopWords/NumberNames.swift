import InvertedIndex

/// Numbers that are names (996, 双11, 90后), in search form.
struct NumberNames: Sendable {
  let names: [[UInt8]]

  static let standard = NumberNames(
    names: WordList.parse(PackageResources.number_names_txt).map { Array($0.utf8) })

  /// The rows of two and more words of an index that are such a name, however it was segmented.
  func rows(in index: IndexReader) throws(IndexError) -> Set<[UInt32]> {
    var rows: Set<[UInt32]> = []
    for name in names {
      for row in try Self.rows(of: name[...], in: index) where row.count > 1 { rows.insert(row) }
    }
    return rows
  }

  /// All ways to put a text together from words of the index.
  private static func rows(
    of text: ArraySlice<UInt8>, in index: IndexReader
  ) throws(IndexError) -> [[UInt32]] {
    if text.isEmpty { return [[]] }
    var rows: [[UInt32]] = []
    for end in text.startIndex + 1...text.endIndex {
      guard let term = try index.term(withKey: text[..<end]) else { continue }
      for rest in try Self.rows(of: text[end...], in: index) { rows.append([UInt32(term)] + rest) }
    }
    return rows
  }
}
