import Zimu

extension ZimuError: ExplainedError {
  var sentence: String {
    let place = [file, line.map { "\($0)" }].compactMap(\.self).joined(separator: ":")
    return place.isEmpty ? code.sentence : "\(place): \(code.sentence)"
  }
}

extension ZimuError.Code {
  fileprivate var sentence: String {
    switch self {
    case .outOfRange(let name, let value, let range): Self.sentence(name, value, range)
    case .negative(let name, let value): "\(name) is \(value); it must be 0 or more"
    case .notFinite(let name, let value): "\(name) is \(value); it must be a number"
    case .countOutOfRange(let word, let count, let range):
      Self.sentence("the count of “\(word)”", count, range)
    case .fillersWithoutTFIDF: "fillers have no tfidf"
    case .noWord(let keyword): "“\(keyword)” has no letter, digit or character of a word"
    case .tooManyPeriods(let count):
      "\(count) periods are too many to compare; take longer ones, or fewer with a filter"
    case .noEpisode(let name):
      "there is no episode “\(name)”; `zimu episodes` lists them, and an id is written id:…"
    case .ambiguousEpisode(let name, let paths):
      "“\(name)” are \(paths.count) episodes; name one by its path: "
        + Self.list(paths)
    case .severalEpisodes(let name, let names):
      "“\(name)” stands for \(names.count) episodes; name one of them: " + Self.list(names)
    case .outputExists(let path, let more):
      "\(path) exists" + (more > 0 ? ", and so do \(more) more files of this export" : "")
        + "; --replace replaces what exists"
    case .noTimes(let episode): "\(episode) has no times; leave out --at"
    case .dictionaryWithICU: "the ICU engine takes no user dictionary; use the compiled one"
    case .metadata(let error): error.sentence
    case .noLexicon(let error): "\(error.sentence); a user dictionary cannot be used then"
    case .noText: "there is no text to measure with"
    case .binaryLine: "no text, or UTF-16 without a byte order mark; \(Self.remedy)"
    case .notUTF8(let readings): "not UTF-8; \(Self.sentence(readings))\(Self.remedy)"
    case .broken(let encoding): "broken \(encoding); \(Self.remedy)"
    case .keyword(let fault): fault.sentence
    case .badCount: "a line is a word and its count, “数据,5”"
    case .noColumns: "there is no column “key”, “word” or “term”, or none “count”"
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

  private static func sentence(_ readings: [ZimuError.Reading]) -> String {
    guard !readings.isEmpty else { return "" }
    let list = readings.map { "\($0.encoding) “\($0.text)”" }
    return "in \(list.joined(separator: ", in ")); "
  }
}

extension ZimuError.KeywordFault {
  fileprivate var sentence: String {
    switch self {
    case .noSpelling: "a label is followed by spellings: label: a | b"
    case .noSpace: "there is no space behind the label's colon: label: a | b"
    }
  }
}

extension ZimuError.GoldTextFault {
  fileprivate var sentence: String {
    switch self {
    case .brokenUTF8: "the bytes are not UTF-8"
    case .columns(let count):
      "a word of CoNLL-U has ten columns, here \(count == 1 ? "is" : "are") \(count)"
    case .badID(let id): "“\(id)” is no id of CoNLL-U, which is like 3, 3-4 or 3.1"
    case .emptyForm: "the word (column 2) is empty"
    case .tab: "there is a tab; words of plain text are separated by spaces"
    case .noSentence: "there is no sentence in it"
    }
  }
}
