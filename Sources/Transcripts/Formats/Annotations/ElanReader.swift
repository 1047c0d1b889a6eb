/// ELAN's annotations (`.eaf`): each tier is a speaker, by its participant or else its name.
///
/// Tiers that depend on another, such as glosses and translations, are not read. Where a tier has no text, the
/// first one with text of those that depend on it stands for it.
struct ElanReader: XMLFormReader {
  let format = TranscriptFormat(
    "eaf", "ELAN", extensions: ["eaf"], keeps: [.times, .speakers])

  func claims(_ root: MarkupRoot) -> Bool { root.name == "annotation_document" }

  func handler() -> any MarkupHandler { ElanHandler() }
}

private struct ElanHandler: MarkupHandler {
  private struct Tier {
    let name, speaker: String
    let parent: String?
    var annotations: [Int] = []
    var hasText = false
  }

  private struct Annotation {
    let id: String
    /// Points of the timeline, or else the annotation that this one belongs to.
    let start, end: Int?
    let parent: String?
    let line: Int?
    /// Where its text stands in that of all.
    var text: Range<Int>
  }

  private var timeline = Timeline()
  private var tiers: [Tier] = []
  private var annotations: [Annotation] = []
  private var text: [UInt8] = []
  private var isValue = false
  /// The numbers of the annotations, once all are read.
  private var numbers: [String: Int] = [:]
  /// The annotations that those belong to which were asked for, by number.
  private var timed: [Int?] = []

  mutating func start(_ element: MarkupElement, _ builder: inout TranscriptBuilder) {
    switch element.name {
    case "TIME_SLOT":
      timeline.append(
        element["TIME_SLOT_ID"] ?? "", at: element.number("TIME_VALUE"))
    case "TIER":
      let name = element["TIER_ID"] ?? ""
      let participant = element["PARTICIPANT"] ?? ""
      tiers.append(
        Tier(
          name: name, speaker: participant.isEmpty ? name : participant,
          parent: element["PARENT_REF"]))
    case "ALIGNABLE_ANNOTATION", "REF_ANNOTATION": begin(element, at: builder.line)
    case "ANNOTATION_VALUE": isValue = true
    default: break
    }
  }

  mutating func end(_ name: String, _ builder: inout TranscriptBuilder) {
    if name == "ANNOTATION_VALUE" { isValue = false }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout TranscriptBuilder) {
    guard isValue, !annotations.isEmpty, !tiers.isEmpty else { return }
    text += bytes
    annotations[annotations.count - 1].text =
      annotations[annotations.count - 1].text.lowerBound..<text.count
    if bytes.contains(where: { $0 > 0x20 }) { tiers[tiers.count - 1].hasText = true }
  }

  mutating func finish(_ builder: inout TranscriptBuilder) {
    timeline.interpolate()
    // Only annotations that refer to others are looked for.
    if annotations.contains(where: { $0.parent != nil }) {
      numbers = Dictionary(
        annotations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    timed = Array(repeating: nil, count: annotations.count)
    builder.sortsByStart = true
    for tier in spokenTiers() {
      for number in tier.annotations {
        let annotation = annotations[number]
        let timed = annotations[timedAnnotation(of: number)]
        builder.line = annotation.line
        builder.append(
          text[annotation.text], start: timeline.milliseconds(timed.start),
          end: timeline.milliseconds(timed.end), speaker: tier.speaker)
      }
    }
  }

  private mutating func begin(_ element: MarkupElement, at line: Int?) {
    guard !tiers.isEmpty else { return }
    tiers[tiers.count - 1].annotations.append(annotations.count)
    annotations.append(
      Annotation(
        id: element["ANNOTATION_ID"] ?? "", start: timeline.number(of: element["TIME_SLOT_REF1"]),
        end: timeline.number(of: element["TIME_SLOT_REF2"]), parent: element["ANNOTATION_REF"],
        line: line, text: text.count..<text.count))
  }

  /// Of each tier that depends on none, the tier itself, or the first below it that has text.
  ///
  /// - Complexity: O(tiers).
  private func spokenTiers() -> [Tier] {
    // Where a name comes back, what depends on it depends on the first one.
    let first = Dictionary(
      tiers.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let children = Dictionary(grouping: tiers.indices) { tiers[$0].parent.flatMap { first[$0] } }
    return (children[nil] ?? []).compactMap { root in
      var level = [root]
      while !level.isEmpty {
        if let found = level.first(where: { tiers[$0].hasText }) { return tiers[found] }
        level = level.flatMap { children[$0] ?? [] }
      }
      return nil
    }
  }

  /// The number of the annotation with times that one belongs to, which may be itself.
  ///
  /// - Complexity: O(annotations) for all of them together.
  private mutating func timedAnnotation(of number: Int) -> Int {
    var (last, passed) = (number, [Int]())
    while timed[last] == nil {
      // Whoever is met again belongs to nobody.
      timed[last] = last
      passed.append(last)
      guard annotations[last].start == nil, let parent = annotations[last].parent,
        let next = numbers[parent]
      else { break }
      last = next
    }
    let found = timed[last] ?? last
    for number in passed { timed[number] = found }
    return found
  }
}
