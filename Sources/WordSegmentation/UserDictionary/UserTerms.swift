import Algorithms
import ICUSupport
import TextNormalization

/// The terms of a user that stand in one text, and what they do there.
struct UserTerms {
  /// A term that competes with the lexicon's words by its cost.
  struct Candidate {
    /// Bytes of the text.
    let range: Range<Int>
    /// `nil`: as much as the cut without the term.
    let cost: UInt64?
    let term: Int
  }

  /// Where terms override rules and lexicon: ranges of bytes, in order, without overlap.
  private(set) var overrides: [(range: Range<Int>, term: Int)] = []
  /// The other terms, all of them Han or kana, by their start.
  private(set) var candidates: [Candidate] = []

  var isEmpty: Bool { overrides.isEmpty && candidates.isEmpty }

  /// - Parameters:
  ///   - utf8: the text.
  ///   - folder: gives its search form; `nil` if it is in search form.
  ///   - ruleEnds: gives the ends of the segments that the rules alone make of the text; asked
  ///     for at most once.
  init(
    in utf8: Span<UInt8>, _ words: UserWords, _ folder: SearchFormFolder?,
    ruleEnds: () -> [UInt32]
  ) throws(ICUError) {
    guard let folder else {
      add(words.matcher.matches(in: utf8), of: words, utf8, offsets: nil, ruleEnds)
      return
    }
    let form = try folder.fold(utf8)
    add(
      words.matcher.matches(in: form.bytes.span), of: words, utf8, offsets: form.offsets,
      ruleEnds)
  }

  private mutating func add(
    _ matches: [UserTermMatcher.Match], of words: UserWords, _ utf8: Span<UInt8>,
    offsets: OffsetMap?, _ ruleEnds: () -> [UInt32]
  ) {
    guard !matches.isEmpty else { return }
    let lexicon = words.lexicon
    var ends: [UInt32]?
    var found: [Override] = []
    for match in matches {
      if let offsets,
        offsets.isInsideExpansion(match.range.lowerBound)
          || offsets.isInsideExpansion(match.range.upperBound)
      {
        continue
      }
      let range = offsets?.original(of: match.range) ?? match.range
      let shape = TermShape(range, utf8, lexicon)
      if shape.bindsStart || shape.bindsEnd {
        let known = ends ?? ruleEnds()
        ends = known
        guard shape.fits(range, ends: known) else { continue }
      }
      let entry = words.entries[match.term]
      if shape.isHan, entry.action == .add {
        candidates.append(
          Candidate(
            range: range, cost: entry.weight.map(WordCost.ofFrequency),
            term: match.term))
      } else {
        found.append(
          Override(
            range: range, term: match.term, isForced: entry.action == .force,
            length: shape.length))
      }
    }
    overrides = Override.resolve(found)
    dropCovered()
  }

  /// Drops candidates that an override touches.
  private mutating func dropCovered() {
    var index = 0
    candidates = candidates.filter { candidate in
      while index < overrides.count,
        overrides[index].range.upperBound <= candidate.range.lowerBound
      { index += 1 }
      return index == overrides.count
        || overrides[index].range.lowerBound >= candidate.range.upperBound
    }
  }
}

/// A term that would override what is there.
private struct Override {
  let range: Range<Int>
  let term: Int
  let isForced: Bool
  /// In code points.
  let length: Int

  /// Of terms that overlap, forced ones win, then the longest, then the leftmost.
  static func resolve(_ found: [Override]) -> [(range: Range<Int>, term: Int)] {
    var result: [(range: Range<Int>, term: Int)] = []
    var start = 0
    while start < found.count {
      var end = start + 1
      var limit = found[start].range.upperBound
      while end < found.count, found[end].range.lowerBound < limit {
        limit = max(limit, found[end].range.upperBound)
        end += 1
      }
      result += resolve(found[start..<end], in: found[start].range.lowerBound..<limit)
      start = end
    }
    return result
  }

  /// The same for terms that hang together.
  private static func resolve(
    _ found: ArraySlice<Override>, in range: Range<Int>
  ) -> [(range: Range<Int>, term: Int)] {
    var isTaken = [Bool](repeating: false, count: range.count)
    var result: [(range: Range<Int>, term: Int)] = []
    for override in found.sorted(by: precedes) {
      let place =
        override.range.lowerBound - range.lowerBound..<override.range.upperBound
        - range.lowerBound
      guard !isTaken[place].contains(true) else { continue }
      for byte in place { isTaken[byte] = true }
      result.append((override.range, override.term))
    }
    return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func precedes(_ first: Override, _ second: Override) -> Bool {
    if first.isForced != second.isForced { return first.isForced }
    if first.length != second.length { return first.length > second.length }
    return first.range.lowerBound < second.range.lowerBound
  }
}

/// What kind of characters a term has where it stands.
private struct TermShape {
  /// Whether all are Han or kana, which the lexicon divides.
  private(set) var isHan = true
  /// In code points.
  private(set) var length = 0
  /// Whether the first and the last are letters or digits other than Han and kana.
  private(set) var bindsStart = false
  private(set) var bindsEnd = false

  init(_ range: Range<Int>, _ utf8: Span<UInt8>, _ lexicon: Lexicon) {
    var position = range.lowerBound
    while position < range.upperBound {
      let scalar = UTF8Scalar.decode(utf8, at: position)
      let properties = lexicon.properties(of: scalar.value)
      let isHan = properties.contains(.dictionary)
      if isHan || properties.contains(.symbol) {
        bindsEnd = false
      } else if properties.contains(.letter) || properties.contains(.digit) {
        // Marks that follow belong to the letter.
        bindsEnd = true
      }
      if length == 0 { bindsStart = bindsEnd }
      self.isHan = self.isHan && isHan
      length += 1
      position += scalar.length
    }
  }

  /// Whether the ends that need it are boundaries of the rules.
  func fits(_ range: Range<Int>, ends: [UInt32]) -> Bool {
    (!bindsStart || range.lowerBound == 0 || ends.contains(sorted: UInt32(range.lowerBound)))
      && (!bindsEnd || ends.contains(sorted: UInt32(range.upperBound)))
  }
}

extension [UInt32] {
  /// Whether an ascending array has an element.
  fileprivate func contains(sorted element: UInt32) -> Bool {
    let index = partitioningIndex(where: { $0 >= element })
    return index < count && self[index] == element
  }
}
