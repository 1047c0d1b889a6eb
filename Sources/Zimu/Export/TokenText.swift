import InvertedIndex

/// Writes tokens, one a line.
protocol TokenText {
  func documentStart(_ record: EpisodeRecord, name: String) -> String
  func cue(_ cue: TokenReading.Cue, of record: EpisodeRecord) -> String
  var documentEnd: String { get }
}

/// Vertical text: form, key, kind and byte offsets in columns, documents and sentences as tags.
struct VerticalText: TokenText {
  func documentStart(_ record: EpisodeRecord, name: String) -> String {
    "<doc"
      + attributes([
        ("id", record.id.description), ("episode", name), ("title", record.title),
        ("show", record.show), ("date", record.date), ("url", record.url),
      ]) + ">\n"
  }

  let documentEnd = "</doc>\n"

  func cue(_ cue: TokenReading.Cue, of record: EpisodeRecord) -> String {
    let speaker = cue.record.speaker.map { record.speakers[$0] } ?? ""
    var text =
      "<s"
      + attributes([
        ("n", String(cue.number + 1)), ("start", seconds(cue.record.start)),
        ("end", seconds(cue.record.end)), ("speaker", speaker),
      ]) + ">\n"
    for token in cue.tokens {
      text += MarkupEscapes.escaped(token.text) + "\t" + MarkupEscapes.escaped(token.key)
      text += "\t\(token.kind.name)\t\(token.range.lowerBound)\t\(token.range.upperBound)\n"
    }
    return text + "</s>\n"
  }

  private func attributes(_ values: [(name: String, value: String)]) -> String {
    values.map { " \($0.name)=\"\(MarkupEscapes.escaped($0.value.onLine))\"" }.joined()
  }

  private func seconds(_ time: Int?) -> String {
    time.map { "\($0 / 1000)." + ($0 % 1000).padded(to: 3) } ?? ""
  }
}

/// CoNLL-U: the key as lemma, the kind as XPOS, the byte offsets and, where it is known, the time in MISC.
struct TreebankText: TokenText {
  func documentStart(_ record: EpisodeRecord, name: String) -> String {
    comments([
      ("newdoc id", record.id.description), ("meta::episode", name), ("meta::title", record.title),
      ("meta::show", record.show), ("meta::date", record.date), ("meta::url", record.url),
    ])
  }

  let documentEnd = ""

  func cue(_ cue: TokenReading.Cue, of record: EpisodeRecord) -> String {
    let speaker = cue.record.speaker.map { record.speakers[$0] } ?? ""
    var text = comments([
      ("sent_id", "\(record.id)-\(cue.number + 1)"), ("speaker", speaker),
      ("start_ms", cue.record.start.map { String($0) } ?? ""),
      ("end_ms", cue.record.end.map { String($0) } ?? ""),
      ("text", String(decoding: cue.text, as: UTF8.self)),
    ])
    for (index, token) in cue.tokens.enumerated() {
      let next = index + 1 < cue.tokens.count ? cue.tokens[index + 1].range.lowerBound : -1
      let clings = token.range.upperBound == next ? "SpaceAfter=No|" : ""
      text += "\(index + 1)\t\(token.text)\t\(token.key)\t_\t\(token.kind.name)\t_\t_\t_\t_\t"
      text += "\(clings)StartByte=\(token.range.lowerBound)|EndByte=\(token.range.upperBound)"
      text += (token.start.map { "|StartMs=\($0)" } ?? "") + "\n"
    }
    return text + "\n"
  }

  private func comments(_ values: [(name: String, value: String)]) -> String {
    values.filter { !$0.value.isEmpty }.map { "# \($0.name) = \($0.value.onLine)\n" }.joined()
  }
}

extension String {
  /// The text with spaces for control characters, which would end a line or a column.
  fileprivate var onLine: String {
    guard utf8.contains(where: { $0 < 0x20 }) else { return self }
    return String(decoding: utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
