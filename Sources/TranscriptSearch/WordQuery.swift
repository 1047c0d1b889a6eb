public import InvertedIndex

/// A query of words and phrases of words, all of which an episode must have.
public struct WordQuery: Hashable, Sendable {
  /// A word or a phrase: words that follow one another.
  public struct Unit: Hashable, Sendable {
    /// Keys of the words, in search form.
    public let keys: [[UInt8]]
    /// For each word but the last, what follows it in the query.
    public let gaps: [WordToken.Gap]
    /// Where there is punctuation, all of the unit in search form, since it must stand in the text
    /// as it does here; and where in that the first word starts.
    public let literal: (form: [UInt8], lead: Int)?

    public init(
      keys: [[UInt8]], gaps: [WordToken.Gap], literal: (form: [UInt8], lead: Int)? = nil
    ) {
      self.keys = keys
      self.gaps = gaps
      self.literal = literal
    }

    public static func == (first: Unit, second: Unit) -> Bool {
      first.keys == second.keys && first.gaps == second.gaps
        && first.literal?.form == second.literal?.form
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(keys)
      hasher.combine(literal?.form)
    }
  }

  /// Different units, in the order of the query.
  public let units: [Unit]

  /// Parses words and "phrases", side by side or joined by AND.
  ///
  /// - Parameter words: cuts a text into the words of one unit.
  /// - Throws: `QueryError` with the place that is wrong.
  public init<Failure>(
    parsing text: String, words: (String) throws(Failure) -> Unit
  ) throws where Failure: Error {
    var scanner = QueryScanner(text, fields: [])
    var units: [Unit] = []
    var needsUnit = true
    for place in try scanner.scan() {
      switch place.token {
      case .word(let text), .quoted(let text):
        let unit = try words(text)
        guard !unit.keys.isEmpty else {
          throw scanner.error("there is no word in this", at: place.position)
        }
        if !units.contains(unit) { units.append(unit) }
        needsUnit = false
      case .and where !needsUnit:
        needsUnit = true
      case .and:
        throw scanner.error("AND stands between two words", at: place.position)
      case .or, .not, .minus, .open, .close, .field:
        throw scanner.error(
          "search takes words and \"phrases\" joined by AND; put it in quotes to search for it",
          at: place.position)
      }
    }
    guard !needsUnit else {
      throw scanner.error("the query ends where a word should stand", at: text.count)
    }
    self.units = units
  }
}
