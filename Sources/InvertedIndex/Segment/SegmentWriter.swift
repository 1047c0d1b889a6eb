/// Writes a segment, part after part: the words of all episodes, the terms, the vocabularies of the
/// episodes, their records.
///
/// Memory: the dictionary, and some bytes for each episode and term.
struct SegmentWriter {
  private var file: SegmentFileWriter
  private(set) var counts = SegmentCounts()
  private var wordCounts: [UInt32] = []
  private var wordLengths = PartLengths()
  private var vocabularyLengths = PartLengths()
  private var recordLengths = PartLengths()
  private var dictionary = DictionarySections()
  private var postingLengths = PartLengths()

  init(_ output: any OutputFile) {
    file = SegmentFileWriter(output)
    file.begin(.words)
  }

  /// Adds the words of the next episode, as `EpisodeWords` lays them out.
  mutating func addWords(_ bytes: UnsafeRawBufferPointer, wordCount: Int) throws(IndexError) {
    try wordLengths.append(bytes.count)
    wordCounts.append(UInt32(wordCount))
    counts.episodes += 1
    counts.words += wordCount
    try file.append(bytes)
  }

  mutating func beginTerms() throws(IndexError) {
    file.end(.words)
    try write(wordLengths, .wordEnds)
    var lengths: [UInt8] = []
    for count in wordCounts { lengths.appendInteger(count) }
    try write(lengths, .lengths)
    file.begin(.postings)
  }

  /// Adds the next term by key, with its `TermPostings`; its spellings follow.
  mutating func addTerm(
    _ key: UnsafeRawBufferPointer, kind: UInt8, postings: UnsafeRawBufferPointer
  ) throws(IndexError) {
    try postingLengths.append(postings.count)
    try file.append(postings)
    guard dictionary.hasRoom else {
      throw IndexError(.tooLarge, "the words would take more than 2 GB")
    }
    dictionary.addTerm(key, kind: kind)
  }

  /// Adds the next spelling, by its bytes, of the last term.
  ///
  /// - Parameter count: how often it stands in the episodes.
  mutating func addSpelling(_ bytes: UnsafeRawBufferPointer, count: Int) {
    dictionary.addSpelling(bytes, count: count)
  }

  mutating func endTerms() throws(IndexError) {
    file.end(.postings)
    try write(postingLengths, .postingEnds)
    (counts.terms, counts.spellings) = (dictionary.termCount, dictionary.spellingCount)
    var dictionary = DictionarySections()
    swap(&dictionary, &self.dictionary)
    counts.characters = try dictionary.write(words: counts.words) {
      (section, bytes) throws(IndexError) in try write(bytes, section)
    }
    file.begin(.vocabularies)
  }

  /// Adds the numbers of the spellings of the next episode.
  mutating func addVocabulary(_ spellings: [UInt32]) throws(IndexError) {
    var bytes: [UInt8] = []
    let width = EpisodeStream.vocabularyWidth(counts.spellings)
    spellings.withUnsafeBufferPointer { BitPacking.pack($0, width: width, into: &bytes) }
    try vocabularyLengths.append(bytes.count)
    try file.append(bytes)
  }

  mutating func beginRecords() throws(IndexError) {
    file.end(.vocabularies)
    try write(vocabularyLengths, .vocabularyEnds)
    file.begin(.records)
  }

  /// Adds the record of the next episode.
  mutating func add(_ record: EpisodeRecord) throws(IndexError) {
    var writer = ByteWriter()
    record.write(to: &writer)
    try recordLengths.append(writer.bytes.count)
    try file.append(writer.bytes)
  }

  /// Ends the file and makes it safe.
  mutating func finish() throws(IndexError) -> (hash: UInt64, size: Int) {
    file.end(.records)
    try write(recordLengths, .recordEnds)
    return try file.finish(counts)
  }

  private mutating func write(
    _ lengths: PartLengths, _ section: SegmentFormat.Section
  ) throws(IndexError) {
    var bytes: [UInt8] = []
    lengths.write(to: &bytes)
    try write(bytes, section)
  }

  private mutating func write(
    _ bytes: [UInt8], _ section: SegmentFormat.Section
  ) throws(IndexError) {
    file.begin(section)
    try file.append(bytes)
    file.end(section)
  }
}

/// The lengths of parts of a section, which become their ends.
struct PartLengths {
  private var lengths: [UInt32] = []
  private(set) var total = 0

  var count: Int { lengths.count }

  mutating func append(_ length: Int) throws(IndexError) {
    guard let short = UInt32(exactly: length) else {
      throw IndexError(.tooLarge, "a part of the index would be larger than 4 GB")
    }
    lengths.append(short)
    total += length
  }

  func write(to bytes: inout [UInt8]) {
    var end = 0
    let ends = lengths.map { length in
      end += Int(length)
      return end
    }
    EliasFano.encode(ends, bound: total, into: &bytes)
  }
}
