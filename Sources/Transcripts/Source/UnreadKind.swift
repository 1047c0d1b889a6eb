/// Kinds of files that people keep beside transcripts and that are not read, by their first bytes.
enum UnreadKind {
  private static let documents: [[UInt8]] = [
    // PDF, RTF, and what Office wrote before 2007.
    Array("%PDF-".utf8), Array("{\\rtf".utf8), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
  ]

  private static let archives: [[UInt8]] = [
    // 7z and RAR.
    [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Array("Rar!\u{1A}\u{7}".utf8),
  ]

  /// Why a file that begins so is not read; `nil` for other files.
  static func refusal(of head: some Sequence<UInt8>) -> TranscriptError? {
    if documents.contains(where: { head.starts(with: $0) }) {
      return TranscriptError(.otherDocument)
    }
    if archives.contains(where: { head.starts(with: $0) }) { return TranscriptError(.otherArchive) }
    return nil
  }
}
