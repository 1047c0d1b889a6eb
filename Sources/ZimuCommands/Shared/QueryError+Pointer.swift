import Reporting
import TranscriptSearch

extension QueryError {
  /// The query, and a caret below the place that is wrong.
  var pointer: String {
    let indent = DisplayWidth.of(String(query.unicodeScalars.prefix(position)))
    return "  \(query)\n  " + String(repeating: " ", count: indent) + "^\n"
  }
}
