import Hashing
import WordSegmentation
import Zimu

private let image = try! Lexicon.shared(.search).imageBytes

/// Changes bytes of a lexicon's image, sets its checksum right, and segments a text with it, if it is
/// let in: a byte says how many changes there are, each is three bytes for the place and one for the
/// value, and the text follows.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLexicon(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  var rest = UnsafeBufferPointer(start: start, count: count)[...]
  guard let changes = rest.popFirst() else { return 0 }
  var bytes = image
  for _ in 0..<changes & 7 {
    guard rest.count >= 4 else { break }
    let change = Array(rest.prefix(4))
    rest = rest.dropFirst(4)
    let place = Int(change[0]) << 16 | Int(change[1]) << 8 | Int(change[2])
    bytes[16 + place % (bytes.count - 16)] = change[3]
  }
  let hash = XXHash64.hash(Array(bytes[16...]).span.bytes)
  for byte in 0..<8 { bytes[8 + byte] = UInt8(truncatingIfNeeded: hash >> UInt64(8 * byte)) }
  guard let lexicon = Lexicon(imageBytes: bytes) else { return 0 }
  let text = Array(rest)
  var tokens = TokenBuffer()
  try! WordSegmenter(lexicon).segment(text.span, into: &tokens)
  var end: UInt32 = 0
  for token in tokens.tokens {
    precondition(token.start == end && token.end > end, "a gap")
    end = token.end
  }
  precondition(Int(end) == text.count, "not all is covered")
  return 0
}
