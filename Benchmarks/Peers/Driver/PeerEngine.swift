/// A part of Zimu whose speed is measured beside its peers.
protocol PeerEngine: AnyObject {
  init() throws

  /// Works on one text.
  ///
  /// - Returns: how much came out: segments, or bytes of UTF-8.
  func work(on text: [UInt8]) throws -> Int
}
