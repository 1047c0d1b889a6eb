public import ArgumentParser
public import Reporting
public import Zimu

// The library's choices, as values of options: their raw values.

extension CueCleaning.Script: ExpressibleByArgument {}
extension ExportRequest.Format: ExpressibleByArgument {}
extension Grouping: ExpressibleByArgument {}
extension LineNormalizer.Form: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}
extension TermFilter.Script: ExpressibleByArgument {}
extension TermOrder: ExpressibleByArgument {}
extension TermUnits: ExpressibleByArgument {}
extension PhrasesRequest.Order: ExpressibleByArgument {}
extension TermsRequest.Class: ExpressibleByArgument {}
extension TermsRequest.Spelling: ExpressibleByArgument {}
extension KeynessMethod: ExpressibleByArgument {
  /// The name of a column, or its old name.
  public init?(argument: String) {
    switch argument {
    case "log-likelihood": self = .logLikelihood
    case "simplemaths": self = .simpleMaths
    default: self.init(rawValue: argument)
    }
  }
}
extension SearchRequest.Order: ExpressibleByArgument {}
extension TextMatch: ExpressibleByArgument {}
