/// A benchmark that cannot be set up, in a sentence for whoever runs it.
public struct InputError: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) {
    self.description = description
  }
}
