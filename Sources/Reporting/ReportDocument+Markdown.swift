extension ReportDocument {
  /// The report in Markdown, with the first line of each row beside it.
  public var markdown: String {
    var blocks = ["# \(Self.escaped(title))", Self.escaped(subtitle)]
    blocks.append(
      facts.map { "- \(Self.escaped($0.name)): **\(Self.escaped($0.value))**" }
        .joined(separator: "\n"))
    for section in sections {
      blocks.append("\(section.isPart ? "###" : "##") \(Self.escaped(section.title))")
      if !section.note.isEmpty { blocks.append(Self.escaped(section.note)) }
      if !section.rows.isEmpty { blocks.append(table(section)) }
    }
    blocks.append(foot.map(Self.escaped).joined(separator: "\n"))
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func table(_ section: Section) -> String {
    let hasSeries = section.rows.contains { $0.series.count > 1 }
    let hasLines = section.rows.contains { !$0.lines.isEmpty }
    let names =
      ["#"] + section.columns + (hasSeries ? [seriesLabel] : []) + (hasLines ? [""] : [])
    let rules =
      ["--:", "---"] + section.columns.dropFirst().map { _ in "--:" }
      + (hasSeries ? ["---"] : []) + (hasLines ? ["---"] : [])
    let rows = section.rows.enumerated().map { rank, row in
      ["\(rank + 1)", row.name] + row.values + (hasSeries ? [Sparkline.text(row.series)] : [])
        + (hasLines ? [row.lines.first.map { "\($0.place): \($0.text)" } ?? ""] : [])
    }
    let lines =
      [names.map(Self.escaped), rules] + rows.map { $0.map(Self.escaped) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String { Table.escapedForMarkdown(text) }
}
