import Reporting
import Zimu

/// Says on standard error why nothing was found, where there is a likely reason.
enum ZeroHitNotes {
  /// Notes beyond these are only counted.
  private static let most = 5

  static func write(_ reasons: [ZeroHitReason]) {
    for reason in reasons.prefix(most) {
      Console.current.writeError("note: \(sentence(reason))\n")
    }
    let rest = reasons.count - most
    if rest > 0 {
      Console.current.writeError(
        "note: \(rest) more text\(rest == 1 ? " has" : "s have") no hits for similar reasons\n")
    }
  }

  static func sentence(_ reason: ZeroHitReason) -> String {
    switch reason {
    case .lowercaseOperator(let text):
      "“\(text)” was searched for as text; write \(text.uppercased()) in capitals if it is an operator"
    case .unknownField(let name, let nearest):
      "there is no field \(name):, so it was searched for as text"
        + (nearest.map { "; did you mean \($0):?" } ?? "; “zimu search --help” lists the fields")
    case .punctuation(let mark, let text):
      "“\(text)” is found only where the transcripts have “\(mark)”, too; leave it out, or search for the "
        + "text before and after it separately"
    case .wildcard(let text):
      "“*” in “\(text)” was searched for as text; it is a wildcard only after letters, "
        + "as in open*"
    case .literalSyntax(let part, let text):
      "“\(part)” in “\(text)” was searched for as text: a term is literal text, never query syntax"
    case .insideWords(let text, let count):
      "“\(text)” is never a whole word, but occurs \(times(count)) inside longer words or across words"
    case .otherSpellings(let text, let count):
      "“\(text)” never occurs in this spelling, but \(times(count)) in others"
    case .beginsWords(let text, let count):
      "“\(text)” is never a whole word, but longer words begin with it \(times(count)); “zimu search” "
        + "finds them as \(text)*"
    case .noEpisode:
      "the fields of the query select no episode; “zimu episodes” lists the episodes"
    case .outsideSelection(let count):
      "the query occurs \(times(count)), but not in what --where selects"
    }
  }

  private static func times(_ count: Int) -> String {
    count == 1 ? "once" : FixedDecimal.grouped(count) + " times"
  }
}
