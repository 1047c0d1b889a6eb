import InvertedIndex
import WordSegmentation

/// Where in a phrase each term of an index may stand.
struct PhraseRoles {
  struct Role: OptionSet {
    let rawValue: UInt16
    static let inside = Role(rawValue: 1)
    static let start = Role(rawValue: 2)
    static let end = Role(rawValue: 4)
    /// At the end, but only after letters (GPT 4).
    static let endAfterLetters = Role(rawValue: 8)
    static let letters = Role(rawValue: 16)
    /// At the end, but only of what it mostly follows (國發|會, but not 智能体|会).
    static let boundEnd = Role(rawValue: 32)
    static let content: Role = [.inside, .start, .end]

    // What matters beside a joiner.
    static let number = Role(rawValue: 64)
    /// A stop word, other than a single letter: those are names beside joiners (R&D).
    static let stopWord = Role(rawValue: 128)
    /// Han and kana: where such a word ends, a name need not.
    static let unbounded = Role(rawValue: 256)
    /// With letters after a full stop: a host or a file (gov.tw).
    static let dotted = Role(rawValue: 512)
  }

  private(set) var roles: [Role] = []
  /// Numbers that are names, of several words: phrases, whatever their words may be otherwise.
  private let names: Set<[UInt32]>

  /// The data that roles depend on.
  static var lists: [[UInt8]] {
    [
      PackageResources.phrase_connectors_txt, PackageResources.phrase_starts_txt,
      PackageResources.phrase_ends_txt, PackageResources.phrase_no_starts_txt,
      PackageResources.phrase_no_ends_txt, PackageResources.function_words_txt,
      PackageResources.fillers_txt, PackageResources.latin_txt,
      PackageResources.measure_words_txt, PackageResources.number_exceptions_txt,
      PackageResources.glue_exceptions_txt, PackageResources.de_exceptions_txt,
      PackageResources.number_names_txt,
    ]
  }

  init(of index: IndexReader) throws(IndexError) {
    let lists = PhraseParts.standard
    names = try NumberNames.standard.rows(in: index)
    for term in 0..<(try index.termCount) { roles.append(try lists.role(of: term, in: index)) }
    for word in names.joined() { roles[Int(word)].insert(.inside) }
  }

  subscript(_ term: UInt32) -> Role { roles[Int(term)] }

  /// Whether a phrase may begin and end with these.
  func isPhrase(_ terms: some BidirectionalCollection<UInt32>) -> Bool {
    guard let first = terms.first, let last = terms.last else { return false }
    if self[first].contains(.start), self[last].contains(.end) { return true }
    if !names.isEmpty, names.contains(Array(terms)) { return true }
    guard self[first].contains(.start), self[last].contains(.endAfterLetters) else { return false }
    return self[terms[terms.index(terms.endIndex, offsetBy: -2)]].contains(.letters)
  }
}

/// Which words begin, join and end phrases.
private struct PhraseParts {
  private let stopWords = StopWords.standard
  private let connectors = Self.set(PackageResources.phrase_connectors_txt)
  private let starts = Self.set(PackageResources.phrase_starts_txt)
  private let ends = Self.set(PackageResources.phrase_ends_txt)
  private let noStarts = Self.set(PackageResources.phrase_no_starts_txt)
  private let noEnds = Self.set(PackageResources.phrase_no_ends_txt)

  static let standard = PhraseParts()

  private static func set(_ list: [UInt8]) -> Set<[UInt8]> {
    Set(WordList.parse(list).map { Array($0.utf8) })
  }

  func role(of term: Int, in index: IndexReader) throws(IndexError) -> PhraseRoles.Role {
    let key = try index.key(of: term)
    let kind = WordKind(rawValue: try index.kind(of: term)) ?? .other
    let word = Array(key)
    let isStopped = try stopWords.contains(term, key, isHan: kind == .han, in: index)
    switch kind {
    case .letters, .name, .user, .kana, .hangul:
      let script: PhraseRoles.Role = kind == .kana ? .unbounded : Self.isDotted(key) ? .dotted : []
      guard !isStopped else {
        let stop: PhraseRoles.Role = key.count > 1 ? .stopWord : []
        return connectors.contains(word) ? [.inside, stop, script] : [stop, script]
      }
      return kind == .letters || kind == .name ? [.content, .letters, script] : [.content, script]
    case .number: return [.inside, .endAfterLetters, .number]
    case .han: break
    default: return []
    }
    if Numerals.standard.contains(key) { return [.inside, .number, .unbounded] }
    var role: PhraseRoles.Role = isStopped ? [.stopWord, .unbounded] : [.content, .unbounded]
    if noStarts.contains(word) { role.remove(.start) }
    if noEnds.contains(word) { role.remove(.end) }
    if connectors.contains(word) { role.insert(.inside) }
    if starts.contains(word) { role.formUnion([.inside, .start]) }
    if ends.contains(word) { role.formUnion([.inside, .end, .boundEnd]) }
    return role
  }

  /// Whether two letters or more stand after a full stop: not in U.S.
  private static func isDotted(_ key: ArraySlice<UInt8>) -> Bool {
    guard let dot = key.firstIndex(of: UInt8(ascii: ".")) else { return false }
    return key[dot...].split(separator: UInt8(ascii: ".")).contains { part in
      part.count > 1 && part.allSatisfy { $0 >= 0x41 }
    }
  }
}
