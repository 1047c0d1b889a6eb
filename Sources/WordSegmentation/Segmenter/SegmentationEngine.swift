/// The segmentation engine.
public enum SegmentationEngine: String, CaseIterable, Sendable {
  /// ICU's rules and dictionary, compiled by Zimu: the same segmentation, many times as fast.
  case compiled
  /// The ICU library.
  case icu
}
