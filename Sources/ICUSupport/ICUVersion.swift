import CICU

/// The versions of the ICU library that the process runs with.
public enum ICUVersion {
  /// The library's version, such as `72.1`.
  public static var library: String { dotted(cicu_getVersion) }

  /// The version of Unicode whose properties the library carries, such as `15.0`.
  public static var unicode: String { dotted(cicu_getUnicodeVersion) }

  private static func dotted(_ read: (UnsafeMutablePointer<UInt8>) -> Void) -> String {
    var parts = [UInt8](repeating: 0, count: 4)
    parts.withUnsafeMutableBufferPointer { buffer in read(buffer.baseAddress!) }
    while parts.count > 2, parts.last == 0 { parts.removeLast() }
    return parts.map(String.init).joined(separator: ".")
  }
}
