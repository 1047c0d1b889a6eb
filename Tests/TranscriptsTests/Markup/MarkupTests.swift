import TestSupport
import Testing

@testable import Transcripts

/// Writes down what a document of XML or HTML says, one event after the other.
private struct EventLog: MarkupHandler {
  static let name = "cue"

  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    let attribute = element["a"].map { " a=\($0)" } ?? ""
    builder.append(Array("<\(element.name)\(attribute)>@\(builder.line ?? 0)".utf8)[...])
  }

  mutating func end(_ name: String, _ builder: inout TranscriptBuilder) {
    builder.append(Array("</\(name)>".utf8)[...])
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {
    builder.append(bytes)
  }
}

/// Counts what a document has, for documents of which nobody wants to see the events.
private struct EventCount: MarkupHandler {
  private var (starts, ends, bytes) = (0, 0, 0)

  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) { starts += 1 }
  mutating func end(_ name: String, _ builder: inout TranscriptBuilder) { ends += 1 }
  mutating func text(_ text: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {
    bytes += text.count
  }
  mutating func finish(_ builder: inout TranscriptBuilder) {
    builder.metadata.title = "\(starts) \(ends) \(bytes)"
  }
}

private func events(
  _ text: String, as language: MarkupReader.Language = .xml
) throws -> (events: String, warnings: [TranscriptWarning]) {
  let source = try SourceText(decoding: Array(text.utf8))
  var builder = TranscriptBuilder(source: source)
  MarkupReader.read(source, as: language, by: EventLog(), into: &builder)
  let transcript = builder.finish(format: TranscriptFormat("x", "x", extensions: []))
  return (transcript.cues.map(transcript.string).joined(), transcript.warnings)
}

private func counts(
  _ text: String, as language: MarkupReader.Language = .xml
) throws -> (counts: String, warnings: [TranscriptWarning]) {
  let source = try SourceText(decoding: Array(text.utf8))
  var builder = TranscriptBuilder(source: source)
  MarkupReader.read(source, as: language, by: EventCount(), into: &builder)
  let title = builder.metadata.title
  return (title, builder.finish(format: TranscriptFormat("x", "x", extensions: [])).warnings)
}

@Suite struct MarkupTests {
  @Test func entitiesAndCDATAAreText() throws {
    let text = "<x><p a='A &amp; B &lt; &#65;'>一&nbsp;二&eacute;&amp;<![CDATA[<b>&amp;]]></p></x>"
    let read = try events(text)
    #expect(read.events == "<x>@1<p a=A & B < A>@1一二é&<b>&amp;</p></x>")
    #expect(read.warnings == [])
  }

  @Test func declaredEncodingsMeanNothing() throws {
    let read = try events("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n\n<x>中文</x>")
    #expect(read.events == "<x>@3中文</x>")
    #expect(read.warnings == [])
    let page = "<!DOCTYPE html><html><head><meta charset=\"big5\"></head><body>中文</body></html>"
    #expect(try events(page, as: .html).events.contains("中文"))
  }

  /// What a document declares is not read, so that nothing expands.
  @Test func declaredEntitiesAreDamage() throws {
    let text = """
      <!DOCTYPE x [
        <!-- don't > ] -->
        <!ENTITY a "ha]>"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">
        <!ENTITY file SYSTEM "file:///etc/passwd">
        <!ATTLIST p a CDATA "default">
      ]>
      <x>一&c;二<p/>&file;&amp;三</x>
      """
    let read = try events(text)
    #expect(read.events == "<x>@7一二<p>@7</p>&三</x>")
    #expect(read.warnings.map(\.line) == [7, 7])
  }

  /// Damage costs what is damaged, and no more.
  @Test(arguments: [
    ("<x><p a=1>一</p><p>二&amp;</p></x>", "<x>@1<p>@1</p>1>一</x><p>@1二&</p>"),
    ("<x><p>一</q><p>二</p></x>", "<x>@1<p>@1一</p><p>@1二</p></x>"),
    ("<x><p>一</p></x></x>\n<p>二 &lt; &nbsp;三</p>", "<x>@1<p>@1一</p></x><p>@2二<三</p>"),
    ("<x><p>一 & 二 < 三 &foo; &lt; 四</p></x>", "<x>@1<p>@1一二三<四</p></x>"),
    ("<x><p>一<p>二", "<x>@1<p>@1一<p>@1二"),
    ("<x><p>一</p x=2><p>二</p></x>", "<x>@1<p>@1一</p>x=2><p>@1二</p></x>"),
    ("<x><p\u{1}>一</p>\u{B}二</x>", "<x>@1<p>@1</p>>一</x>二"),
    ("<x><a:p b:a='1'>一</a:p></x>", "<x>@1<p a=1>@1一</p></x>"),
  ])
  func damageIsPassedOver(_ text: String, expected: String) throws {
    let read = try events(text)
    #expect(read.events == expected)
    #expect(read.warnings.isEmpty == text.contains("a:p"))
    #expect(read.warnings.allSatisfy { $0.line != nil })
  }

