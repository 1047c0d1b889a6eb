/// JSON of 科大讯飞's transcription: `lattice` with words, which is in a string of the answer; or the older
/// list of `onebest`, which is in its string `data`.
///
/// Times are milliseconds in strings. Role 0 is what the service writes when it tells no roles apart.
struct IFlytekReader: JSONFormReader {
  let format = TranscriptFormat(
    "iflytek", "JSON of 科大讯飞 transcription", extensions: ["json"], keeps: [.times, .speakers])

  func claims(_ root: JSONValue) -> Bool {
    Self.isResult(root)
      || Self.strings(in: root).contains { string in
        let head = string.bytes.map { String(decoding: $0.prefix(400), as: UTF8.self) } ?? ""
        return head.contains("\"lattice") || head.contains("\"onebest\"")
      }
  }

  /// What may hold the result as JSON in a string.
  private static func strings(in root: JSONValue) -> [JSONValue] {
    [root["content"]?["orderResult"], root["orderResult"], root["data"]]
      .compactMap(\.self).filter { $0.kind == .string }
  }

  private static func isResult(_ root: JSONValue) -> Bool {
    lattice(root).begins { $0["json_1best"] != nil }
      || sentences(root).begins { $0["onebest"] != nil }
  }

  /// The smoothed sentences, else those as they were said.
  private static func lattice(_ root: JSONValue) -> JSONValue.Elements {
    let smoothed = root["lattice"]?.elements ?? .none
    return smoothed.first == nil ? root["lattice2"]?.elements ?? .none : smoothed
  }

  private static func sentences(_ root: JSONValue) -> JSONValue.Elements {
    root.kind == .list ? root.elements : root["data"]?.elements ?? .none
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    if Self.isResult(root) { return Self.read(result: root, into: &builder) }
    for string in Self.strings(in: root) {
      let isRead = JSONDocument.withRoot(of: string) { root in
        Self.read(result: root, into: &builder)
        return true
      }
      if isRead ?? false { return }
    }
  }

  private static func read(result root: JSONValue, into builder: inout TranscriptBuilder) {
    for (index, sentence) in lattice(root).enumerated() {
      let best = sentence["json_1best"]
      let isString = JSONDocument.withRoot(of: best) { root in
        IFlytekSentence(root).append(number: index + 1, into: &builder)
        return true
      }
      if isString ?? false { continue }
      IFlytekSentence(best).append(number: index + 1, into: &builder)
    }
    builder.append(elements: sentences(root)) { sentence in
      JSONCue(
        sentence["onebest"], start: sentence["bg"]?.milliseconds,
        end: sentence["ed"]?.milliseconds, speaker: IFlytekSentence.role(sentence["speaker"]))
    }
  }
}

/// A sentence of a lattice: `st` with its times, its role and its words.
private struct IFlytekSentence {
  private let sentence: JSONValue?

  init(_ best: JSONValue?) { sentence = best?["st"] }

  static func role(_ value: JSONValue?) -> String? {
    value?.label.flatMap { $0 == "0" ? nil : $0 }
  }

  func append(number: Int, into builder: inout TranscriptBuilder) {
    guard let sentence, sentence["rt"]?.kind == .list else {
      return builder.append(element: nil, number: number, start: nil, end: nil)
    }
    builder.append(
      text(of: sentence)[...], start: sentence["bg"]?.milliseconds,
      end: sentence["ed"]?.milliseconds, speaker: Self.role(sentence["rl"]))
  }

  /// The first candidate of each word.
  private func text(of sentence: JSONValue) -> [UInt8] {
    var (text, spacing) = ([UInt8](), WordJoin())
    for result in sentence["rt"]?.elements ?? .none {
      for word in result["ws"]?.elements ?? .none {
        guard let bytes = (word["cw"]?.elements.first ?? word)["w"]?.bytes else { continue }
        spacing.join(bytes, to: &text, clings: WordSpacing.clings(bytes))
      }
    }
    return text
  }
}
