import TestSupport
import Testing

@testable import Transcripts

/// Subtitles of any bytes and of any size.
@Suite struct SubtitleRobustnessTests {
  /// A sample of each format, and marks that its reader looks for.
  private static let formats: [(name: String, sample: String, marks: [String])] = [
    (
      "vtt",
      "WEBVTT\n\n1\n00:01.000 --> 00:02.000 line:0\n<v 甲>一<c.x>二</c> &amp; <ruby>漢<rt>x</rt></ruby>\n\n",
      ["<", ">", "<v ", "</v>", "&", "&#", "-->", "\n", "<rt>", "</ruby>", "0", ":", "\0"]
    ),
    (
      "srt",
      "1\n00:00:01,000 --> 00:00:02,000\n<i>一</i>{\\an8}\n二\\N三 &lt;\n\n2\n00:00:03,000 --> 00:00:04,000\n四\n",
      ["<i", ">", "{\\", "}", "&", "-->", "\n", "\n\n", "1\n", "：", "，", "-", " ", "\\", "<v 甲>"]
    ),
    (
      "ass",
      "[Events]\nFormat: Start, End, Name, Text\nDialogue: 0:00:01.00,0:00:02.00,甲,{\\k5}一\\N{\\p1}m 0 0{\\p0}二\n",
      [
        "{", "}", "\\", "\\p1", "\\N", ",", "Format:", "Dialogue:", "[Fonts]\n", "[Events]\n",
        "Text", "\n",
      ]
    ),
    (
      "sbv", "0:00:01.000,0:00:02.000\n一[br]二\n\n0:00:03.000,0:00:04.000\n三\n",
      ["[", "[br]", ",", ":", ".", "\n", "0", "<i>"]
    ),
    (
      "sami",
      "<SAMI><BODY><SYNC Start=1000><P Class=ZH ID=Source>甲<P Class=ZH>一<br>二\n<SYNC Start=2000><P Class=ZH>&nbsp;</BODY></SAMI>",
      [
        "<", ">", "<!--", "-->", "<SYNC Start=", "<P", "</P>", "=", "\"", "&", "<rt>", "<ruby>",
        " ",
      ]
    ),
    (
      "microdvd", "{1}{1}25\n{25}{50}{y:i}一|二\n{75}{}三\n",
      ["{", "}", "{}", "|", "{y:", "9", "\n", "{1}{1}", "{DEFAULT}{}\n", "."]
    ),
    ("mpl2", "[10][20]/一|二\n[30][]三\n", ["[", "]", "|", "/", "9", "\n"]),
    ("tmplayer", "00:00:01:一|二\n00:00:03,1=三\n00:00:03,2=四\n", [":", "=", ",1", "|", "\n", "0"]),
    (
      "lrc", "[ti:节目]\n[offset:5]\n[00:01.00][00:05.00]一<00:01.50>二\n[00:03.00]\n三\n",
      ["[", "]", "<", ">", ":", ".", "[00:02.00]", "[offset:-9]", "\n", "9"]
    ),
    (
      "terminal",
      "Detected language: Chinese\n[00:01.000 --> 00:02.000]  (speaker 0) 一 [SPEAKER_TURN]\n[1.00s -> 2.00s] 二\n",
      ["[", "]", "(speaker ", "[SPEAKER_", ")", "-->", "\n", ":", ".", "s"]
    ),
  ]

  @Test func cuesOfAnyBytesAreInShape() throws {
    var generator = SeededGenerator(seed: 51)
    for (name, sample, marks) in Self.formats {
      var count = 0
      for _ in 0..<1_500 {
        var bytes = Array(sample.utf8)
        for _ in 0..<Int.random(in: 0...5, using: &generator) {
          let place = Int.random(in: 0...bytes.count, using: &generator)
          switch Int.random(in: 0...3, using: &generator) {
          case 0: bytes.insert(contentsOf: marks.randomElement(using: &generator)!.utf8, at: place)
          case 1: bytes.removeSubrange(place..<min(place + 3, bytes.count))
          case 2:
            bytes.insert(contentsOf: RandomText.bytes(length: 4, using: &generator), at: place)
          default: bytes.insert(contentsOf: bytes[place..<min(place + 20, bytes.count)], at: place)
          }
        }
        do throws(TranscriptError) {
          let transcript = try Transcript.read(
            bytes, fileName: "a", encoding: "UTF-8", format: name)
          count += transcript.cues.count
          for cue in transcript.cues { check(cue, of: transcript) }
        } catch {
          // Where a mark in front makes a comment of all.
          #expect(error.isOtherContent)
        }
      }
      #expect(count > 500, "\(name)")
    }
  }

