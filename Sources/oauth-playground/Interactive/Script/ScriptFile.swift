import Playground

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A script that somebody named.
enum ScriptFile {
  /// - Throws: every fault that can be known before it is played, the folders of what it saves included.
  static func script(_ path: String) throws(ProgramFault) -> Script {
    let octets = try InputFile.octets(of: path, limit: ScriptReader.largestFile, missing: "no such file")
    do throws(FileFault) {
      let script = try ScriptReader.script(in: octets, file: path)
      for line in script.lines {
        guard case .save(let file?) = line.action, let problem = OutputFile.obstacle(to: file) else { continue }
        throw FileFault(file: path, line: line.number, message: problem)
      }
      return script
    } catch {
      throw ProgramFault(error.description)
    }
  }
}
