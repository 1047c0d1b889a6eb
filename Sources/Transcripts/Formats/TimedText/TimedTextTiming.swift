/// When an element of TTML is active, and what its children take over from it.
struct TimedTextTiming {
  private var begin: Double?
  private var stop: Double?
  /// Where the next child begins in a sequence, and where the last one ends.
  private var next: Double?
  private var last: Double?
  private var isSequence = false
  /// Whether the element has times of its own.
  private(set) var isTimed = false
  private(set) var isPreserving = false
  /// Whether the element stands in the head.
  private(set) var isHead = false
  private(set) var agent: String?

  init() {}

  /// Times count from the begin of the parent, in a sequence from the end of the child before, and do not outlast
  /// the parent; Apple's all count from zero.
  init(_ element: MarkupElement, in parent: TimedTextTiming, by clock: TimedTextClock) {
    let own = clock.milliseconds(element.bytes(of: "begin"))
    let end = clock.milliseconds(element.bytes(of: "end"))
    let duration = clock.milliseconds(element.bytes(of: "dur"))
    isTimed = own != nil || end != nil || duration != nil
    let from = parent.isSequence ? parent.next ?? parent.begin : parent.begin
    let zero = clock.countsFromZero ? 0 : from ?? 0
    begin = isTimed ? own.map { zero + $0 } ?? from ?? 0 : from
    let since = begin ?? 0
    stop = end.map { zero + $0 }
    if let duration { stop = min(stop ?? .infinity, since + duration) }
    if let last = parent.stop, last >= since { stop = min(stop ?? .infinity, last) }
    isSequence = element["timeContainer"] == "seq"
    isPreserving = element["space"].map { $0 == "preserve" } ?? parent.isPreserving
    isHead = parent.isHead || element.name == "head"
    agent =
      element["agent"]?.split(separator: " ").first.map { String($0) } ?? parent.agent
  }

  var start: Int? { Self.rounded(begin) }
  var end: Int? { Self.rounded(stop) }

  /// Takes note of the end of a child, which is its last child's where it has none.
  mutating func follow(_ child: TimedTextTiming) {
    guard let end = child.stop ?? child.last ?? child.begin else { return }
    next = end
    last = max(last ?? end, end)
  }

  /// Half a millisecond counts as a whole one, and so does what is less by a last digit of the sum.
  private static func rounded(_ time: Double?) -> Int? {
    time.map { Int(min($0 + 0.500_001, 1e15).rounded(.down)) }
  }
}
