import TextNormalization
import Zimu

private let folder = try! SearchFormFolder()
private let converter = try! SimplifiedConverter()

/// Folds the bytes twice, follows every offset, and simplifies.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFold(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let form = try! folder.fold(bytes.span)
  precondition(try! folder.fold(form.bytes.span).bytes == form.bytes, "not idempotent")
  var last = 0..<0
  var position = 0
  for character in String(decoding: form.bytes, as: UTF8.self).unicodeScalars {
    let end = position + String(character).utf8.count
    let original = form.offsets.original(of: position..<end)
    precondition(original.lowerBound >= last.lowerBound && original.upperBound <= bytes.count)
    (last, position) = (original, end)
  }
  precondition(position == form.bytes.count, "not well-formed")
  _ = converter.convert(bytes.span)
  return 0
}
