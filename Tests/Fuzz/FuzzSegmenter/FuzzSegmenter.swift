import WordSegmentation
import Zimu

nonisolated(unsafe) private let compiled = try! WordSegmenter(Lexicon.shared(.original))
nonisolated(unsafe) private let search = try! WordSegmenter(Lexicon.shared(.search))
nonisolated(unsafe) private let icu = try! ICUWordSegmenter()
nonisolated(unsafe) private let user = try! WordSegmenter(
  UserWords(
    UserDictionary(file: Array("C++\n!人工\n数据中心\niPhone 15 Pro\n-我们\n".utf8), name: ""),
    Lexicon.shared(.original)))

/// Cuts the bytes: the compiled engine as ICU does, the others so that all is covered.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSegmenter(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var (found, expected) = (TokenBuffer(), TokenBuffer())
  try! compiled.segment(bytes.span, into: &found)
  try! icu.segment(bytes.span, into: &expected)
  precondition(found.tokens.map(\.end) == expected.tokens.map(\.end), "ends differ from ICU's")
  precondition(found.tokens.map(\.kind) == expected.tokens.map(\.kind), "kinds differ from ICU's")
  for segmenter in [search, user] {
    try! segmenter.segment(bytes.span, into: &found)
    var end: UInt32 = 0
    for index in found.indices {
      precondition(found[index].start == end && found[index].end > end, "a gap")
      end = found[index].end
    }
    precondition(end == count, "not all is covered")
  }
  _ = try? UserDictionary(file: bytes, name: "")
  return 0
}
