import CMemory
import FilePaths
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
// Swift's own arguments lose bytes that are no UTF-8, which file names may have.
let arguments = (1..<max(1, Int(CommandLine.argc))).compactMap { index in
  CommandLine.unsafeArgv[index].map { argument in
    FilePath.argument(UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
  }
}
exit(await ZimuCommand.run(arguments, console: .process()))
