/// Something that works on texts one by one and whose speed is measured.
public protocol TextEngine: AnyObject {
  /// What it is called in the names of benchmarks.
  static var name: String { get }

  /// What a newline between two cues adds to the answer.
  static var newline: Answer { get }

  init() throws

  /// Works on one text and counts what it made of it.
  func work(on text: [UInt8]) throws -> Answer

  /// The answer found the plain way: cue by cue, nothing reused, every promise checked.
  static func naiveAnswer(_ cues: [[UInt8]]) throws -> Answer
}
