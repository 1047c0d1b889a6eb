/// Tells by the content whether a table with tabs has quoted fields: Excel quotes, Whisper does not.
enum TabQuoting {
  /// Whether quotation marks at the starts of fields enclose them, as is proved by a field with a tab, a line
  /// break or doubled marks inside, or by marks around all texts; one mark that encloses nothing is against it.
  static func isUsed(in head: ArraySlice<UInt8>) -> Bool {
    var lines = LineScanner(Array(head))
    guard let first = lines.next() else { return false }
    if first.first == UInt8(ascii: "\"") { return true }
    let tabs = first.count { $0 == 0x09 }
    var scan = DelimitedScanner(Array(head), delimiter: 0x09, isQuoted: true)
    _ = scan.next()
    var (quoted, rows, isProved) = (0, 0, false)
    while scan.next() {
      rows += 1
      let record = scan.recordPosition
      for field in scan.fields {
        switch judge(field, scan, record, tabs) {
        case .plain: continue
        case .broken: return false
        case .proved: (isProved, quoted) = (true, quoted + 1)
        case .enclosed: quoted += 1
        }
      }
      if !scan.strayQuotes.isEmpty { return false }
    }
    return isProved || quoted >= rows && quoted > 0
  }

  private enum Judgement { case plain, enclosed, proved, broken }

  private static func judge(
    _ field: DelimitedScanner.Field, _ scan: DelimitedScanner, _ record: Int, _ tabs: Int
  ) -> Judgement {
    // A copied field had doubled marks, or text behind the closing one.
    let content = scan.content(field)
    if field.isCopied {
      return content.contains(UInt8(ascii: "\"")) && hasNoRow(content, tabs)
        && isDoubled(content, scan)
        ? .proved : .broken
    }
    let place = field.range.lowerBound - 1
    guard place >= record, scan.bytes[place] == UInt8(ascii: "\"") else { return .plain }
    guard hasNoRow(content, tabs) else { return .broken }
    return content.contains { $0 == 0x09 || $0 == 0x0A } ? .proved : .enclosed
  }

  /// Whether no line inside has as many tabs as a row: then the marks enclose rows, and mean nothing.
  private static func hasNoRow(_ content: ArraySlice<UInt8>, _ tabs: Int) -> Bool {
    let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.count < 2 || lines.allSatisfy { line in line.count { $0 == 0x09 } < max(tabs, 1) }
  }

  /// Whether the marks of a copied content come from doubled ones: nothing stands behind the closing mark.
  private static func isDoubled(_ content: ArraySlice<UInt8>, _ scan: DelimitedScanner) -> Bool {
    let doubled = content.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
    let whole = [UInt8(ascii: "\"")] + doubled + [UInt8(ascii: "\"")]
    let record = scan.bytes[scan.recordPosition...].prefix(whole.count + 4_096)
    return record.indices.contains { record[$0...].starts(with: whole) }
  }
}
