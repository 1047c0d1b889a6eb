import TestSupport
import Testing

@testable import Transcripts

/// JSON as simdjson and `JSONRepair` read it, beside a plain tree.
@Suite struct JSONDocumentTests {
  private func parse(_ text: String) throws(JSONFault) -> PlainJSON {
    let document = try JSONDocument(Array(text.utf8))
    return withExtendedLifetime(document) { PlainJSON(document.root) }
  }

  @Test func valuesAreThoseOfAPlainTree() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let tree = PlainJSON.random(depth: 4, using: &generator)
      let text = tree.written(using: &generator)
      #expect(try parse(text) == tree, "\(text)")
      let repair = try JSONRepair(Array(text.utf8))
      #expect(repair.repaired == nil && repair.brokenEscapes == nil, "\(text)")
    }
  }

  @Test func membersAreFoundByTheirFirstKey() throws {
    let document = try JSONDocument(Array(#"{"":1,"a":{"b":[2]},"a":3,"bc":"4","n":"nan"}"#.utf8))
    let root = document.root
    #expect(root[""]?.number == 1 && root["a"]?["b"]?.elements.first?.number == 2)
    #expect(root["a", "b"]?.kind == .list && root.member(Array("bc".utf8))?.number == 4)
    #expect(root["b"] == nil && root["n"]?.number == nil && root["bc"]?["x"] == nil)
    withExtendedLifetime(document) {}
  }

  /// Strings are numbers only by JSON's grammar.
  @Test(arguments: [
    ("1", 1.0), ("0.5", 0.5), ("-2", -2), ("1e3", 1000), ("0x10", nil), ("inf", nil), ("", nil),
    ("1 ", nil), ("00:01", nil), ("1,5", nil),
  ])
  func stringsMayBeNumbers(text: String, number: Double?) throws {
    let document = try JSONDocument(Array("[\"\(text)\"]".utf8))
    #expect(document.root.elements.first?.number == number)
    withExtendedLifetime(document) {}
  }

  @Test(arguments: [
    ("NaN", "null"), ("-Infinity", "null"), ("nan", "null"), ("-inf", "null"), ("1e400", "null"),
    ("-1e400", "null"), ("123456789012345678901234567890", "123456789012345678901234567890.0"),
    (#""\ud83d""#, #""\ufffd""#), (#""\udfb7\ud842""#, #""\ufffd\ufffd""#),
    (#""\uD842\uDFB7""#, #""\uD842\uDFB7""#), (#""\ud83d\ud83d\ude00""#, #""\ufffd\ud83d\ude00""#),
    (#""\\ud83d""#, #""\\ud83d""#), (#""\\\ud83d""#, #""\\\ufffd""#), (#""NaN""#, #""NaN""#),
    ("\"a\tb\nc\"", #""a\u0009b\u000ac""#), ("[NaN,NaN]", "[null,null]"),
    (#"{"\ud83dk":NaN}"#, #"{"\ufffdk":null}"#),
  ])
  func whatIsNoJSONIsReplaced(written: String, read: String) throws {
    for (before, after) in [
      ("[", "]"), ("{\"a\\\\\": ", "}"), ("[\"\\u4e2d\", ", ", \"\\\\\\\"\"]"),
    ] {
      #expect(try parse(before + written + after) == parse(before + read + after))
    }
  }

  /// Replacements anywhere in random documents change nothing else.
  @Test func replacementsCostTheirValueOnly() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<2_000 {
      let tree = PlainJSON.random(depth: 3, using: &generator)
      let text = tree.written(using: &generator)
      let broken = "[NaN," + text + #",{"\ud83d":"x\udc00\\"},1e999]"#
      #expect(
        try parse(broken)
          == .list([.null, tree, .object([("\u{FFFD}", .string("x\u{FFFD}\\"))]), .null]))
      let document = try JSONDocument(Array(broken.utf8))
      #expect(document.brokenEscapes?.count == 2)
      #expect(document.brokenEscapes?.first == 8 + text.utf8.count)
    }
  }

  /// What the parser takes the repair leaves alone, and what it makes the parser takes.
  @Test func repairAndParserAgreeOnDamage() throws {
    var generator = SeededGenerator(seed: 3)
    let noise = Array("{}[]\",:\\u0dD8eE.+-019truefalsn \n".utf8)
    for _ in 0..<20_000 {
      var bytes = Array(
        PlainJSON.random(depth: 2, using: &generator).written(using: &generator).utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
        let place = bytes.indices.randomElement(using: &generator)!
        guard bytes[place] < 0x80 else { continue }
        bytes[place] = noise.randomElement(using: &generator)!
      }
      let outcome = Result { () throws(JSONFault) in try JSONRepair(bytes) }
      switch outcome {
      case .success(let repair):
        #expect(throws: Never.self) { try JSONDocument(repair.repaired ?? bytes) }
      case .failure(let fault):
        #expect(throws: fault) { try JSONDocument(bytes) }
      }
    }
  }

  @Test func truncatedDocumentsSayWhereTheyEnd() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let text = PlainJSON.random(depth: 3, using: &generator).written(using: &generator)
      for length in 0..<text.unicodeScalars.count where length % 3 == 0 {
        let prefix = Array(String(text.unicodeScalars.prefix(length)).utf8)
        #expect {
          try JSONDocument(prefix)
        } throws: { error in
          guard case .cutOff(_, let position) = error as? JSONFault else { return false }
          return position == prefix.count
        }
      }
    }
  }

  @Test(arguments: [
    ("[1,]", 3, "“]”"), ("{\"a\" 1}", 5, "“1”"), ("[1 2]", 3, "“2”"), ("{\"a\":1,}", 7, "“}”"),
    ("[01]", 1, "“0”"), ("[truth]", 1, "“t”"), ("{}{}", 2, "“{”"), ("[\"\\x\"]", 3, "“x”"),
    ("[\"\\u12g4\"]", 2, "“\\”"), ("{1:2}", 1, "“1”"), ("[}", 1, "“}”"), ("[中]", 1, "“中”"),
  ])
  func faultsSayWhereTheyAre(text: String, position: Int, what: String) throws {
    #expect(throws: JSONFault.unexpected(what, position: position)) {
      try JSONDocument(Array(text.utf8))
    }
  }

  @Test func errorsNameByteAndLineOfTheFile() throws {
    let text = "\u{FEFF}{\"segments\": [\n{\"start\": 0, \"text\": \"你好\"},\n{\"start\": 1"
    let error = #expect(throws: TranscriptError.self) { try read(text, as: "a.json") }
    #expect(error?.line == 3)
    #expect(
      error?.code
        == .brokenJSON("the text ends inside an object", byteOffset: text.utf8.count))
  }

  @Test func largeDocumentsAreRefused() throws {
    let text = Array("[1,2,3,4,5]".utf8)
    #expect(throws: JSONFault.tooLarge(limit: 10)) { try JSONDocument(text, limit: 10) }
    let source = try SourceText(decoding: text)
    #expect(JSONFault.tooLarge(limit: 10).error(in: source).code == .largeJSON(limit: 10))
    #expect(try parse("[1,2,3,4,5]") == .list([1, 2, 3, 4, 5].map { .number($0) }))
  }

  /// A hundred thousand levels, a million members, and as many replacements take time in proportion.
  @Test func hugeDocumentsTakeLinearTime() throws {
    let levels = 100_000
    let deep = String(repeating: "{\"a\":[", count: levels) + String(repeating: "]}", count: levels)
    #expect(try JSONDocument(Array(deep.utf8)).brokenEscapes == nil)
    #expect(throws: JSONFault.self) { try JSONDocument(Array(deep.utf8.dropLast())) }
    #expect(try read(deep, as: "a.json") == nil)
    let count = TestData.isLong ? 1_000_000 : 100_000
    let members = "{" + (0..<count).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"
    #expect(try read(members, as: "a.json") == nil)
    let numbers = "[" + String(repeating: "NaN,\"\\ud83d\",", count: count) + "1]"
    #expect(try JSONDocument(Array(numbers.utf8)).brokenEscapes?.count == count)
  }
}
