import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Console {
  /// The process's own streams.
  public static func process() -> Console {
    var console = Console(
      write: { try writeAll($0, to: STDOUT_FILENO) },
      // There is nowhere left to say that this failed.
      writeError: { try? writeAll(Array($0.utf8), to: STDERR_FILENO) },
      read: { try readSome(from: STDIN_FILENO) })
    console.environment = ProcessInfo.processInfo.environment
    let outputIsTerminal = isatty(STDOUT_FILENO) == 1
    console.terminal.outputWidth = outputIsTerminal ? terminalWidth() : nil
    console.terminal.errorIsTerminal = isatty(STDERR_FILENO) == 1
    let noColor = console.environment["NO_COLOR"] ?? ""
    console.terminal.isBold = outputIsTerminal && noColor.isEmpty
    return console
  }

  private static func terminalWidth() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(file, buffer.baseAddress! + done, bytes.count - done)
      }
      if count >= 0 {
        done += count
      } else if errno == EPIPE {
        throw ClosedPipe()
      } else if errno != EINTR {
        throw CommandFailure("cannot write the results: \(String(cString: strerror(errno)))")
      }
    }
  }

  /// Reads up to a megabyte.
  static func readSome(from file: Int32) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = bytes.withUnsafeMutableBytes { systemRead(file, $0.baseAddress!, $0.count) }
      if count >= 0 {
        bytes.removeLast(bytes.count - count)
        return bytes
      }
      guard errno == EINTR else {
        throw CommandFailure("cannot read the input: \(String(cString: strerror(errno)))")
      }
    }
  }
}

// `Console` has members of these names.
private let systemWrite = write
private let systemRead = read
