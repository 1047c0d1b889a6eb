/// Names of shows, titles, dates and people.
struct EpisodeNames {
  /// Episodes of one show.
  static let showLength = 250
  private static let titleWords = 300..<2500
  private static let showWords = 1500
  private static let surnames = Array(
    """
    陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高潘簡\
    朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓馬董唐\
    藍石蔣古紀姚連馮歐程湯田康姜白汪鄒尤巫
    """)
  private static let givenNames = Array(
    """
    安柏辰承德恩芳豐冠光國海涵翰和宏華懷慧吉佳嘉建健傑潔景靜君俊凱可\
    寬禮立良琳玲倫美民敏明銘寧培佩平齊琪謙晴清仁榮柔如瑞紹詩書淑思婷\
    廷偉文武希曉欣信秀軒學雅彥怡宜亦益英盈永勇友宇育元遠韻澤哲真正之\
    芝志智中子宗祖
    """)

  private let language: Language
  private let seed: UInt64

  init(_ language: Language, seed: UInt64) {
    (self.language, self.seed) = (language, seed)
  }

  /// Folder and file of an episode; no two episodes have the same.
  func path(of episode: Int, _ random: inout RandomSource) -> String {
    let show = episode / Self.showLength
    let title = (0..<2).map { _ in word(random.below(Self.titleWords.count)) }.joined()
    return "\(self.show(show))/\(date(of: episode, show))-\(title).txt"
  }

  private func show(_ show: Int) -> String {
    // A factor without 2, 3 and 5 reaches each of the words once.
    let first = word((show * 487 + Int(seed % 1000)) % Self.showWords)
    let suffix = language.style == .sayit ? "會議" : "播客"
    let volume = show / Self.showWords
    return first + suffix + (volume == 0 ? "" : "\(volume + 1)")
  }

  /// A Han word that is neither very common nor rare.
  private func word(_ number: Int) -> String {
    var rank = UInt32(Self.titleWords.lowerBound + number)
    while language.words.kind(of: rank) != .han { rank += 1 }
    return String(decoding: language.words.text(of: rank), as: UTF8.self)
  }

  /// A week after the one before, from some day between 2012 and 2019 on.
  private func date(of episode: Int, _ show: Int) -> String {
    var random = RandomSource(seed, UInt64(show), 7)
    return CalendarDay(15_340 + random.below(2900) + 7 * (episode % Self.showLength)).text
  }

  /// Those who speak, with a third of them regulars of the show.
  func speakers(of episode: Int, _ random: inout RandomSource) -> [String] {
    guard language.style == .sayit else { return [] }
    var names: [String] = []
    for _ in 0..<2 + random.geometric(mean: 5.5) {
      let regular = RandomSource.mixed(UInt64(episode / Self.showLength * 8 + random.below(8)))
      let name = person(random.unit() < 0.33 ? regular ^ seed : random.next())
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  private func person(_ bits: UInt64) -> String {
    var random = RandomSource(bits)
    let surname = Self.surnames[random.below(Self.surnames.count)]
    let given = (0..<2).map { _ in Self.givenNames[random.below(Self.givenNames.count)] }
    return String([surname] + given)
  }
}
