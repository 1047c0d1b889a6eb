import ArgumentParser
import Zimu

/// An amount of memory on the command line: bytes, or a number with K, M or G (of 1,024).
struct MemorySize: ExpressibleByArgument, CustomStringConvertible {
  let bytes: Int

  init(bytes: Int) {
    self.bytes = bytes
  }

  init?(argument: String) {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = argument.last.flatMap { units[Character($0.uppercased())] }
    guard let number = Int(unit == nil ? argument : String(argument.dropLast())), number > 0 else {
      return nil
    }
    let (bytes, overflows) = number.multipliedReportingOverflow(by: unit ?? 1)
    guard !overflows, IndexingOptions.memoryRange.contains(bytes) else { return nil }
    self.bytes = bytes
  }

  var description: String {
    bytes.isMultiple(of: 1 << 20) ? "\(bytes >> 20)M" : "\(bytes)"
  }

  var defaultValueDescription: String { description }
}
