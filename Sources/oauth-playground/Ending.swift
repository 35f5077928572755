import ArgumentParser
import Playground

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How the program ends when a command did not return: with one line at most, and never with a stack trace.
enum Ending {
  static func because(_ error: any Error) -> Never {
    if let fault = error as? ProgramFault {
      complain(fault.description)
      exit(ExitCode.badInput.rawValue)
    }
    if let code = error as? ExitCode { exit(code.rawValue) }
    if OAuthPlayground.exitCode(for: error).isSuccess {
      Output.line(OAuthPlayground.fullMessage(for: error))
      exit(EXIT_SUCCESS)
    }
    let message = OAuthPlayground.message(for: error).split(whereSeparator: \.isNewline).joined(separator: " ")
    complain(message + " (see --help)")
    exit(ExitCode.badInput.rawValue)
  }

  private static func complain(_ message: String) {
    Output.complaint("oauth-playground: \(PrintableText.line(message))")
  }
}
