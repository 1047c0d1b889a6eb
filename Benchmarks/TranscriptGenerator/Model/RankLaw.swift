#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How likely the words of each rank are: a law of Zipf and Mandelbrot with a bend.
///
/// The likelihood of rank r, from 1 on, goes with (r + q)⁻ᵃ (1 + r/b)ᵃ⁻ˢ: with r⁻ᵃ among common
/// words and with r⁻ˢ among rare ones. Ranks have no end, so that n draws find some nᵝ words, with
/// β = 1/s, for any n.
struct RankLaw {
  /// What shapes a law.
  struct Shape {
    /// a, q, b and s.
    var common: Double
    var shift: Double
    var bend: Double
    var rare: Double
    /// How much more likely than the law says the first rank is.
    var first: Double
  }

  /// Ranks up to this one stand in a table, those above follow the power law.
  private static let tableSize = 1 << 18
  private static let guideSize = 1 << 14

  /// The chance of all ranks up to each.
  private let cumulative: [Double]
  /// The first rank to look at, for each part of the unit interval.
  private let guide: [UInt32]
  private let rareExponent: Double

  init(_ shape: Shape) {
    var sums: [Double] = []
    var sum = 0.0
    for rank in 1...Self.tableSize {
      sum += Self.weight(of: Double(rank), shape)
      sums.append(sum)
    }
    let size = Double(Self.tableSize)
    let total = sum + Self.weight(of: size, shape) * size / (shape.rare - 1)
    let shares = sums.map { $0 / total }
    cumulative = shares
    var place = 0
    guide = (0..<Self.guideSize).map { part in
      while place < shares.count, shares[place] < Double(part) / Double(Self.guideSize) {
        place += 1
      }
      return UInt32(place)
    }
    rareExponent = -1 / (shape.rare - 1)
  }

  private static func weight(of rank: Double, _ shape: Shape) -> Double {
    pow(rank + shape.shift, -shape.common) * pow(1 + rank / shape.bend, shape.common - shape.rare)
      * (rank == 1 ? shape.first : 1)
  }

  /// The rank, from 0 on, at which the cumulative chance passes `unit`.
  ///
  /// - Parameter unit: from 0 to below 1.
  func rank(at unit: Double) -> UInt32 {
    if unit >= cumulative[Self.tableSize - 1] { return rareRank(at: unit) }
    var rank = Int(guide[Int(unit * Double(Self.guideSize))])
    while cumulative[rank] <= unit { rank += 1 }
    return UInt32(rank)
  }

  private func rareRank(at unit: Double) -> UInt32 {
    let end = cumulative[Self.tableSize - 1]
    let rank = Double(Self.tableSize) * pow((1 - unit) / (1 - end), rareExponent)
    return UInt32(min(rank, Double(UInt32.max - 1)))
  }

  /// The chance of all ranks below `rank`, which is in the table.
  func share(below rank: Int) -> Double { rank == 0 ? 0 : cumulative[rank - 1] }
}
