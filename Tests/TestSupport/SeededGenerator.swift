@_exported public import Hashing

/// The source of random numbers of the tests.
public typealias SeededGenerator = SplitMix64
