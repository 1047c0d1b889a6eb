import Foundation
import TestSupport
import Testing

@testable import Transcripts

/// What the names of files tell.
@Suite struct EpisodeNameTests {
  @Test(arguments: [
    ("2024-11 Indigo 月末直播.txt", "2024-11", "Indigo 月末直播"),
    ("2024-11-30-年会.srt", "2024-11-30", "年会"), ("20241130 年会.vtt", "2024-11-30", "年会"),
    ("2024-11-30.txt", "2024-11-30", "2024-11-30"), ("hoho11 .csv", "", "hoho11"),
    ("2024-13-01 x.txt", "", "2024-13-01 x"), ("2023-02-29 x.txt", "", "2023-02-29 x"),
    ("2024-02-29 x.txt", "2024-02-29", "x"), ("202411301 x.txt", "", "202411301 x"),
    ("2024-1 x.txt", "", "2024-1 x"), ("1999年會議.txt", "1999", "1999年會議"),
    ("2024-11-3 x.txt", "", "2024-11-3 x"), ("a.b.txt", "", "a.b"),
    ("2024.11.30 年会.srt", "2024-11-30", "年会"), ("2024_11_30_年会.srt", "2024-11-30", "年会"),
    ("2024年3月5日 年会.srt", "2024-03-05", "年会"), ("2024年3月 年会.srt", "2024-03", "年会"),
    ("2024年3月5號年會.srt", "2024-03-05", "年會"), ("2024.11.30", "2024-11-30", "2024.11.30"),
    ("夜航 2024-11-30 年会.srt", "2024-11-30", "夜航 年会"),
    ("pie_20241130_final.srt", "2024-11-30", "pie_final"),
    ("年会 (2024-11-30).srt", "2024-11-30", "年会"), ("【2024-11-30】年会.srt", "2024-11-30", "年会"),
    ("年会-2024-11.srt", "2024-11", "年会"), ("2024-11 回顾 20231201.srt", "2024-11", "回顾 20231201"),
    ("回顾 2024-11 与 2023-12-01.srt", "2023-12-01", "回顾 2024-11 与"),
    ("v2024.11 说明.srt", "", "v2024.11 说明"),
    ("24-03-05 年会.srt", "", "24-03-05 年会"), ("ISO 3166-12 x.srt", "", "ISO 3166-12 x"),
  ])
  func namesTellDateAndTitle(name: String, date: String, title: String) {
    let episode = EpisodeName(fileName: name)
    #expect(episode.date == date)
    #expect(episode.title == title)
  }

  @Test(arguments: [
    ("24-03-05 年会.srt", "2024-03-05", "年会"), ("年会_24.03.05.srt", "2024-03-05", "年会"),
    ("24-13-05 x.srt", "", "24-13-05 x"), ("2024-03-05 x.srt", "2024-03-05", "x"),
  ])
  func shortDatesAreTakenWhereTheyAreMeant(name: String, date: String, title: String) {
    let episode = EpisodeName(fileName: name, folderDates: .shortDays)
    #expect(episode.date == date)
    #expect(episode.title == title)
  }

  @Test(arguments: [
    ("1999年國家標準.txt", "1999"), ("全国人大2021年会议.srt", "2021"), ("2021年会.srt", "2021"),
    ("2021年终 2021.srt", "2021"), ("2021年 2024-03-05.srt", "2024-03-05"),
    ("2000年前的罗马.srt", ""), ("90年代与2000年代.srt", ""), ("1999年到2005年.srt", ""),
    ("1990-2000年的经济.srt", ""),
    ("1234年.srt", ""), ("12021年.srt", ""),
    ("会议2021.srt", ""), ("iPhone 2000.srt", ""), ("2021.srt", ""), ("EP2012.srt", ""),
  ])
  func aYearIsADateBesideItsMark(name: String, date: String) {
    let episode = EpisodeName(fileName: name)
    #expect(episode.date == date)
    #expect(date.count > 4 || episode.title == EpisodeName.stem(of: name))
  }

  @Test(arguments: [
    ("会议2021.srt", "2021"), ("2021 会议.mp3.srt", "2021"), ("2021会议.srt", "2021"),
    ("2021.srt", "2021"),
    ("会议_2021.srt", "2021"), ("会议（2021）.srt", ""), ("EP2012.srt", ""), ("片子1080p.srt", ""),
    ("2021v2.srt", ""), ("v1.2021.srt", ""), ("会议室2012.srt", ""), ("第2012期.srt", ""),
    ("会2021议.srt", ""),
    ("会议2021-2.srt", ""), ("1080.srt", ""), ("2100.srt", ""),
  ])
  func aYearAloneIsADateWhereAllNamesHaveOne(name: String, date: String) {
    #expect(EpisodeName(fileName: name, folderDates: .years).date == date)
    #expect(EpisodeName(fileName: name).date.isEmpty)
  }

