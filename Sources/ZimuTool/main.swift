import CMemory
import ZimuCommands

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// A closed pipe is reported to the writer, which ends quietly, instead of killing the process.
signal(SIGPIPE, SIG_IGN)
// The budget of an index holds for what the system sees.
return_large_blocks()
exit(await ZimuCommand.run(Array(CommandLine.arguments.dropFirst()), console: .process()))
