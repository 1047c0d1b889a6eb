import ICUSupport

/// UTF-16 under way to the search form: code units, and the original bytes each came from.
struct FoldedText {
  var units: [UInt16] = []
  /// For each unit the UTF-8 range, in the original, of the chunk that it came from.
  private(set) var origins: [Range<Int32>] = []

  mutating func removeAll() {
    units.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
  }

  /// Copies the first `end` units, which are normalised as they are.
  mutating func copy(_ text: UTF16Text, upTo end: Int) {
    units.append(contentsOf: text.units[..<end])
    var index = 0
    while index < end {
      let length = text.units.scalar(at: index) > 0xFFFF ? 2 : 1
      let origin = text.offsets[index]..<text.offsets[index + length]
      origins.append(contentsOf: repeatElement(origin, count: length))
      index += length
    }
  }

  /// Gives the units appended since the last call their origin.
  mutating func fillOrigins(_ origin: Range<Int32>) {
    origins.append(contentsOf: repeatElement(origin, count: units.count - origins.count))
  }

  /// Replaces every code point by the one in its place in `other`.
  ///
  /// - Returns: false, with nothing changed, if the numbers of code points differ.
  mutating func replaceScalars(with other: [UInt16]) -> Bool {
    if other.count == units.count, !hasSurrogates(other), !hasSurrogates(units) {
      units = other
      return true
    }
    var result = FoldedText()
    var (index, otherIndex) = (0, 0)
    while index < units.count, otherIndex < other.count {
      let otherLength = other.scalar(at: otherIndex) > 0xFFFF ? 2 : 1
      result.units.append(contentsOf: other[otherIndex..<otherIndex + otherLength])
      result.fillOrigins(origins[index])
      otherIndex += otherLength
      index += units.scalar(at: index) > 0xFFFF ? 2 : 1
    }
    guard index == units.count, otherIndex == other.count else { return false }
    self = result
    return true
  }

  private func hasSurrogates(_ units: [UInt16]) -> Bool {
    units.contains { $0 & 0xF800 == 0xD800 }
  }

  /// Encodes the text in UTF-8 and records where lengths changed.
  func searchForm(originalLength: Int) -> SearchForm {
    var writer = Writer()
    writer.bytes.reserveCapacity(originalLength + 16)
    var index = 0
    while index < units.count {
      let end = chunkEnd(from: index)
      writer.appendChunk(units, index..<end, origin: origins[index])
      index = end
    }
    writer.dropOriginal(upTo: originalLength)
    return SearchForm(bytes: writer.bytes, offsets: writer.offsets)
  }

  /// The end of the units that came from the same original bytes as the one at `start`.
  private func chunkEnd(from start: Int) -> Int {
    var end = start + 1
    while end < units.count, origins[end] == origins[start] { end += 1 }
    return end
  }

  private struct Writer {
    var bytes: [UInt8] = []
    var offsets = OffsetMap()
    private var originalEnd = 0

    mutating func appendChunk(_ units: [UInt16], _ chunk: Range<Int>, origin: Range<Int32>) {
      let original = Int(origin.lowerBound)..<Int(origin.upperBound)
      dropOriginal(upTo: original.lowerBound)
      let start = bytes.count
      var scalars = 0
      var index = chunk.lowerBound
      while index < chunk.upperBound {
        let scalar = units.scalar(at: index)
        bytes.append(utf8: scalar)
        scalars += 1
        index += scalar > 0xFFFF ? 2 : 1
      }
      originalEnd = original.upperBound
      guard scalars > 1 || bytes.count - start != original.count else { return }
      offsets.append(.init(form: start..<bytes.count, original: original))
    }

    /// Records that nothing came of the original bytes before `end` that are not yet covered.
    mutating func dropOriginal(upTo end: Int) {
      guard end > originalEnd else { return }
      offsets.append(.init(form: bytes.count..<bytes.count, original: originalEnd..<end))
      originalEnd = end
    }
  }
}
