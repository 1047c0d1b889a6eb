/// The word of every rank: common words, then the dictionary's, with English, names and numbers.
struct WordList: Sendable {
  enum Kind: UInt8 {
    case han, letters, number
  }

  /// The Han words' characters, simplified; see `WordJoints`.
  private(set) var keys: [[UInt16]] = []
  private var texts: [[UInt8]] = []
  private var kinds: [Kind] = []
  private var lettersCount = 0
  private var numberCount = 0

  /// How many ranks have words from lists; those above are minted as they are asked for.
  var count: Int { texts.count }

  /// - Parameter lengths: what share of the dictionary's words, while there are any, has one, two,
  ///   three, and four or more characters.
  init(_ style: TranscriptStyle, _ dictionary: DictionaryWords, lengths: [Double]) throws {
    let script = try ScriptCharacters(style)
    var seen = Set<[UInt16]>()
    for word in FunctionWords.words(style) {
      let key = script.key(of: Array(word.utf16))
      if seen.insert(key).inserted { append(Array(word.utf8), key: key) }
    }
    var queue = LengthQueue(dictionary.words.filter { !seen.contains($0.key) }, lengths)
    while let word = queue.next() {
      while appendOther(at: count) {}
      append(Array(String(decoding: word.units, as: UTF16.self).utf8), key: word.key)
    }
  }

  private mutating func append(_ text: [UInt8], _ kind: Kind = .han, key: [UInt16] = []) {
    texts.append(text)
    kinds.append(kind)
    keys.append(key)
  }

  /// Adds a word that is not Han, where one belongs: they are a seventh of all words.
  private mutating func appendOther(at rank: Int) -> Bool {
    if rank % 40 == 17 {
      append(MintedWord.digits(numberCount), .number)
      numberCount += 1
    } else if rank % 8 == 3 {
      append(Self.letters(lettersCount), .letters)
      lettersCount += 1
    } else {
      return false
    }
    return true
  }

  private static func letters(_ number: Int) -> [UInt8] {
    let common = EnglishWords.words
    return number < common.count
      ? Array(common[number].utf8) : MintedWord.letters(number - common.count)
  }

  func kind(of rank: UInt32) -> Kind {
    rank < count ? kinds[Int(rank)] : rank % 9 == 0 ? .number : .letters
  }

  func text(of rank: UInt32) -> [UInt8] {
    guard rank >= count else { return texts[Int(rank)] }
    let number = Int(rank) - count
    return rank % 9 == 0
      ? MintedWord.digits(number + numberCount) : Self.letters(number + lettersCount)
  }

  /// The simplified characters of a Han word; none for another.
  func key(of rank: UInt32) -> [UInt16] { rank < count ? keys[Int(rank)] : [] }
}

/// Words of each length, given out in shares.
private struct LengthQueue {
  /// After so many words, words of one character are a quarter as likely.
  private static let commonCount = 2500

  private var lists: [[DictionaryWords.Word]]
  private var places: [Int]
  private var shares: [Double]
  private var given = 0
  private var random = RandomSource(1)

  init(_ words: [DictionaryWords.Word], _ shares: [Double]) {
    lists = shares.indices.map { length in
      words.filter { min($0.units.count, shares.count) == length + 1 }
    }
    places = shares.map { _ in 0 }
    self.shares = shares
  }

  mutating func next() -> DictionaryWords.Word? {
    given += 1
    if given == Self.commonCount { shares[0] /= 4 }
    let open = shares.indices.filter { places[$0] < lists[$0].count }
    guard let last = open.last else { return nil }
    var rest = random.unit() * open.reduce(0) { $0 + shares[$1] }
    let list = open.first {
      rest -= shares[$0]
      return rest < 0
    }
    let chosen = list ?? last
    places[chosen] += 1
    return lists[chosen][places[chosen] - 1]
  }
}
