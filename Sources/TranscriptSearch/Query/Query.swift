/// What a query asks of an episode: texts, words and fields, joined by AND, OR and NOT. `SearchRequest.query` has
/// the syntax.
public indirect enum Query: Hashable, Sendable {
  case clause(QueryClause)
  case fields(FieldFilter)
  case and([Query])
  case or([Query])
  case not(Query)

  /// The clauses that an episode may have, those under NOT aside, each once.
  public var clauses: [QueryClause] {
    var clauses: [QueryClause] = []
    var seen: Set<QueryClause> = []
    collect(negated: false) { if seen.insert($0).inserted { clauses.append($0) } }
    return clauses
  }

  /// Whether the occurrences of its parts, added up, are those of all clauses: no part that fits may be without
  /// effect, and none stands twice.
  var countsAll: Bool {
    var all = 0
    collect(negated: false) { _ in all += 1 }
    return all == clauses.count && !hasConjunctionInDisjunction
  }

  private var hasConjunctionInDisjunction: Bool {
    switch self {
    case .clause, .fields, .not: false
    case .and(let parts): parts.contains(where: \.hasConjunctionInDisjunction)
    case .or(let parts): parts.contains(where: \.hasConjunction)
    }
  }

  private var hasConjunction: Bool {
    switch self {
    case .clause, .fields, .not: false
    case .and: true
    case .or(let parts): parts.contains(where: \.hasConjunction)
    }
  }

  /// Whether there are fields in it.
  var hasFields: Bool {
    switch self {
    case .clause: false
    case .fields: true
    case .not(let query): query.hasFields
    case .and(let parts), .or(let parts): parts.contains(where: \.hasFields)
    }
  }

  /// All clauses, in order.
  var allClauses: [QueryClause] {
    var clauses: [QueryClause] = []
    collect(negated: true) { clauses.append($0) }
    return clauses
  }

  private func collect(negated: Bool, _ take: (QueryClause) -> Void) {
    switch self {
    case .clause(let clause): take(clause)
    case .fields: break
    case .not(let query): if negated { query.collect(negated: negated, take) }
    case .and(let parts), .or(let parts):
      for part in parts { part.collect(negated: negated, take) }
    }
  }

  /// The query in two: what it asks of all cues by their fields, and the rest.
  ///
  /// The first are the fields that everything else is joined to by AND; others hold for episodes.
  public var splitFieldFilter: (fields: FieldFilter?, rest: Query?) {
    switch self {
    case .fields(let filter): return (filter, nil)
    case .and(let parts):
      var (fields, rest): ([FieldFilter], [Query]) = ([], [])
      for part in parts {
        if case .fields(let filter) = part { fields.append(filter) } else { rest.append(part) }
      }
      return (
        fields.isEmpty ? nil : fields.count == 1 ? fields[0] : .and(fields),
        rest.isEmpty ? nil : rest.count == 1 ? rest[0] : .and(rest)
      )
    default: return (nil, self)
    }
  }

  private static func unique(_ parts: [Query]) -> [Query] {
    var seen: Set<Query> = []
    return parts.filter { seen.insert($0).inserted }
  }

  /// Joins queries, those that only ask for fields into one filter.
  static func joined(
    _ parts: [Query], _ join: ([Query]) -> Query, _ joinFields: ([FieldFilter]) -> FieldFilter
  ) -> Query {
    let parts = unique(parts)
    if parts.count == 1 { return parts[0] }
    let fields = parts.compactMap { part in
      if case .fields(let filter) = part { filter } else { nil }
    }
    return fields.count == parts.count ? .fields(joinFields(fields)) : join(parts)
  }
}
