import Reporting
import Synchronization
import Zimu

/// A progress bar on a terminal; nothing anywhere else.
final class ProgressBar: Sendable {
  private static let cells = 30

  private let console: Console
  /// Hundredths drawn last, so that each is drawn once.
  private let drawn = Mutex(-1)

  init(console: Console) {
    self.console = console
  }

  func show(_ progress: IndexingProgress) {
    guard console.terminal.errorIsTerminal, progress.files > 0 else { return }
    let hundredths = progress.filesDone * 100 / progress.files
    drawn.withLock { drawn in
      guard hundredths > drawn else { return }
      drawn = hundredths
      let full = hundredths * Self.cells / 100
      let bar =
        String(repeating: "█", count: full) + String(repeating: "░", count: Self.cells - full)
      let count = FixedDecimal.grouped(progress.filesDone)
      console.writeError("\r\(bar) \(count) of \(FixedDecimal.grouped(progress.files)) files")
    }
  }

  /// Wipes the bar away.
  func clear() {
    guard console.terminal.errorIsTerminal else { return }
    console.writeError("\r\u{1B}[K")
  }
}
