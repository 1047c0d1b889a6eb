import TestSupport
import Testing

@testable import Transcripts

/// The fast loops over bytes beside plain ones.
@Suite struct ScanningTests {
  /// Pieces that broken and well-formed UTF-8 are made of.
  private static let pieces: [[UInt8]] = [
    Array("汉".utf8), Array("字語龜".utf8), Array("plain ascii, of some length".utf8), [0x41],
    Array("é".utf8), Array("😀".utf8), Array("한국".utf8), [0xE0, 0xA0, 0x80], [0xE0, 0x9F, 0x80],
    [0xED, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0x80],
    [0xE6, 0xB1], [0xC0, 0x80], [0xFF], [0xE6, 0xB1, 0x41],
  ]

  @Test func wellFormedIsWhatTheStandardLibrarySays() {
    var generator = SeededGenerator(seed: 21)
    var seen = (valid: 0, broken: 0)
    for round in 0..<4_000 {
      // Half of the rounds draw from well-formed pieces alone.
      let choice = round.isMultiple(of: 2) ? Self.pieces.prefix(8) : Self.pieces[...]
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...9, using: &generator) {
        bytes += choice.randomElement(using: &generator)!
      }
      let isValid = (try? UTF8Span(validating: bytes.span)) != nil
      #expect(UTF8Validation.isValid(bytes.span) == isValid, "\(bytes)")
      if isValid { seen.valid += 1 } else { seen.broken += 1 }
    }
    #expect(seen.valid > 1_000 && seen.broken > 1_000)
  }

  @Test func everySequenceOfThreeBytes() {
    for lead in UInt8(0xDF)...0xF0 {
      for second in stride(from: UInt8(0x70), through: 0xC8, by: 1) {
        for third: UInt8 in [0x7F, 0x80, 0xBF, 0xC0] {
          for tail in [[], Array("汉汉汉".utf8)] {
            let bytes = [lead, second, third] + tail
            let isValid = (try? UTF8Span(validating: bytes.span)) != nil
            #expect(UTF8Validation.isValid(bytes.span) == isValid, "\(bytes)")
          }
        }
      }
    }
  }

  @Test func linesEndAtLineFeedReturnOrBoth() {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        [0x0A, 0x0D, 0x41, 0x42].randomElement(using: &generator)! as UInt8
      }
      var scanner = LineScanner(bytes)
      var found: [[UInt8]] = []
      while let line = scanner.next() { found.append(Array(line)) }
      #expect(found == Self.lines(of: bytes), "\(bytes)")
      #expect(scanner.line == found.count)
    }
  }

  /// Lines one byte at a time.
  private static func lines(of bytes: [UInt8]) -> [[UInt8]] {
    var (lines, line, last): ([[UInt8]], [UInt8], UInt8) = ([], [], 0)
    for byte in bytes {
      if byte == 0x0A, last == 0x0D {
        last = 0
        continue
      }
      if byte == 0x0A || byte == 0x0D {
        lines.append(line)
        line = []
      } else {
        line.append(byte)
      }
      last = byte
    }
    return line.isEmpty ? lines : lines + [line]
  }

  @Test func controlsAreFoundAtEveryPlace() {
    for length in 0...20 {
      let clean = [UInt8](repeating: 0xE6, count: length)
      #expect(!clean[...].hasControl)
      for place in 0..<length {
        for byte: UInt8 in [0x00, 0x09, 0x1F, 0x20, 0x7F, 0x80, 0xA0] {
          var bytes = clean
          bytes[place] = byte
          #expect(bytes[...].hasControl == (byte < 0x20))
        }
      }
    }
  }
}

@Suite struct JSONBeginningTests {
  @Test(arguments: [
    "{", " {}", "{\"a\":1}", "[", "[]", "[1,2]", "[ -1.5e3 ]\n", "[true, 1]", "[[1]]", "[{}]",
    "\n[\"a\"", "[null]",
    "[NaN]", "[-Infinity, 1]", "[12",
  ])
  func beginningsOfJSON(text: String) { #expect(JSONBeginning.mayBegin(Array(text.utf8))) }

  @Test(arguments: [
    "", "  ", "a", "{24}{84}a", "{DEFAULT}", "{\\an8}", "[ti:a]", "[00:01.00]a", "[10][35]a",
    "[10] a",
    "[00:01.000 --> 00:02.000] a", "[Script Info]", "[truely]", "[SPEAKER_00]: a", "[音乐]",
  ])
  func otherBeginnings(text: String) { #expect(!JSONBeginning.mayBegin(Array(text.utf8))) }
}
