/// What cuts text into words.
public enum SegmentationEngine: String, CaseIterable, Sendable {
  /// ICU's dictionary and rules, compiled: the same answers many times as fast.
  case compiled
  /// ICU itself.
  case icu
}
