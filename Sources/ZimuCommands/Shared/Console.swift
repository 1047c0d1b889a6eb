/// Where a command reads and writes: the process's own streams, or a test's.
public struct Console: Sendable {
  /// What the process found out about its terminal.
  public struct Terminal: Hashable, Sendable {
    /// Whether results go to a terminal, and its width in cells.
    public var outputWidth: Int?
    /// Whether diagnostics go to a terminal, where a progress bar may be drawn.
    public var errorIsTerminal = false
    /// Whether bold text is wanted: on a terminal, and never with NO_COLOR.
    public var isBold = false

    public init() {}
  }

  public var terminal = Terminal()
  public var environment: [String: String] = [:]
  /// Writes results; throws `ClosedPipe` when nobody reads them.
  public var write: @Sendable ([UInt8]) throws -> Void
  /// Writes diagnostics.
  public var writeError: @Sendable (String) -> Void
  /// Reads a part of standard input; empty at its end.
  public var read: @Sendable () throws -> [UInt8]

  public init(
    write: @escaping @Sendable ([UInt8]) throws -> Void,
    writeError: @escaping @Sendable (String) -> Void,
    read: @escaping @Sendable () throws -> [UInt8] = { [] }
  ) {
    self.write = write
    self.writeError = writeError
    self.read = read
  }

  /// The console of the command that runs.
  @TaskLocal static var current = Console.process()

  func write(_ text: String) throws {
    try write(Array(text.utf8))
  }
}

/// Nobody reads the results any more; the command ends quietly.
struct ClosedPipe: Error {}
