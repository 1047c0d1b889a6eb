import Foundation
import TestSupport
import Testing

/// `zimu report`, whose files are read here as a browser or a spreadsheet would.
@Suite struct ReportTests {
  let folder: TemporaryFolder

  init() async throws {
    folder = try TemporaryFolder()
    _ = await CommandRun.zimu(
      "index", TestData.corpus, "-g", TestData.corpusGlob, "--index", folder.path + "/x")
  }

  /// Runs `zimu report` and reads what it wrote.
  private func report(_ name: String, _ arguments: String...) async throws -> String {
    let path = folder.path + "/" + name
    let run = await CommandRun.zimu(
      ["report", "--output", path, "--index", folder.path + "/x"] + arguments)
    try #require(run.status == 0, "\(run.diagnostics)")
    #expect(run.output.hasPrefix(path + ": "))
    return String(decoding: try TestData.bytes(path), as: UTF8.self)
  }

  @Test func markdown() async throws {
    let text = try await report(
      "r.md", "--top", "4", "--episodes", "2", "--evidence", "1", "--language", "en", "--title",
      "2024")
    try Snapshot.expect(text, named: "report")
  }

  @Test func pagesNeedNothingElse() async throws {
    for language in ["zh", "en"] {
      let html = try await report("r.html", "--language", language)
      let page = try HTMLPage(html)
      #expect(
        html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language == "zh" ? "zh-Hans" : "en")\">"))
      for tag in ["script", "link", "img", "iframe", "object"] { #expect(page.count(tag) == 0) }
      #expect(page.attributes("href").allSatisfy { $0.hasPrefix("#s") })
      #expect(page.count("h2") == 6 && page.count("h3") == 26)
      #expect(page.count("polyline") > 30 && page.count("rect") > 100)
      #expect(html.contains(language == "zh" ? "最常出现的词" : "Most frequent terms"))
    }
  }

  /// Every row opens its lines, and what is marked in them is the row's term.
  @Test func everyRowOpensItsLines() async throws {
    let html = try await report("r.html")
    let rows = html.components(separatedBy: "<details").dropFirst()
    #expect(rows.count > 250)
    #expect(rows.allSatisfy { $0.hasPrefix("><summary>") && $0.contains("<li>") })
    #expect(html.contains("<mark>智能体</mark>") && html.contains("· 0:"))
  }

  @Test func transcriptsCannotBreakAPage() async throws {
    let attack =
      "<script>alert(1)</script> \"><img src=x onerror=alert(1)> </title> &lt; ' 数据中心 \u{202E}x"
    let lines = (0..<6).map { "<b>人</b>\($0 % 2): \(attack) 第\($0)行\n" }.joined()
    try folder.write(lines, to: "t/<i>show/2024-01-01 <script>alert(2).txt")
    try folder.write(lines, to: "t/<i>show/2024-02-01 b&quot;.txt")
    let index = folder.path + "/y"
    _ = await CommandRun.zimu(
      "index", folder.path + "/t", "--index", index, "--url-template", "javascript:alert({seconds})"
    )
    let path = folder.path + "/y.html"
    let run = await CommandRun.zimu(
      "report", "-o", path, "--index", index, "--title", "</title><script>alert(3)</script>",
      "--where",
      "NOT show:\"<script>\"")
    #expect(run.status == 0)
    let html = String(decoding: try TestData.bytes(path), as: UTF8.self)
    let page = try HTMLPage(html)
    for tag in ["script", "img", "b", "i"] { #expect(page.count(tag) == 0) }
    #expect(page.attributes("href").allSatisfy { $0.hasPrefix("#s") })
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !html.contains("\u{202E}"))
    #expect(!page.names.contains("onerror"))
  }

  @Test func tables() async throws {
    let text = try await report("r.csv", "--evidence", "1", "--excel")
    #expect(text.hasPrefix("\u{FEFF}section,group,rank,term,key,count,per_million,episodes,"))
    let sections = Set(text.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } })
    #expect(
      sections == ["terms", "keywords", "rising", "falling", "speakers", "fillers"])
    #expect(text.contains("keywords,夜航科技/2024-12-15 年终盘点.csv,1,"))
  }

  @Test func selectionsAreReported() async throws {
    let text = try await report("r.md", "--where", "show:夜航科技 AND date:2024-01")
    #expect(text.contains("筛选：show:夜航科技 AND date:2024-01") && text.contains("集数: **1**"))
    #expect(text.contains("没有其他集可以比较") && text.contains("时间段太少"))
    let nothing = try await report("r.md", "--where", "show:无")
    #expect(nothing.contains("集数: **0**"))
    _ = try HTMLPage(try await report("r.html", "--where", "show:无"))
  }

  @Test func whatCannotBeWrittenIsSaid() async throws {
    let index = folder.path + "/x"
    for name in ["r.pdf", "r", "html"] {
      #expect(await CommandRun.zimu("report", "-o", name, "--index", index).status == 64)
    }
    let run = await CommandRun.zimu("report", "-o", folder.path + "/no/r.md", "--index", index)
    #expect(run.status == 1 && run.diagnostics.contains(folder.path + "/no/r.md"))
    #expect(try folder.contents(of: "").filter { $0.hasSuffix(".tmp") }.isEmpty)
  }
}

/// A page read strictly: every element is closed, every attribute quoted.
private struct HTMLPage {
  private(set) var tags: [String: Int] = [:]
  private(set) var names: Set<String> = []
  private var values: [String: [String]] = [:]

  struct Broken: Error { let place: String }

  init(_ html: String) throws {
    var open: [String] = []
    var rest = html.dropFirst("<!DOCTYPE html>\n".count)
    while let start = rest.firstIndex(of: "<") {
      let after = rest[rest.index(after: start)...]
      guard let end = after.firstIndex(of: ">") else {
        throw Broken(place: String(after.prefix(80)))
      }
      let tag = String(after[..<end])
      rest = after[after.index(after: end)...]
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { throw Broken(place: tag) }
        continue
      }
      let name = try read(tag)
      if name != "meta", !tag.hasSuffix("/") { open.append(name) }
    }
    guard open.isEmpty else { throw Broken(place: open.joined(separator: " ")) }
  }

  private mutating func read(_ tag: String) throws -> String {
    let pattern = try Regex(
      "^([a-z0-9]+)((?: [a-zA-Z-]+=\"[^\"<]*\")*)/?$", as: (Substring, Substring, Substring).self)
    guard let match = try pattern.wholeMatch(in: tag) else { throw Broken(place: tag) }
    tags[String(match.1), default: 0] += 1
    let attribute = try Regex(
      " ([a-zA-Z-]+)=\"([^\"<]*)\"", as: (Substring, Substring, Substring).self)
    for found in match.2.matches(of: attribute) {
      names.insert(String(found.1))
      values[String(found.1), default: []].append(String(found.2))
    }
    return String(match.1)
  }

  func count(_ tag: String) -> Int { tags[tag] ?? 0 }
  func attributes(_ name: String) -> [String] { values[name] ?? [] }
}
