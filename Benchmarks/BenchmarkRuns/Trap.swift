/// Ends the process where `body` throws: the tool goes on after an error and exits with 0.
public func orTrap<Result>(_ body: () throws -> Result) -> Result {
  do { return try body() } catch { fatalError("\(error)") }
}
