import Foundation
import TestSupport

/// Counts in the sample transcripts by plain scans of the files, without any code of the project.
enum PlainScan {
  /// The spoken text of each file of the corpus, one format of each episode, by path.
  static func corpus() throws -> [String: String] {
    var texts: [String: String] = [:]
    for path in TestData.files(below: TestData.corpus) where path.contains("/2024") {
      let folder = (path as NSString).deletingPathExtension
      // The one episode that is there in five formats counts once.
      if FileManager.default.fileExists(atPath: folder + ".json"), !path.hasSuffix(".json") {
        continue
      }
      texts[path] = try spoken(in: path)
    }
    return texts
  }

  /// Drops what no format speaks: times, tags, headers, labels. What is left may hold separators.
  private static func spoken(in path: String) throws -> String {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    if path.hasSuffix(".json") { return try texts(inJSON: data) }
    let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
    var isNote = false
    return lines.filter { line in
      isNote = line.hasPrefix("NOTE") || (isNote && !line.contains("-->"))
      return !isNote && !line.hasPrefix("WEBVTT")
    }.map { line in
      var line = String(line)
      line.replace(#/<[^>]*>/#, with: "")
      line.replace(#/^(\[SPEAKER_\d+\]: |\p{Han}{2,4}：)/#, with: "")
      return line
    }.joined(separator: "\n")
  }

  private static func texts(inJSON data: Data) throws -> String {
    let file = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    let cues = (file["segments"] ?? file["transcription"]) as? [[String: Any]] ?? []
    return cues.compactMap { $0["text"] as? String }.joined(separator: "\n")
  }

  /// How often any of some spellings stands in a text; letters only between other characters.
  static func count(_ spellings: [String], in text: String) -> Int {
    spellings.reduce(0) { total, spelling in
      let isASCII = spelling.utf8.allSatisfy { $0 < 0x80 }
      let pattern = isASCII ? "(?i)(?<![A-Za-z0-9])\(spelling)(?![A-Za-z0-9])" : spelling
      let expression = try! NSRegularExpression(pattern: pattern)
      let range = NSRange(text.startIndex..., in: text)
      return total + expression.numberOfMatches(in: text, range: range)
    }
  }
}
