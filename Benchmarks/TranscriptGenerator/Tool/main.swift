#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

do {
  let command = try GenerateCommand(arguments: CommandLine.arguments.dropFirst())
  let bytes = try await GenerateRun(command).run()
  print("\(command.episodes) episodes, \(bytes) bytes")
} catch {
  let message = "zimu-generate: \(error)\n"
  _ = write(STDERR_FILENO, message, message.utf8.count)
  exit(1)
}