  @Test func nothingOfHTMLIsDamage() throws {
    let read = try events(
      "<p>一<p a=1 a=2>二 &hellip; & &unknown; </q></b><my-own>三<ruby>漢<rt>かん</ruby><td>", as: .html)
    #expect(read.warnings == [])
    #expect(read.events.hasPrefix("<p>@1一</p><p a=1>@1二…&&unknown;<my-own>@1三<ruby>@1漢<rt>"))
  }

  @Test func zerosAreDropped() throws {
    #expect(try events("<x>一\0二<p>\0三</p>四</x>").events == "<x>@1一二<p>@1三</p>四</x>")
  }

  @Test func warningsEndSomewhere() throws {
    let lines = (1...5_000).map { "<p>一 & \($0)</p>" }.joined(separator: "\n")
    let read = try counts("<x>\(lines)</x>")
    #expect(read.warnings.count == 22)
    #expect(read.warnings[19].line == 20)
    #expect(read.warnings[20].code == .moreBrokenMarkup(count: 4_980))
  }

  /// Each of these takes hours where time is the square of the length.
  @Test(arguments: [MarkupReader.Language.xml, .html])
  func hugeDocumentsTakeLinearTime(_ language: MarkupReader.Language) throws {
    let size = 50_000
    let deep = String(repeating: "<b>", count: size)
    #expect(try counts(deep, as: language).warnings.first?.code == .deepMarkup(limit: 2_000))
    let long = String(repeating: "数据 ", count: size)
    #expect(try counts("<p>\(long)</p>", as: language).counts.hasSuffix(" \(7 * size)"))
    let attributes = (0..<size).map { " a\($0)='>'" }.joined()
    let read = try counts("<p><b>一</b><p\(attributes)></p></p>", as: language)
    #expect(read.warnings.first?.code == .brokenMarkup("too many attributes; read up to there"))
    #expect(try counts("<p b='\(long)'>x</p>", as: language).counts == "1 1 1")
    for noise in ["<", "</b>", "&", "&a;", "<!--", "<![CDATA[", "<p a=", "<p a='", "]]>", "<?a"] {
      let text = "<p>" + String(repeating: noise, count: size)
      #expect(try counts(text, as: language).counts.hasPrefix("0") == false)
    }
  }

  /// No document makes the parser crash, and each end has its start.
  @Test(arguments: [MarkupReader.Language.xml, .html])
  func startsAndEndsMatch(_ language: MarkupReader.Language) throws {
    let parts = [
      "<p>", "</p>", "<b a='1'>", "</b>", "<c/>", "文", " & ", "&lt;", "<", ">", "<d a=1>", "'",
      "<!--",
      "-->", "<![CDATA[", "]]>", "</d >", "<?x?>", "\u{1}", "</", "<e a='", "<!DOCTYPE x [", "]>",
    ]
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<2_000 {
      let text = "<x>" + (0..<12).map { _ in parts.randomElement(using: &generator)! }.joined()
      let source = try SourceText(decoding: Array(text.utf8))
      var builder = TranscriptBuilder(source: source)
      MarkupReader.read(source, as: language, by: BalanceCheck(), into: &builder)
      try #require(builder.metadata.title == "balanced", "\(text)")
    }
  }
}

private struct BalanceCheck: MarkupHandler {
  private var open: [String] = []
  private var isBalanced = true

  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    open.append(element.name)
  }
  mutating func end(_ name: String, _ builder: inout TranscriptBuilder) {
    isBalanced = isBalanced && open.popLast() == name
  }
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {}
  mutating func finish(_ builder: inout TranscriptBuilder) {
    builder.metadata.title = isBalanced ? "balanced" : "unbalanced"
  }
}

@Suite struct MarkupTextTests {
  @Test(arguments: [
    ("  一\n   二  三 ", "一二 三"), ("one\n two", "one two"), ("一\n two\n三", "一 two 三"),
    ("，\n“一", "， “一"), ("𠀀\n一", "𠀀一"), ("가\n나", "가 나"), ("一 \n 二", "一二"), (" \n ", ""),
  ])
  func lineBreaksBetweenHanAreNothing(_ text: String, expected: String) {
    var (whole, parts) = (MarkupText(), MarkupText())
    whole.append(text)
    for scalar in text.unicodeScalars { parts.append(String(scalar)) }
    #expect(String(decoding: whole.take(), as: UTF8.self) == expected)
    #expect(String(decoding: parts.take(), as: UTF8.self) == expected)
    #expect(whole.isEmpty)
  }

  @Test func breaksStay() {
    var text = MarkupText()
    text.appendBreak()
    text.append("一\n")
    text.appendBreak()
    text.append("\n二")
    #expect(String(decoding: text.take(), as: UTF8.self) == "一\n二")
    text.isPreserving = true
    text.append("a  b")
    #expect(String(decoding: text.take(), as: UTF8.self) == "a  b")
  }
}
