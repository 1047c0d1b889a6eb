import ArgumentParser
import Zimu

/// The words of a report, in one language.
struct ReportTexts {
  enum Language: String, CaseIterable, ExpressibleByArgument {
    case zh, en
  }

  let language: Language

  /// The text in the language.
  private func pick(_ chinese: String, _ english: String) -> String {
    language == .zh ? chinese : english
  }

  var title: String { pick("词频报告", "Term report") }
  var everything: String { pick("全部内容", "Everything") }
  func selected(_ filter: String) -> String { pick("筛选：\(filter)", "Selected: \(filter)") }

  // MARK: Facts

  var episodes: String { pick("集数", "Episodes") }
  var shows: String { pick("节目", "Shows") }
  var hours: String { pick("时长", "Duration") }
  var words: String { pick("词数", "Words") }
  var cues: String { pick("字幕行", "Cues") }
  var period: String { pick("时间范围", "Period") }
  var speakers: String { pick("说话人", "Speakers") }
  var loopCues: String { pick("识别重复行", "Repeated cues") }
  func length(_ hours: String, of known: Int, _ all: Int) -> String {
    let text = pick("\(hours) 小时", "\(hours) h")
    return known == all ? text : text + pick("（\(all) 集中的 \(known) 集）", " (\(known) of \(all))")
  }
  var unknown: String { pick("未知", "unknown") }

  // MARK: Sections

  var topTerms: String { pick("最常出现的词", "Most frequent terms") }
  func topTermsNote(_ units: TermUnits) -> String {
    let left = pick("停用词、数字和单字不计", "without stop words, numbers and single characters")
    let folded = pick(
      "，多半出现在更长词组里的词并入词组",
      "; terms that occur mostly inside a longer phrase are not listed separately")
    switch units {
    case .words: return pick("词；\(left)。", "Words, \(left).")
    case .phrases: return pick("词组。", "Phrases.")
    case .both: return pick("词和词组；\(left)\(folded)。", "Words and phrases, \(left)\(folded).")
    }
  }
  var keywords: String { pick("各集关键词", "Keywords of each episode") }
  func keywordsNote(_ shown: Int, of all: Int) -> String {
    let compared = pick(
      "与其余各集相比，本集明显多说的词（双格对数似然，按其大小排列）。",
      "Terms that are much more frequent in an episode than in the others, sorted by log-likelihood (two cells)."
    )
    guard shown < all else { return compared }
    return compared
      + pick("只列最近 \(shown) 集，共 \(all) 集。", " The latest \(shown) of \(all) episodes.")
  }
  var byCount: String {
    pick(
      "没有其他集可以比较，按次数排列。", "There is no other episode to compare with, so terms are sorted by count."
    )
  }
  var rising: String { pick("上升的词", "Rising terms") }
  var falling: String { pick("下降的词", "Falling terms") }
  func trendNote(_ step: String) -> String {
    pick(
      "按\(step)的每百万词频率；曼-肯德尔检验（双侧；校正 p 按 Benjamini-Hochberg 对所有词校正），斜率为 Sen 估计，不小于 0.01。",
      "Rates per million words by \(step). Mann–Kendall test, two-sided; adjusted p by Benjamini–Hochberg "
        + "over all terms. Sen's slope of at least 0.01 up or down.")
  }
  var tooShort: String {
    pick("时间段太少，无法判断升降。", "There are too few periods to say what rises or falls.")
  }
  var tooLong: String {
    pick("时间段太多，无法比较；请用更长的时间段。", "There are too many periods to compare; use longer ones.")
  }
  func note(on repetition: Repetition, _ mark: String) -> String {
    switch repetition {
    case .loops:
      pick(
        "\(mark)：一半以上来自语音识别反复输出或凭空生成的行。",
        "\(mark): more than half of the occurrences are in cues that the speech recogniser repeated or hallucinated."
      )
    case .recurring:
      pick(
        "\(mark)：一半以上来自在许多集里反复出现的行。",
        "\(mark): more than half of the occurrences are in cues that recur in many episodes.")
    }
  }
  var nothing: String { pick("没有。", "None.") }
  var topSpeakers: String { pick("说话最多的人", "Most active speakers") }
  var topFillers: String { pick("口头语", "Fillers") }
  func steps(_ name: String) -> String {
    let chinese = [
      "day": "日", "week": "周", "month": "月", "quarter": "季", "year": "年", "episode": "集",
    ]
    return pick(chinese[name] ?? name, name)
  }

  // MARK: Columns

  var term: String { pick("词", "Term") }
  var count: String { pick("次数", "Count") }
  var perMillion: String { pick("每百万词", "Per million") }
  var logLikelihood: String { pick("对数似然", "Log-likelihood") }
  var logRatio: String { pick("对数比", "Log ratio") }
  var slope: String { pick("斜率", "Slope") }
  var probability: String { pick("p 值", "p") }
  var adjustedProbability: String { pick("校正 p", "Adjusted p") }
  var speaker: String { pick("说话人", "Speaker") }
  var share: String { pick("占比", "Share") }
  var filler: String { pick("口头语", "Filler") }
  func series(_ step: String) -> String { pick("按\(step)的频率", "rate by \(step)") }

  func made(by version: String) -> String { pick("由 \(version) 生成。", "Made by \(version).") }
  var clickNote: String { pick("点开一行，看它出自哪里。", "Open a row to see example lines.") }
}
