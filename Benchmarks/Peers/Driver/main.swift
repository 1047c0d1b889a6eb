#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

do {
  print(try await PeerCommand(arguments: CommandLine.arguments.dropFirst()).run())
} catch {
  let message = "zimu-peer: \(error)\n"
  _ = write(STDERR_FILENO, message, message.utf8.count)
  exit(1)
}
