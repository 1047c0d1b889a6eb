/// A report for people: facts, then sections of rows that open the lines they come from.
public struct ReportDocument: Sendable {
  /// A line of a transcript.
  public struct Line: Hashable, Sendable {
    /// Where and when: episode, time, speaker.
    public let place: String
    public let text: String
    /// UTF-8 ranges of `text` that are marked.
    public let marks: [Range<Int>]
    /// A link to the moment; empty without one.
    public let link: String

    public init(place: String, text: String, marks: [Range<Int>], link: String) {
      (self.place, self.text, self.marks, self.link) = (place, text, marks, link)
    }
  }

  public struct Row: Sendable {
    public let name: String
    /// As many as the section has columns.
    public let values: [String]
    /// The length of a bar, of the longest one in the section.
    public var share: Double?
    /// A series over time; empty without one.
    public var series: [Double?] = []
    public let lines: [Line]

    public init(
      _ name: String, values: [String], share: Double? = nil, series: [Double?] = [],
      lines: [Line] = []
    ) {
      (self.name, self.values, self.share) = (name, values, share)
      (self.series, self.lines) = (series, lines)
    }
  }

  public struct Section: Sendable {
    public let title: String
    /// A sentence below the title; empty without one.
    public var note = ""
    /// Whether it is part of the section before it that is not.
    public var isPart = false
    /// What the rows' names are, and the names of their values.
    public var columns: [String] = []
    public var rows: [Row] = []

    public init(_ title: String) { self.title = title }
  }

  /// The language of the document, as HTML names it: `zh` or `en`.
  public let language: String
  public let title: String
  public let subtitle: String
  /// How to open rows, where they can be opened.
  public let hint: String
  /// Names and values.
  public let facts: [(name: String, value: String)]
  public let sections: [Section]
  /// What sparklines show.
  public let seriesLabel: String
  public let foot: [String]

  public init(
    language: String, title: String, subtitle: String, hint: String,
    facts: [(name: String, value: String)],
    sections: [Section], seriesLabel: String, foot: [String]
  ) {
    (self.language, self.title, self.subtitle) = (language, title, subtitle)
    self.hint = hint
    (self.facts, self.sections) = (facts, sections)
    (self.seriesLabel, self.foot) = (seriesLabel, foot)
  }
}
