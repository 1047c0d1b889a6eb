public import ArgumentParser
public import Reporting
public import Zimu

// The library's choices, as values of options: their raw values.

extension Grouping: ExpressibleByArgument {}
extension LineNormalizer.Form: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}
extension TermFilter.Script: ExpressibleByArgument {}
extension TermTable.Order: ExpressibleByArgument {}
extension TermUnits: ExpressibleByArgument {}
extension PhrasesRequest.Order: ExpressibleByArgument {}
extension TermsRequest.Class: ExpressibleByArgument {}
extension TermsRequest.Spelling: ExpressibleByArgument {}
extension KeywordTable.Method: ExpressibleByArgument {}
extension SearchRequest.Order: ExpressibleByArgument {}
extension TextCount.Match: ExpressibleByArgument {}
