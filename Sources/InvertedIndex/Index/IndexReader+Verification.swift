extension IndexReader {
  /// Reads the whole index, checks every checksum, and holds postings, frequencies, spellings and
  /// texts against the words of the episodes.
  ///
  /// - Returns: what is broken; nothing if the index is whole.
  /// - Complexity: O(size of the index).
  public func verify() -> [StorageFault] {
    segments.flatMap { SegmentCheck.faults(of: $0.segment) } + lexiconFaults
  }

  private var lexiconFaults: [StorageFault] {
    do throws(IndexError) {
      _ = try lexicon()
      return []
    } catch {
      return [StorageFault(error)]
    }
  }
}
