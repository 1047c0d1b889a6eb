import InvertedIndex

/// Tells names whose words are joined from dates, ranges, sentences, paths and addresses.
///
/// Rows have the numbers of `JoinedRows`.
struct JoinedNames {
  private let roles: PhraseRoles
  private let mark: UInt32

  init(_ roles: PhraseRoles, mark: UInt32) {
    (self.roles, self.mark) = (roles, mark)
  }

  func isJoiner(_ number: UInt32) -> Bool { number > mark }

  /// The joiner that a number means; `nil` for a word.
  func joint(_ number: UInt32) -> WordJoint? {
    isJoiner(number) ? WordJoint(joiner: number - mark - 1) : nil
  }

  /// The row as a phrase has it, see `PhraseRow`.
  func row(_ numbers: [UInt32]) -> [UInt32] {
    numbers.map { isJoiner($0) ? PhraseRow.number(of: $0 - mark - 1) : $0 }
  }

  /// Whether a joiner may join two words: full stops, apostrophes and number signs beside Han are
  /// punctuation, and after numbers they count something.
  func isJoin(_ first: UInt32, _ joint: WordJoint, _ second: UInt32) -> Bool {
    switch joint {
    case .fullStop, .apostrophe, .numberSign:
      roles[first].isDisjoint(with: [.unbounded, .number]) && !roles[second].contains(.unbounded)
    default: joint.joiner != nil
    }
  }

  /// Whether words with a joiner between each two may have a name in them: not numbers or stop words alone,
  /// nor one word again and again.
  func mayHaveNames(_ chain: ArraySlice<UInt32>) -> Bool {
    let words = chain.filter { !isJoiner($0) }
    return words.contains { !roles[$0].contains(.number) }
      && words.contains { !roles[$0].contains(.stopWord) } && words.contains { $0 != words[0] }
  }

  /// Whether words with a joiner between each two may be a name: no alternative of stop words (and/or), no path
  /// and no host either.
  private func isName(_ chain: ArraySlice<UInt32>) -> Bool {
    guard mayHaveNames(chain) else { return false }
    let words = chain.filter { !isJoiner($0) }
    let hasSlash = chain.contains { joint($0) == .slash }
    if hasSlash, words.contains(where: { !roles[$0].isDisjoint(with: [.stopWord, .dotted]) }) {
      return false
    }
    return !words.dropFirst().contains { roles[$0].contains(.dotted) }
  }

  /// Whether a row may be a joined name, or a phrase with one in it: as long as it may be, names where
  /// joiners are, and ends that a phrase may have.
  func isPhrase(_ row: [UInt32]) -> Bool {
    guard row.contains(where: isJoiner), !isJoiner(row[0]), !isJoiner(row[row.count - 1]),
      isShort(row)
    else { return false }
    return chains(of: row).allSatisfy { $0.count == 1 || isName($0) } && hasEnds(row)
  }

  private func isShort(_ row: [UInt32]) -> Bool {
    if row.count(where: { !isJoiner($0) }) <= PhraseRow.mostWords { return true }
    let sides = row.split(whereSeparator: isJoiner)
    let isName = row.allSatisfy { number in
      isJoiner(number) ? joint(number) == .middleDot : roles[number].contains(.unbounded)
    }
    return isName && sides.allSatisfy { $0.count <= PhraseRow.mostNameWords }
  }

  /// The parts of a row in which joiners join all words.
  private func chains(of row: [UInt32]) -> [ArraySlice<UInt32>] {
    var chains: [ArraySlice<UInt32>] = []
    var start = 0
    for place in row.indices.dropFirst() where !isJoiner(row[place]) && !isJoiner(row[place - 1]) {
      chains.append(row[start..<place])
      start = place
    }
    return chains + [row[start...]]
  }

  private func hasEnds(_ row: [UInt32]) -> Bool {
    let (first, last) = (roles[row[0]], roles[row[row.count - 1]])
    // Letters and numbers that are joined may stand at an end whatever they are.
    let begins = isJoiner(row[1]) && !first.contains(.unbounded) || first.contains(.start)
    guard begins else { return false }
    let before = row[row.count - 2]
    if isJoiner(before), !last.contains(.unbounded) { return true }
    return last.contains(.end)
      || last.contains(.endAfterLetters) && !isJoiner(before) && roles[before].contains(.letters)
  }

  /// Whether what stands before a row must be free for it to be a phrase: not where a word of letters is joined.
  func needsFreedom(before row: [UInt32]) -> Bool {
    !isJoiner(row[1]) || !roles[row[0]].isDisjoint(with: [.unbounded, .stopWord])
  }

  /// The same of what stands after it.
  func needsFreedom(after row: [UInt32]) -> Bool {
    !isJoiner(row[row.count - 2])
      || !roles[row[row.count - 1]].isDisjoint(with: [.unbounded, .stopWord])
  }
}
