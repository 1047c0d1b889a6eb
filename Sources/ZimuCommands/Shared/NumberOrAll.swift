import ArgumentParser

/// The value of a limit on the command line: a number from 0, or `all`.
struct NumberOrAll: ExpressibleByArgument, CustomStringConvertible {
  /// The number; `Int.max` for `all`.
  let number: Int

  static let all = NumberOrAll(.max)

  init(_ number: Int) { self.number = number }

  /// - Returns: `nil` for anything but a number from 0 that fits an `Int`, or `all`.
  init?(argument: String) {
    if argument == "all" {
      self = .all
    } else if let number = Int(argument), number >= 0 {
      self.init(number)
    } else {
      return nil
    }
  }

  var description: String { number == .max ? "all" : String(number) }

  var defaultValueDescription: String { description }

  /// Refuses 0, where no rows would be left.
  ///
  /// - Parameter option: the option's name, with its dashes.
  func requirePositive(_ option: String) throws {
    guard number > 0 else { throw ValidationError("\(option) takes a number from 1, or all.") }
  }
}
