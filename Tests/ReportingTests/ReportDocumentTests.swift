import Foundation
import Reporting
import Testing

@Suite struct ReportDocumentTests {
  @Test func textIsEscaped() {
    #expect(
      HTMLText.escaped("<a b=\"c\" d='e'>&\u{0}\u{202E}")
        == "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;\u{FFFD}\u{FFFD}")
    var html = HTMLText()
    html.addMarked("a<数据>", [2..<8])
    #expect(html.text == "a&lt;<mark>数据</mark>&gt;")
  }

  @Test func linksAreOfTheWeb() {
    func page(_ link: String) -> String {
      var section = ReportDocument.Section("s")
      section.columns = ["t"]
      section.rows = [
        .init("r", values: [], lines: [.init(place: "p", text: "x", marks: [], link: link)])
      ]
      return ReportDocument(
        language: "en", title: "t", subtitle: "", hint: "", facts: [], sections: [section],
        seriesLabel: "", foot: []
      ).html
    }
    #expect(
      page("https://example.org/?a=1&b=2").contains("<a href=\"https://example.org/?a=1&amp;b=2\""))
    #expect(!page("javascript:alert(1)").contains("javascript"))
  }

  @Test func seriesHaveGaps() {
    let line = SVGChart.sparkline([1, 2, nil, 3, nil, nil, 0, 0], label: "<x>")
    #expect(line.components(separatedBy: "<polyline").count == 3)
    #expect(line.components(separatedBy: "<circle").count == 2 && line.contains("&lt;x&gt;"))
    #expect(SVGChart.sparkline([], label: "").contains("<svg"))
    #expect(
      SVGChart.bar(0.5).contains("width=\"60.0\"")
        && SVGChart.bar(.infinity).contains("width=\"120.0\""))
    #expect(Sparkline.text([0, nil, 4, 8]) == "▁ ▅█")
  }
}
