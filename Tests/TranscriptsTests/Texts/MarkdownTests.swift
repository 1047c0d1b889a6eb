import TestSupport
import Testing

@testable import Transcripts

/// Markdown, with what is text in it and what is not.
@Suite struct MarkdownTests {
  private func texts(_ markdown: String) throws -> [String] {
    described(try read(markdown, as: "a.md")).map {
      String($0.split(separator: "|", maxSplits: 1).last ?? "")
    }
  }

  @Test func blocksAreCues() throws {
    let text = """
      # 第一部分 #

      **主持人**：我们今天聊[数据](https://example.org/a_(b))，`代码`也聊。

      > 引用：人工智能模型
      > 第二行

      小标题
      ------

      - 一
      - [x] 二
        接着
      1. 三
      2. 四

      * * *

      ```python
      代码 *一*
      代码二
      ```

      | 列甲 | 列乙 |
      | --- | :-: |
      | 格一 | 格\\|二 |

      <!-- 注释
      还是 --> 之后
      """
    let transcript = try read(text, as: "a.md")
    #expect(
      described(transcript) == [
        "?-? |第一部分", "?-? 主持人|我们今天聊数据，代码也聊。", "?-? |引用：人工智能模型第二行", "?-? 主持人|小标题",
        "?-? 主持人|一", "?-? 主持人|二接着", "?-? 主持人|三", "?-? 主持人|四", "?-? 主持人|代码 *一*", "?-? 主持人|代码二",
        "?-? 主持人|列甲", "?-? 主持人|列乙", "?-? 主持人|格一", "?-? 主持人|格|二", "?-? 主持人|之后",
      ])
    #expect(transcript?.format.name == "markdown")
  }

  @Test(arguments: [
    ("我**们**今*天*聊", "我们今天聊"),
    ("__粗__ _斜_ snake_case_name 2 * 3 * 4", "粗 斜 snake_case_name 2 * 3 * 4"),
    ("**主**a**b", "主a**b"), ("~~删~~ ==亮== a=b ~c", "删 亮 a=b ~c"), ("***都***", "都"),
    ("a\\*b\\_c \\[x\\]", "a*b_c [x]"), ("`a*b*` ``c`d``", "a*b* c`d"), ("`没有结束", "`没有结束"),
    ("[字](u \"题)\")后", "字后"), ("[字](<u>)", "字"), ("[字", "[字"), ("字]", "字]"), ("[字](没有", "[字](没有"),
    ("[[页|字]]和[[页]]", "字和页"), ("![图](a.png)后", "后"), ("[![图](a)](b)后", "后"), ("![[图.png]]后", "后"),
    ("[^1]字[^note]", "字"), ("[^1]: 脚注", "脚注"), ("<https://a.b>字<br>行<b>粗</b> 1 < 2", "字 行粗 1 < 2"),
    ("A &amp; B &lt; &hellip;", "A & B < …"), ("数据\n中心\nAI\n模型", "数据中心 AI 模型"),
    ("第一  \n第二\\\n第三", "第一 第二 第三"),
    ("[SPEAKER] 你好", "[SPEAKER] 你好"), ("**强**调", "强调"), ("2024. 年", "年"), ("#标签 字", "#标签 字"),
    ("## 题 {#id}", "题"), ("a*", "a*"), ("*", "*"), ("5*3=15，2*2=4", "5*3=15，2*2=4"),
  ])
  func marksAreNoText(markdown: String, text: String) throws {
    #expect(try texts(markdown) == [text])
  }

  @Test func namedLinksAreNoText() throws {
    #expect(
      try texts("见[这里][a]和[b]，[c]不是。\n\n[a]: https://a.b\n[B]: <x> \"题\"\n") == ["见这里和b，[c]不是。"])
    #expect(described(try read("[甲]: 你好\n\n[乙]: 再见\n", as: "a.md")) == ["?-? 甲|你好", "?-? 乙|再见"])
  }

  @Test func tablesOfCuesAreRead() throws {
    let text = """
      # 会议

      | 时间 | 说话人 | 内容 |
      | --- | :-: | --- |
      | 00:01 | **甲** | 你好 [世界](u) |
      | 00:04 |  | 再见 |
      """
    #expect(described(try read(text, as: "a.md")) == ["1000-4000 甲|你好 世界", "4000-? |再见"])
    let other = "| 名 | 内容 |\n| --- | --- |\n| 甲 | 你好 |\n"
    #expect(try read(other, as: "a.md")?.cues.count == 4)
  }

  @Test func namesStandBehindTimes() throws {
    let text = "# 题\n\n00:01 **甲**：你好\n\n- 00:04 **乙**：再见\n"
    #expect(
      described(try read(text, as: "a.md")) == ["?-? |题", "1000-4000 甲|你好", "4000-? 乙|再见"])
  }

  @Test func frontMatter() throws {
    let yaml = """
      ---
      title: "第12期: \\"数据\\"" # 题
      date: 2024-3-5
      show: '夜''谈'
      tags: [a, b]
      guests:
        - title: 不是
      link: https://example.org/12
      speaker: 张三
      ---
      你好
      """
    let transcript = try read(yaml, as: "a.md")
    #expect(described(transcript) == ["?-? 张三|你好"])
    #expect(
      transcript?.metadata
        == metadata("第12期: \"数据\"", "夜'谈", "2024-03-05", "https://example.org/12"))
    let toml = "+++\ntitle = \"题\"\ndate = 2024-03-05T10:00:00+08:00\n+++\n字\n"
    #expect(try read(toml, as: "a.md")?.metadata == metadata("题", "", "2024-03-05", ""))
    let folded = "---\ntitle: >-\n  长的\n  题\ndate: soon\n...\n字\n"
    #expect(try read(folded, as: "a.md")?.metadata == metadata("长的 题", "", "", ""))
    // What has no end is text.
    #expect(try texts("---\n一二\n") == ["一二"])
    // What has no fields, neither.
    #expect(try texts("---\n一二\n---\n三四\n").joined(separator: "|").contains("一二"))
    #expect(try texts("---\n# 一二\n---\n三四\n") == ["三四"])
    #expect(described(try read("---\ntitle: 一\n---\n", as: "a.md")).isEmpty)
    #expect(described(try read("---\ntitle: 一\n---", as: "a.md")).isEmpty)
  }

  private func metadata(
    _ title: String, _ show: String, _ date: String, _ url: String
  ) -> TranscriptMetadata {
    var metadata = TranscriptMetadata()
    (metadata.title, metadata.show, metadata.date, metadata.url) = (title, show, date, url)
    return metadata
  }

  @Test(arguments: [
    ("**甲**：你好\n\n**乙:** 再见\n", ["?-? 甲|你好", "?-? 乙|再见"]),
    ("**甲**：你好\n**乙**：再见\n", ["?-? 甲|你好", "?-? 乙|再见"]),
    ("甲：你好\n乙：再见\n", ["?-? 甲|你好", "?-? 乙|再见"]),
    ("**[00:01:02] 甲**：你好\n\n[00:01:05] **乙**：再见\n", ["62000-65000 甲|你好", "65000-? 乙|再见"]),
    (
      "[00:01](https://a.b?t=1) 你好\n\n[00:05](https://a.b?t=5) 再见\n",
      ["1000-5000 |你好", "5000-? |再见"]
    ),
    ("## (00:00:01) 题\n\n你好\n\n## (00:00:05) 再\n", ["1000-? |题", "?-? |你好", "5000-? |再"]),
    ("00:01 你好\n00:05 再见\n", ["1000-5000 |你好", "5000-? |再见"]),
    ("# 会\n\n**张三** 00:01\n\n你好\n\n**李四** 00:05\n\n再见\n", ["1000-5000 张三|你好", "5000-? 李四|再见"]),
    (
      "# 转录\n\n## 发言人1 00:01\n你好[链](a)\n\n## 发言人2 00:05\n再见\n",
      ["1000-5000 发言人1|你好链", "5000-? 发言人2|再见"]
    ),
    ("10:30 开会\n\n没有别的\n", ["?-? |10:30 开会", "?-? |没有别的"]),
    ("**注意** 你好\n", ["?-? |注意 你好"]),
  ])
  func speakersAndTimes(markdown: String, cues: [String]) throws {
    #expect(described(try read(markdown, as: "a.md")) == cues)
  }

  @Test func mutatedMarkdownNeverCrashes() throws {
    let seed = Array(
      "---\ntitle: 'a'\n---\n# b *c* [d](e) ![f](g) `h` [[i|j]]\n> **k**：l<br>\n\n| m | n |\n|--|--|\n```\no\n```\n[p]: http://q\n"
        .utf8)
    let marks = Array("*_`[]()<>!|\\#\n~=&:-^ ".utf8)
    var generator = SeededGenerator(seed: 61)
    for _ in 0..<5_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        if Bool.random(using: &generator) {
          bytes[place] = marks.randomElement(using: &generator)!
        } else {
          bytes.insert(marks.randomElement(using: &generator)!, at: place)
        }
      }
      let transcript = try? Transcript.read(bytes, fileName: "a.md")
      for cue in transcript?.cues ?? [] {
        #expect(!cue.text.isEmpty && cue.text.upperBound <= transcript!.text.count)
      }
    }
  }

  /// Lines that begin with words are not looked through for marks of blocks; those behind a space are.
  @Test func linesOfWordsAreReadAsAllOthers() throws {
    let pieces = [
      "字", "a", "**甲**：", "**", "*", "_", "<b>", "<!--", "-->", "  ", "\\", "1. ", "# ", "|", "\n",
    ]
    let starts = ["字", "a", "**甲**：", "**a", "\u{3000}", ""]
    var generator = SeededGenerator(seed: 62)
    for _ in 0..<2_000 {
      let lines = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        let rest = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          pieces.randomElement(using: &generator)!
        }
        return starts.randomElement(using: &generator)!
          + rest.joined()
          .replacing("\n", with: "\n字")
      }
      let text = lines.joined(separator: "\n")
      let indented = " " + text.replacing("\n", with: "\n ")
      #expect(described(try read(text, as: "a.md")) == described(try read(indented, as: "a.md")))
    }
  }

  @Test(arguments: [
    "[", "![", "](", "[a](", "*a ", "**", "`", "`a``", "<a", "&", "\\", "[[", "a_", "> ", "| ",
    "[^", "*a**", "_(", "<!--", "- ",
  ])
  func longTextsTakeLinearTime(piece: String) throws {
    let text = String(repeating: piece, count: 10_000)
    _ = try read(text, as: "a.md")
    _ = try read(text.replacing(" ", with: "\n"), as: "a.md")
  }
}
