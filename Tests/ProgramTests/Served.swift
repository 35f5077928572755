import Foundation
import Testing

/// `serve` on a free port, and whoever talks to it.
final class Served {
  private let process = Process()
  private let pipe = Pipe()
  private var pending = Data()

  convenience init(_ arguments: String...) throws {
    try self.init(arguments: arguments)
  }

  init(arguments: [String]) throws {
    process.executableURL = Program.executable
    process.arguments = ["serve", "--port", "0"] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
  }

  /// The next line of its output; nil when it has ended.
  func line() -> String? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending = Data(pending[(end + 1)...]) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      let more = pipe.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      pending += more
    }
  }

  /// The port in the first line of the JSON format.
  func port() throws -> Int {
    let issuer = try #require(try object()["issuer"] as? String)
    return try #require(Int(issuer.split(separator: ":")[2]))
  }

  func object() throws -> [String: Any] {
    let next = line()
    let line = try #require(next)
    return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  /// Closes the reading end, as `head` does.
  func stopReading() throws {
    try pipe.fileHandleForReading.close()
  }

  /// Sends a signal, waits for the end, and tells the exit status.
  func end(by signal: Int32) -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationStatus
  }

  func waitForEnd() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }
}

func converse(_ request: String, with port: Int) throws -> String {
  try converse(Array(request.utf8), with: port)
}

/// Sends octets over a connection of its own and returns all that comes back.
@discardableResult
func converse(_ octets: [UInt8], with port: Int) throws -> String {
  let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  let handle = FileHandle(fileDescriptor: socket, closeOnDealloc: true)
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = in_port_t(port).bigEndian
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  let connected = withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
  try #require(connected == 0)
  try handle.write(contentsOf: Data(octets))
  return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
}
