import ICUSupport
import TextNormalization
import WordSegmentation

/// The versions that affect results: Zimu, ICU, lexicon and index format.
public enum Versions {
  /// The version of Zimu.
  public static let zimu = "0.1.0"

  /// One line with the versions of Zimu, ICU, Unicode, lexicon and index format.
  public static var summary: String {
    """
    zimu \(zimu) (ICU \(ICUVersion.library), Unicode \(ICUVersion.unicode), \
    lexicon \(Lexicon.fingerprint(.search)), index format \(TranscriptIndex.formatVersion))
    """
  }
}