  private func check(_ cue: Cue, of transcript: Transcript) {
    let text = transcript.text[cue.text]
    #expect(!text.isEmpty && text.trimmed.count == text.count)
    #expect((try? UTF8Span(validating: Array(text).span)) != nil)
    #expect(!text.contains { [0x00, 0x09, 0x0A, 0x0D].contains($0) })
    #expect(cue.start ?? 0 >= 0 && cue.end ?? .max >= cue.start ?? 0)
    #expect(cue.speaker ?? 0 <= transcript.speakers.count)
  }

  /// Whatever repeats a mark thousands of times is read in a moment.
  @Test func hostileFilesTakeLinearTime() throws {
    for (name, sample, marks) in Self.formats {
      let pieces =
        marks + ["字", "a", "<v 甲>", "<ruby><rt>", "&#1", "<i><b>", "{\\p", "<SYNC Start=1>"]
      for piece in pieces {
        let text = sample + String(repeating: piece, count: 40_000) + "\n" + sample
        let transcript = try Transcript.read(
          Array(text.utf8), fileName: "a", encoding: "UTF-8", format: name)
        #expect(transcript.text.count < 12 * text.utf8.count, "\(name) \(piece)")
      }
    }
  }

  @Test func manyColumnsAndCuesTakeLinearTime() throws {
    let names = (0..<50_000).map { "c\($0)" }.joined(separator: ",")
    let fields = String(repeating: ",", count: 50_002)
    let row = "Dialogue: \(fields)0:00:01.00,0:00:02.00,一\n"
    let ass = "[Events]\nFormat: \(names),x,y,Start,End,Text\n" + String(repeating: row, count: 20)
    #expect(try read(ass, as: "a.ass")?.cues.count == 20)
    let lines = (0..<20_000).map { "[00:01.00]\($0)\n" }.joined()
    #expect(try read(lines, as: "a.lrc")?.cues.count == 20_000)
    let classes = (0..<20_000).map { "<SYNC Start=\($0)><P Class=c\($0)>一" }.joined()
    #expect(try read("<SAMI>" + classes, as: "a.smi")?.cues.count == 20_000)
  }

  /// The times of most SubRip lines are read at once; a space behind them makes them read step by step.
  @Test func usualTimesAreReadAsOthers() {
    var generator = SeededGenerator(seed: 52)
    var count = 0
    for _ in 0..<20_000 {
      var line = Array("00:00:00,000 --> 00:00:00,000".utf8)
      for place in line.indices where line[place] == 0x30 {
        line[place] = UInt8.random(in: 0x30...0x39, using: &generator)
      }
      if Bool.random(using: &generator) {
        let other = Array(" :,.-<0a:".utf8).randomElement(using: &generator)!
        line[Int.random(in: line.indices, using: &generator)] = other
      }
      let (fast, slow) = (SubRipTiming(line[...]), SubRipTiming((line + [0x20])[...]))
      #expect(fast?.start == slow?.start && fast?.end == slow?.end, "\(line[...].string)")
      if fast != nil { count += 1 }
    }
    #expect(count > 8_000)
  }

  /// Frames by fractions of whole numbers.
  @Test func framesAreRoundedHalfUp() throws {
    var generator = SeededGenerator(seed: 53)
    for rate in ["23.976", "24", "25", "29.97", "30", "59.94", "400", "999"] {
      let digits = rate.filter { $0 != "." }
      let places = rate.split(separator: ".").dropFirst().first?.count ?? 0
      let scale = [1, 10, 100, 1000][places]
      for _ in 0..<50 {
        let frame = Int.random(in: 2...1_000_000, using: &generator)
        let (whole, rest) = (frame * 1000 * scale).quotientAndRemainder(dividingBy: Int(digits)!)
        let time = whole + (rest * 2 >= Int(digits)! ? 1 : 0)
        let text = "{1}{1}\(rate)\n{\(frame)}{\(frame)}一\n"
        #expect(described(try read(text, as: "a.sub")) == ["\(time)-\(time) |一"])
      }
    }
  }
}
