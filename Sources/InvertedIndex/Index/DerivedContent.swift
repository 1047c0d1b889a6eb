/// What is computed from a commit and kept beside the index until the next one.
package enum DerivedContent: UInt64, CaseIterable, Sendable {
  case phrases, recurringCues
}
