extension ReportDocument {
  /// One page that needs nothing else: styles and charts are in it, and there is no script.
  public var html: String {
    var html = HTMLText()
    html.addRaw("<!DOCTYPE html>\n")
    html.element("html", [("lang", language == "zh" ? "zh-Hans" : language)]) { html in
      html.element("head") { head(into: &$0) }
      html.addRaw("\n")
      html.element("body") { body(into: &$0) }
    }
    html.addRaw("\n")
    return html.text
  }

  private func head(into html: inout HTMLText) {
    html.addRaw("<meta charset=\"utf-8\">")
    html.addRaw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
    // Nothing may be loaded or run, whatever got past the escaping.
    html.addRaw(
      "<meta http-equiv=\"Content-Security-Policy\" "
        + "content=\"default-src 'none';style-src 'unsafe-inline'\">")
    html.element("title", text: title)
    html.element("style") {
      $0.addRaw(String(decoding: PackageResources.report_css, as: UTF8.self))
    }
  }

  private func body(into html: inout HTMLText) {
    html.element("h1", text: title)
    html.element("p", [("class", "subtitle")], text: "\(subtitle) \(hint)")
    html.element("dl", [("class", "facts")]) { html in
      for fact in facts {
        html.element("div") { html in
          html.element("dt", text: fact.name)
          html.element("dd", text: fact.value)
        }
      }
    }
    html.element("nav") { html in
      for (number, section) in sections.enumerated() where !section.isPart {
        html.element("a", [("href", "#s\(number)")], text: section.title)
      }
    }
    for (number, section) in sections.enumerated() { add(section, number, to: &html) }
    html.element("footer") { html in
      for line in foot { html.element("p", text: line) }
    }
  }

  private func add(_ section: Section, _ number: Int, to html: inout HTMLText) {
    html.addRaw("\n")
    html.element(section.isPart ? "h3" : "h2", [("id", "s\(number)")], text: section.title)
    if !section.note.isEmpty { html.element("p", [("class", "note")], text: section.note) }
    guard !section.rows.isEmpty else { return }
    let columns = max(0, section.columns.count - 1)
    html.element("div", [("style", "--columns:\(columns)")]) { html in
      html.element("div", [("class", "head")]) { html in
        html.element("span", text: "")
        html.element("span", text: section.columns.first ?? "")
        html.element("span", [("class", "chart")], text: "")
        for column in section.columns.dropFirst() {
          html.element("span", [("class", "number")], text: column)
        }
      }
      for (rank, row) in section.rows.enumerated() { add(row, rank + 1, to: &html) }
    }
  }

  private func add(_ row: Row, _ rank: Int, to html: inout HTMLText) {
    html.addRaw("\n")
    html.element("details", row.lines.isEmpty ? [("class", "empty")] : []) { html in
      html.element("summary") { html in
        html.element("span", [("class", "rank")], text: "\(rank)")
        html.element("span", [("class", "name")], text: row.name)
        html.element("span", [("class", "chart")]) { $0.addRaw(chart(row)) }
        for value in row.values { html.element("span", [("class", "number")], text: value) }
      }
      guard !row.lines.isEmpty else { return }
      html.element("ul", [("class", "lines")]) { html in
        for line in row.lines { html.element("li") { add(line, to: &$0) } }
      }
    }
  }

  private func chart(_ row: Row) -> String {
    if row.series.count > 1 {
      return SVGChart.sparkline(row.series, label: "\(row.name) · \(seriesLabel)")
    }
    return row.share.map { SVGChart.bar($0) } ?? ""
  }

  private func add(_ line: Line, to html: inout HTMLText) {
    html.element("span", [("class", "place")]) { html in
      // A link from a template must be one of the web: `javascript:` would run.
      if line.link.hasPrefix("https://") || line.link.hasPrefix("http://") {
        html.element("a", [("href", line.link), ("rel", "noreferrer")], text: line.place)
      } else {
        html.add(line.place)
      }
    }
    html.addMarked(line.text, line.marks)
  }
}
