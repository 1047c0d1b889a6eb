/// What Zimu makes of the cues that WebVTT's specification gives.
enum WebVTTExpectation {
  private static let white = Set<Unicode.Scalar>(
    (UInt8(0)...0x20).map { Unicode.Scalar($0) } + ["\u{A0}", "\u{3000}", "\u{FEFF}"])

  /// What Zimu makes of a text by voices: a line break is a space, the voice's neighbouring runs are one, white
  /// space at the ends is none, and what holds nothing is no cue.
  static func cues(of runs: [PlainCueText.Run]) -> [PlainCueText.Run] {
    var merged: [PlainCueText.Run] = []
    for run in runs {
      if merged.last?.voice == run.voice {
        merged[merged.count - 1].text += run.text
      } else {
        merged.append(run)
      }
    }
    return merged.compactMap { run in
      var text = run.text.replacing("\0", with: "\u{FFFD}").unicodeScalars
      text = String.UnicodeScalarView(
        text.map { ["\t", "\n", "\r"].contains($0) ? " " : $0 }.drop { white.contains($0) }
          .reversed().drop { white.contains($0) }.reversed())
      return text.isEmpty ? nil : PlainCueText.Run(voice: run.voice, text: String(text))
    }
  }

  /// The cues of a file by the plain parsers.
  static func cues(ofFile file: String) -> [String]? {
    PlainWebVTT.cues(of: file)?.flatMap { cue in
      cues(of: PlainCueText.runs(of: cue.text)).map { run in
        "\(cue.start)-\(max(cue.start, cue.end)) \(run.voice)|\(run.text)"
      }
    }
  }
}
