import ICUSupport
import TextNormalization
import WordSegmentation

/// Something whose speed is measured, line by line.
protocol SpeedEngine: AnyObject {
  var task: String { get }
  var name: String { get }

  func work(on line: [UInt8]) throws

  /// Words in some lines; `nil` if it finds none.
  func words(in lines: [[UInt8]]) throws -> Int?

  /// How much of it is as ICU has it, from 0 to 1; `nil` without something to compare.
  func agreement(with lines: [[UInt8]]) throws -> Double?
}

enum SpeedEngines {
  /// All engines: words, then spellings, ICU itself last of each.
  static func all() throws -> [any SpeedEngine] {
    [
      try WordSpeed("compiled", WordSegmenter(Lexicon.shared(.original)), .original),
      try WordSpeed("compiled, search form", WordSegmenter(Lexicon.shared(.search)), .search),
      try WordSpeed("icu", ICUWordSegmenter(), .original),
      try SearchFormSpeed(), try SimplifiedSpeed(), try ICUSimplifiedSpeed(),
    ]
  }
}

/// Words by a segmenter, of the text itself or of its search form.
private final class WordSpeed: SpeedEngine {
  let task = "segmentation"
  let name: String
  private let segmenter: any WordSegmenting
  private let folder: SearchFormFolder?
  private var form = NormalizedText()
  private var tokens = TokenBuffer()

  init(_ name: String, _ segmenter: any WordSegmenting, _ form: Lexicon.Form) throws {
    self.name = name
    self.segmenter = segmenter
    folder = form == .search ? try SearchFormFolder() : nil
  }

  func work(on line: [UInt8]) throws {
    guard let folder else { return try segmenter.segment(line.span, into: &tokens) }
    try folder.fold(line.span, into: &form)
    try segmenter.segment(form.bytes.span, into: &tokens)
  }

  func words(in lines: [[UInt8]]) throws -> Int? {
    try lines.reduce(0) { count, line in
      try work(on: line)
      return count + tokens.tokens.count(where: \.kind.isWord)
    }
  }

  /// The words' places in the original.
  private func places(in line: [UInt8]) throws -> Set<Range<Int>> {
    try work(on: line)
    let words = tokens.tokens.filter(\.kind.isWord)
    guard folder != nil else { return Set(words.map(\.range)) }
    var walk = OffsetWalk(form.offsets)
    return Set(words.map { walk.original(of: $0.range) })
  }

  func agreement(with lines: [[UInt8]]) throws -> Double? {
    let icu = try WordSpeed("icu", ICUWordSegmenter(), .original)
    var (same, all) = (0, 0)
    for line in lines {
      let expected = try icu.places(in: line)
      all += expected.count
      same += try places(in: line).intersection(expected).count
    }
    return all == 0 ? nil : Double(same) / Double(all)
  }
}

/// The search form, with the way back to the original.
private final class SearchFormSpeed: SpeedEngine {
  let task = "normalisation"
  let name = "search form"
  private let folder: SearchFormFolder
  private var form = NormalizedText()

  init() throws { folder = try SearchFormFolder() }

  func work(on line: [UInt8]) throws { try folder.fold(line.span, into: &form) }
  func words(in lines: [[UInt8]]) -> Int? { nil }
  func agreement(with lines: [[UInt8]]) -> Double? { nil }
}

/// Simplified characters by compiled rules.
private final class SimplifiedSpeed: SpeedEngine {
  let task = "normalisation"
  let name = "simplified"
  private let converter: SimplifiedConverter

  init() throws { converter = try SimplifiedConverter() }

  func work(on line: [UInt8]) { _ = converter.convert(line.span) }
  func words(in lines: [[UInt8]]) -> Int? { nil }

  func agreement(with lines: [[UInt8]]) throws -> Double? {
    let icu = try ICUSimplifiedSpeed()
    let same = try lines.count { try converter.convert($0.span).bytes == icu.convert($0)[...] }
    return Double(same) / Double(lines.count)
  }
}

/// Simplified characters by ICU's transliterator.
private final class ICUSimplifiedSpeed: SpeedEngine {
  let task = "normalisation"
  let name = "icu simplified"
  private let transliterator: Transliterator

  init() throws { transliterator = try Transliterator("Traditional-Simplified") }

  func convert(_ line: [UInt8]) throws -> [UInt8] {
    var units = Array(String(decoding: line, as: UTF8.self).utf16)
    try transliterator.transliterate(&units)
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  func work(on line: [UInt8]) throws { _ = try convert(line) }
  func words(in lines: [[UInt8]]) -> Int? { nil }
  func agreement(with lines: [[UInt8]]) -> Double? { 1 }
}