  @Test(arguments: [
    ("pie-ep64.mp3.srt", 64), ("E023 你好.srt", 23), ("EP.7 你好.srt", 7), ("Episode 12 - x.srt", 12),
    ("S02E05 x.srt", 5), ("第12期 创业.srt", 12), ("第 12 期.srt", 12), ("第十二集.srt", 12),
    ("第一百零五期.srt", 105),
    ("第二十回 x.srt", 20), ("vol.3 x.srt", 3), ("Vol 33.srt", 33), ("No.8 x.srt", 8),
    ("x #41.srt", 41),
    ("2024-11-30 ep9.srt", 9), ("夜航EP64.srt", 64), ("kp57.csv", nil), ("deep12.srt", nil),
    ("e2e.srt", nil),
    ("第一次工作會議.srt", nil), ("第1.5集.srt", nil), ("ep123456.srt", nil), ("no 1 reason.srt", nil),
    ("2024-11-30.srt", nil), ("step2.srt", nil), ("recap.srt", nil),
  ])
  func namesTellNumbers(name: String, number: Int?) {
    #expect(EpisodeName(fileName: name).number == number)
  }

  @Test(arguments: [
    ("pie-ep64.mp3.srt", "pie-ep64"), ("talk.zh-Hans.vtt", "talk"), ("talk.zh-CN.srt", "talk"),
    ("talk.zh_TW.srt", "talk"), ("talk.mp4.en.forced.srt", "talk"), ("talk.简体中文.ass", "talk"),
    ("talk.und.json", "talk"), ("talk.it.srt", "talk.it"), ("1.5.srt", "1.5"),
    ("talk.zhang.srt", "talk.zhang"),
    ("mp3.srt", "mp3"), ("talk.WAV.json", "talk"),
  ])
  func knownEndingsAreNoTitle(name: String, title: String) {
    #expect(EpisodeName(fileName: name).title == title)
  }

  @Test(arguments: [
    ("{show}/{date} {title}", ["夜航", "2024-11-30 年会.srt"], ["夜航", "2024-11-30", "年会", "", ""]),
    (
      "{show}/{date} {title}", ["a", "夜航", "20241130   年会 二.mp3.srt"],
      ["夜航", "2024-11-30", "年会 二", "", ""]
    ),
    ("{number}-{title}", ["064-pie-x.srt"], ["", "", "pie-x", "64", ""]),
    ("{title}_{date}", ["a_b_24-03-05.srt"], ["", "2024-03-05", "a_b", "", ""]),
    ("{date}-{title}", ["2024-03-05-x.srt"], ["", "2024-03-05", "x", "", ""]),
    ("{date}{title}", ["20240305年会.srt"], ["", "2024-03-05", "年会", "", ""]),
    ("{number}{title}", ["064夜.srt"], ["", "", "夜", "64", ""]),
    ("{title} {date}", ["年会 2024.srt"], ["", "2024", "年会", "", ""]),
    ("[{party}] {} - {speaker}", ["[DPP] x - 赖.srt"], ["", "", "", "", "party=DPP 赖"]),
  ])
  func patternsTakeNamesApart(pattern: String, path: [String], told: [String]) throws {
    let pattern = try #require(NamePattern(pattern))
    let metadata = try #require(pattern.metadata(ofPath: path))
    let rest = metadata.tags.map { "\($0.name)=\($0.value)" } + [metadata.speaker]
    let fields = [
      metadata.show, metadata.date, metadata.title, metadata.number.map { "\($0)" } ?? "",
      rest.filter { !$0.isEmpty }.joined(separator: " "),
    ]
    #expect(fields == told)
  }

  @Test func otherNamesFitNoPattern() throws {
    let pattern = try #require(NamePattern("{show}/{date} {title}"))
    #expect(pattern.metadata(ofPath: ["夜航", "年会.srt"]) == nil)
    #expect(pattern.metadata(ofPath: ["2024-11-30 年会.srt"]) == nil)
    #expect(pattern.metadata(ofPath: ["夜航", "2024-11-30.srt"]) == nil)
    for wrong in ["", "x", "{title", "title}", "{a{b}}"] { #expect(NamePattern(wrong) == nil) }
    // Fields that touch are tried in all lengths, and each rest once.
    let touching = try #require(NamePattern("{a}{b}{c}{d}{e}{f}{g}{h}!"))
    #expect(touching.metadata(ofPath: [String(repeating: "字", count: 80)]) == nil)
    let last = try #require(touching.metadata(ofPath: ["一二三四五六七八九!"]))
    #expect(last.tags.map(\.value) == ["一", "二", "三", "四", "五", "六", "七", "八九"])
  }

  /// Names of real files give the dates that they hold, and no other.
  @Test(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
  func namesOfRealFiles() throws {
    for folder in ["sayit", "indigo", "readr", "readr/raw"] {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: try #require(TestData.evaluation) + "/transcripts/" + folder)
      for name in names where name.contains(".") {
        let held = try #/^\d{4}(-\d{2}(-\d{2})?(?=[- ])|(?=年))/#.firstMatch(in: name).map {
          String($0.0)
        }
        let episode = EpisodeName(fileName: name)
        #expect(episode.date == held ?? "", "\(name)")
        #expect(episode.number == nil && !episode.title.contains("2024-"), "\(name)")
      }
      #expect(!names.isEmpty)
    }
  }
}
