import Foundation
import Synchronization
import ZimuCommands

/// A command line run in this process: what it printed and how it ended.
struct CommandRun {
  let output: String
  let diagnostics: String
  let status: Int32

  /// Runs `zimu` with arguments.
  ///
  /// - Parameters:
  ///   - input: what stands on standard input.
  ///   - width: the terminal's width; `nil` is no terminal.
  static func zimu(
    _ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:],
    width: Int? = nil
  ) async -> CommandRun {
    await zimu(arguments, input: input, environment: environment, width: width)
  }

  static func zimu(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    width: Int? = nil
  ) async -> CommandRun {
    let streams = Streams(input)
    var console = Console(
      write: { streams.write($0) }, writeError: { streams.writeError($0) },
      read: { streams.read() })
    console.environment = environment
    console.terminal.outputWidth = width
    console.terminal.isBold = width != nil
    console.terminal.errorIsTerminal = width != nil
    let status = await ZimuCommand.run(arguments, console: console)
    return CommandRun(
      output: String(decoding: streams.output, as: UTF8.self), diagnostics: streams.diagnostics,
      status: status)
  }
}

/// What a command reads and writes in a test.
private final class Streams: Sendable {
  private let state: Mutex<(input: [UInt8], output: [UInt8], diagnostics: String)>

  init(_ input: [UInt8]) {
    state = Mutex((input, [], ""))
  }

  var output: [UInt8] { state.withLock { $0.output } }
  var diagnostics: String { state.withLock { $0.diagnostics } }

  func write(_ bytes: [UInt8]) { state.withLock { $0.output += bytes } }
  func writeError(_ text: String) { state.withLock { $0.diagnostics += text } }

  /// Hands out seven bytes at a time, so that lines are cut anywhere.
  func read() -> [UInt8] {
    state.withLock { state in
      defer { state.input.removeFirst(min(7, state.input.count)) }
      return Array(state.input.prefix(7))
    }
  }
}
