/// Turns the episodes of a builder into the bytes of an index file.
struct IndexWriter {
  private let builder: IndexBuilder
  /// The entries, in order of their paths.
  private let entries: [IndexBuilder.Entry]
  /// For each spelling of the file, its number in the builder.
  private let spellings: [Int]
  /// For each spelling of the builder, its number in the file, and its term.
  private var fileNumbers: [Int]
  private var terms: [Int]
  private var kinds: [UInt8] = []

  init(_ builder: IndexBuilder) {
    self.builder = builder
    entries = builder.episodes.sorted { $0.record.path < $1.record.path }
    let vocabulary = builder.vocabulary
    spellings = (0..<vocabulary.count).sorted {
      vocabulary[$0].lexicographicallyPrecedes(vocabulary[$1])
    }
    fileNumbers = [Int](repeating: 0, count: vocabulary.count)
    terms = fileNumbers
    numberTerms()
  }

  private mutating func numberTerms() {
    var last: ArraySlice<UInt8>?
    for (number, spelling) in spellings.enumerated() {
      let key = builder.vocabulary[spelling].prefix { $0 != 0 }
      let kind = builder.vocabulary.kinds[spelling]
      if let last, last.elementsEqual(key) {
        kinds[kinds.count - 1] = min(kinds[kinds.count - 1], kind)
      } else {
        kinds.append(kind)
      }
      last = key
      fileNumbers[spelling] = number
      terms[spelling] = kinds.count - 1
    }
  }

  /// The whole file.
  func bytes() -> [UInt8] {
    let postings = postings
    let cues = cues
    let sections = IndexFormat.Section.allCases.map { section($0, postings, cues) }
    var file = ByteWriter()
    file.append(IndexFormat.magic)
    file.integer(IndexFormat.version)
    file.integer(UInt32(sections.count))
    var offset = IndexFormat.headerLength
    for section in sections {
      file.integer(UInt64(offset))
      file.integer(UInt64(section.count))
      offset += section.count
    }
    for section in sections { file.append(section) }
    file.integer(CRC32C.checksum(file.bytes.span))
    return file.bytes
  }

  private func section(
    _ section: IndexFormat.Section, _ postings: [PostingsEncoder], _ cues: [[UInt8]]
  ) -> [UInt8] {
    switch section {
    case .settings: written { builder.settings.write(to: &$0) }
    case .spellings: Array(spellings.map { builder.vocabulary[$0] }.joined())
    case .spellingEnds: ends(spellings.map { builder.vocabulary[$0].count })
    case .spellingCounts: spellingCounts
    case .kinds: kinds
    case .postings: Array(postings.map(\.bytes).joined())
    case .postingEnds: ends(postings.map(\.bytes.count))
    case .tokens: tokens
    case .episodes: written { for entry in entries { entry.record.write(to: &$0) } }
    case .cues: Array(cues.joined())
    case .cueEnds: ends(cues.map(\.count))
    case .texts: Array(entries.map(\.text).joined())
    case .textEnds: ends(entries.map(\.text.count))
    }
  }

  private func written(_ write: (inout ByteWriter) -> Void) -> [UInt8] {
    var writer = ByteWriter()
    write(&writer)
    return writer.bytes
  }

  private func ends(_ lengths: [Int]) -> [UInt8] {
    var end = 0
    return written { writer in
      for length in lengths {
        end += length
        writer.integer(UInt64(end))
      }
    }
  }

  private var spellingCounts: [UInt8] {
    var counts = [UInt64](repeating: 0, count: spellings.count)
    for token in entries.lazy.flatMap(\.tokens) { counts[fileNumbers[token.spelling]] += 1 }
    return written { for count in counts { $0.integer(count) } }
  }

  private var cues: [[UInt8]] {
    entries.map { entry in written { for cue in entry.cues { cue.write(to: &$0) } } }
  }

  private var tokens: [UInt8] {
    written { writer in
      for entry in entries {
        for token in entry.tokens {
          writer.integer(
            WordToken(spelling: fileNumbers[token.spelling], gap: token.gap).bits)
        }
      }
    }
  }

  /// The postings of every term, encoded as the episodes go by.
  private var postings: [PostingsEncoder] {
    var encoders = [PostingsEncoder](repeating: PostingsEncoder(), count: kinds.count)
    for (episode, entry) in entries.enumerated() {
      for (position, token) in entry.tokens.enumerated() {
        encoders[terms[token.spelling]].add(episode: episode, position: position)
      }
    }
    for index in encoders.indices { encoders[index].finish() }
    return encoders
  }
}
