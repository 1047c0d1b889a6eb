import UserInput

extension InputError: ExplainedError {
  package var sentence: String {
    let place = [file, line.map { "\($0)" }].compactMap(\.self).joined(separator: ":")
    return place.isEmpty ? code.sentence : "\(place): \(code.sentence)"
  }
}

extension InputError.Code {
  fileprivate var sentence: String {
    switch self {
    case .outOfRange(let name, let value, let range): Self.sentence(name, value, range)
    case .negative(let name, let value): "\(name) is \(value); it must be 0 or more"
    case .notFinite(let name, let value): "\(name) is \(value); it must be a number"
    case .unsuitable(let name, let value, let expected):
      "\(name) is \(value); it must be \(expected)"
    case .countOutOfRange(let word, let count, let range):
      Self.sentence("the count of “\(word)”", count, range)
    case .fillersWithoutTFIDF: "fillers have no tfidf"
    case .negativeTFIDF: "there are no negative keywords by tfidf"
    case .noWord(let keyword): "“\(keyword)” has no letter, digit or other character of a word"
    case .tooManyPeriods(let count):
      "\(count) periods are too many to compare; use longer periods, or select fewer with a filter"
    case .noEpisode(let name):
      "there is no episode “\(name)”; `zimu episodes` lists the episodes (write an id as id:…)"
    case .ambiguousEpisode(let name, let paths):
      "\(paths.count) episodes are named “\(name)”; name one by its path: "
        + Self.list(paths)
    case .severalEpisodes(let name, let names):
      "“\(name)” matches \(names.count) episodes; name one of them: " + Self.list(names)
    case .outputExists(let path, let more):
      "\(path) exists"
        + (more > 0
          ? ", and so \(more == 1 ? "does 1 more file" : "do \(more) more files") of this export"
          : "")
        + "; --replace replaces existing files"
    case .noTimes(let episode): "the cues of \(episode) have no times; leave out --at"
    case .dictionaryWithICU: "the ICU engine takes no user dictionary; use the compiled one"
    case .metadata(let error): error.sentence
    case .noLexicon(let error): "\(error.sentence); a user dictionary cannot be used"
    case .noText: "there is no text to measure with"
    case .binaryLine: "the line is not text, or is UTF-16 without a byte order mark; \(Self.remedy)"
    case .notUTF8(let readings): "the line is not UTF-8\(Self.sentence(readings)); \(Self.remedy)"
    case .broken(let encoding): "the line is not valid \(encoding); \(Self.remedy)"
    case .keyword(let fault): fault.sentence
    case .badCount: "a line must be a word and its count, as in “数据,5”"
    case .noColumns: "the header needs a column “key”, “word” or “term”, and a column “count”"
    case .goldText(let fault): fault.sentence
    }
  }

  /// The first ten, and how many more there are.
  private static func list(_ names: [String]) -> String {
    let more = names.count > 10 ? " and \(names.count - 10) more" : ""
    return names.prefix(10).joined(separator: ", ") + more
  }

  private static let remedy = "save the file as UTF-8"

  private static func sentence(_ name: String, _ value: Int, _ range: ClosedRange<Int>) -> String {
    "\(name) is \(value); it must be from \(range.lowerBound) to \(range.upperBound)"
  }

  private static func sentence(_ readings: [InputError.Reading]) -> String {
    guard !readings.isEmpty else { return "" }
    let list = readings.map { "“\($0.text)” in \($0.encoding)" }
    return " (it is \(list.joined(separator: " or ")))"
  }
}

extension InputError.KeywordFault {
  fileprivate var sentence: String {
    switch self {
    case .noSpelling: "a label needs spellings after it, as in label: a | b"
    case .noSpace: "a space is missing after the colon of the label, as in label: a | b"
    }
  }
}

extension InputError.GoldTextFault {
  fileprivate var sentence: String {
    switch self {
    case .brokenUTF8: "the line is not UTF-8"
    case .columns(let count):
      "a word of CoNLL-U has ten columns; this line has \(count)"
    case .badID(let id): "“\(id)” is not an id of CoNLL-U, such as 3, 3-4 or 3.1"
    case .emptyForm: "the word (column 2) is empty"
    case .tab: "the line has a tab; separate the words of plain text by spaces"
    case .noSentence: "the file has no sentence"
    }
  }
}
