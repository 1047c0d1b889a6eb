import InvertedIndex

/// Takes from the words of a part what stands around joiners that may join a name: rows of terms and joiners,
/// a mark after each.
///
/// A row has every word that can be in one phrase with one of its joiners, and one more at each end.
struct JoinedRows {
  private let roles: PhraseRoles
  private let names: JoinedNames
  private let mark: UInt32

  /// - Parameter mark: a joiner's number is this + 1 + its own.
  init(_ roles: PhraseRoles, mark: UInt32) {
    (self.roles, self.mark) = (roles, mark)
    names = JoinedNames(roles, mark: mark)
  }

  func fill(_ row: inout [UInt32], with words: MemberWords) {
    row.removeAll(keepingCapacity: true)
    for range in words.ranges {
      let joins = joins(words, range)
      guard !joins.isEmpty else { continue }
      for stretch in stretches(words, range, joins) {
        for position in stretch {
          row.append(words.terms[position])
          guard position + 1 < stretch.upperBound, let joiner = words.joints[position].joiner else {
            continue
          }
          row.append(mark + 1 + joiner)
        }
        row.append(mark)
      }
    }
  }

  /// The positions whose joiner joins a name.
  private func joins(_ words: MemberWords, _ range: Range<Int>) -> Set<Int> {
    var joins: Set<Int> = []
    var position = range.lowerBound
    while position + 1 < range.upperBound {
      guard words.joints[position].joiner != nil else {
        position += 1
        continue
      }
      let start = position
      while position + 1 < range.upperBound, isJoin(words, at: position) { position += 1 }
      let chain = chain(words, start...position)
      if chain.count > 1, names.mayHaveNames(chain[...]) { joins.formUnion(start..<position) }
      if position == start { position += 1 }
    }
    return joins
  }

  private func isJoin(_ words: MemberWords, at position: Int) -> Bool {
    guard words.joints[position].joiner != nil else { return false }
    return names.isJoin(
      words.terms[position], words.joints[position], words.terms[position + 1])
  }

  private func chain(_ words: MemberWords, _ positions: ClosedRange<Int>) -> [UInt32] {
    var chain: [UInt32] = []
    for position in positions {
      chain.append(words.terms[position])
      guard position < positions.upperBound, let joiner = words.joints[position].joiner else {
        continue
      }
      chain.append(mark + 1 + joiner)
    }
    return chain
  }

  /// What is near enough to joins, apart from each other.
  private func stretches(
    _ words: MemberWords, _ range: Range<Int>, _ joins: Set<Int>
  ) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for join in joins.sorted() {
      let reach = reach(words, join)
      func canGo(over joint: Int, to word: Int) -> Bool {
        joins.contains(joint)
          || !words.joints[joint].isParted
            && (roles[words.terms[word]].contains(.inside) || joins.contains(word)
              || joins.contains(word - 1))
      }
      var (first, last) = (join, join + 1)
      while join - first < reach, first > range.lowerBound, canGo(over: first - 1, to: first - 1) {
        first -= 1
      }
      while last - join - 1 < reach, last + 1 < range.upperBound, canGo(over: last, to: last + 1) {
        last += 1
      }
      if let before = stretches.last, first < before.upperBound {
        stretches[stretches.count - 1] = before.lowerBound..<max(before.upperBound, last + 1)
      } else {
        stretches.append(first..<last + 1)
      }
    }
    return stretches
  }

  /// How many words on each side of a joiner are looked at besides the one beside it.
  private func reach(_ words: MemberWords, _ join: Int) -> Int {
    let isName =
      words.joints[join] == .middleDot
      && roles[words.terms[join]].contains(.unbounded)
      && roles[words.terms[join + 1]].contains(.unbounded)
    return isName ? PhraseRow.mostNameWords : PhraseRow.mostWords - 1
  }
}
