#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Double {
  /// ln, from the system's mathematics library.
  package var naturalLogarithm: Double { log(self) }
}
