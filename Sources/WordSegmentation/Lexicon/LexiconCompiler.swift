import Hashing

/// Writes a lexicon's parts as an image.
struct LexiconCompiler {
  private let words: LexiconWords
  private let trie: DoubleArray
  private let classes: CharacterClasses
  private let fingerprint: [UInt8]
  private let form: Lexicon.Form

  init(
    _ words: LexiconWords, _ classes: CharacterClasses, _ form: Lexicon.Form, fingerprint: String
  ) {
    self.form = form
    self.words = words
    self.classes = classes
    self.fingerprint = Array(fingerprint.utf8)
    trie = DoubleArray(words)
  }

  /// The image, in memory of its own.
  func image() -> LexiconImage {
    let blocks = supplementaryBlocks()
    let layout = LexiconImage.Layout(
      fingerprint: fingerprint.count, slots: trie.slots.count, blocks: blocks.classes.count / 256,
      states: classes.transitions.count / 256, hanLimit: classes.hanLimit,
      longestWord: longestWord, words: words.count, form: form == .search ? 1 : 0)
    let sections = layout.sections
    let size = (sections.last!.upperBound + 7) & ~7
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
    write([LexiconImage.magic], to: bytes, at: 0)
    write(
      [
        layout.fingerprint, layout.slots, layout.blocks, layout.states, layout.hanLimit,
        layout.longestWord, layout.words, layout.form,
      ].map(UInt32.init), to: bytes, at: 16)
    write(characters(), to: bytes, at: sections[0].lowerBound)
    write(trie.slots, to: bytes, at: sections[1].lowerBound)
    write(trie.checks, to: bytes, at: sections[2].lowerBound)
    write(blocks.index, to: bytes, at: sections[3].lowerBound)
    write(blocks.classes, to: bytes, at: sections[4].lowerBound)
    write(classes.transitions, to: bytes, at: sections[5].lowerBound)
    write(classes.properties.map(\.rawValue), to: bytes, at: sections[6].lowerBound)
    write(fingerprint, to: bytes, at: sections[7].lowerBound)
    let body = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[16...])
    write([XXHash64.hash(RawSpan(_unsafeBytes: body))], to: bytes, at: 8)
    return LexiconImage(UnsafeRawBufferPointer(bytes)) { $0.deallocate() }!
  }

  private func write<Element: BitwiseCopyable>(
    _ elements: [Element], to bytes: UnsafeMutableRawBufferPointer, at offset: Int
  ) {
    elements.withUnsafeBytes {
      UnsafeMutableRawBufferPointer(rebasing: bytes[offset...]).copyMemory(from: $0)
    }
  }

  private var longestWord: Int { words.ends.indices.map { words.range($0).count }.max() ?? 0 }

  private func characters() -> [UInt64] {
    (0..<0x10000).map { unit in
      let code = trie.codes[unit]
      // What is no word by itself costs 255, which is also how a slot says that it is no word.
      let root = code == 0 ? (base: 0, cost: Lexicon.unknownCost) : trie.roots[Int(code)]
      return Lexicon.Character.value(
        base: root.base, code: code,
        cost: root.cost,
        class: classes.classes[unit])
    }
  }

  /// The classes from U+10000 on in blocks of 256, equal ones shared.
  private func supplementaryBlocks() -> (index: [UInt16], classes: [UInt8]) {
    var numbers: [ArraySlice<UInt8>: UInt16] = [:]
    var result: (index: [UInt16], classes: [UInt8]) = ([], [])
    for start in stride(from: 0x10000, to: 0x110000, by: 256) {
      let block = classes.classes[start..<start + 256]
      if numbers[block] == nil {
        numbers[block] = UInt16(numbers.count)
        result.classes += block
      }
      result.index.append(numbers[block]!)
    }
    return result
  }
}
