/// Why nothing, or not all, was generated, in a sentence for whoever runs it.
struct GenerateError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
