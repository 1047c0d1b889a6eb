import Foundation
import TestSupport
import Testing

/// Outputs as they were approved, one file each in `Snapshots/`.
///
/// `ZIMU_RECORD_SNAPSHOTS=1` writes them anew; read the difference before you commit it.
enum Snapshot {
  static func expect(
    _ text: String, named name: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let path = TestData.root + "/Tests/CommandTests/Snapshots/\(name).txt"
    if ProcessInfo.processInfo.environment["ZIMU_RECORD_SNAPSHOTS"] != nil {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    let approved = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == approved, "differs from Snapshots/\(name).txt", sourceLocation: location)
  }
}
