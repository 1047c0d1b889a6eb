/// JSON of Deepgram: `results` with utterances where they were asked for, else with the paragraphs' sentences, else
/// with words; all in seconds. Where there are several channels and no speakers, the channel is the speaker.
struct DeepgramReader: JSONFormReader {
  let format = TranscriptFormat(
    "deepgram", "JSON of Deepgram", extensions: ["json"], keeps: [.times, .speakers, .words])

  func claims(_ root: JSONValue) -> Bool {
    root["results"]?["channels"]?.elements.begins { $0["alternatives"]?.kind == .list } ?? false
      || root["results"]?["utterances"]?.elements.begins { $0["transcript"] != nil } ?? false
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    builder.sortsByStart = true
    let channels = root["results"]?["channels"]?.elements ?? .none
    let hasChannels = channels.dropFirst().first { _ in true } != nil
    let utterances = root["results"]?["utterances"]?.elements ?? .none
    for (index, utterance) in utterances.enumerated() {
      let channel = hasChannels ? utterance["channel"] : nil
      let turn = JSONCue(
        utterance["transcript"], start: utterance["start"]?.seconds,
        end: utterance["end"]?.seconds, speaker: (utterance["speaker"] ?? channel)?.label)
      builder.append(
        turn: turn, number: index + 1, words: utterance["words"]?.elements ?? .none,
        word: Self.word)
    }
    if utterances.first != nil { return }
    for (index, channel) in channels.enumerated() {
      guard let best = channel["alternatives"]?.elements.first else { continue }
      Self.read(best, speaker: hasChannels ? "\(index)" : nil, into: &builder)
    }
  }

  /// - Parameter speaker: who speaks where the answer does not tell.
  private static func read(
    _ best: JSONValue, speaker: String?, into builder: inout TranscriptBuilder
  ) {
    let paragraphs = best["paragraphs"]?["paragraphs"]?.elements ?? .none
    for paragraph in paragraphs {
      builder.append(elements: paragraph["sentences"]?.elements ?? .none) { sentence in
        JSONCue(
          sentence["text"], start: sentence["start"]?.seconds, end: sentence["end"]?.seconds,
          speaker: paragraph["speaker"]?.label ?? speaker)
      }
    }
    if paragraphs.first != nil { return }
    let words = best["words"]?.elements ?? .none
    if words.first == nil, let text = best["transcript"]?.bytes {
      builder.append(text, speaker: speaker)
    }
    var cues = WordCues()
    cues.append(words, speaker: speaker, into: &builder, word: word)
    cues.flush(into: &builder)
  }

  private static func word(_ word: JSONValue) -> JSONCue {
    JSONCue(
      word["punctuated_word"] ?? word["word"], start: word["start"]?.seconds,
      end: word["end"]?.seconds, speaker: word["speaker"]?.label)
  }
}
