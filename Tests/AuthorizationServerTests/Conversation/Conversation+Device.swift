import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

/// What a device has been told.
struct Device {
  let code: String
  /// As it shows it: `WDJB-MJHT`.
  let userCode: String
}

extension Conversation {
  func askForDevice(_ body: String = "client_id=tv-app", _ header: String? = nil) -> Answer {
    send(
      """
      POST /device_authorization HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: application/x-www-form-urlencoded\(header.map { "\n" + $0 } ?? "")

      \(body)
      """)
  }

  /// The device of tv-app that has just asked.
  func device() throws -> Device {
    let json = try JSON(parsing: askForDevice().response.body)
    return Device(
      code: try #require(json["device_code"]?.string), userCode: try #require(json["user_code"]?.string))
  }

  func poll(_ device: Device, client: String = "client_id=tv-app") -> Answer {
    token("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=\(device.code)&\(client)")
  }

  /// The browser enters a code.
  func enter(_ userCode: String) -> Answer {
    browse(
      """
      POST /device HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: application/x-www-form-urlencoded

      user_code=\(userCode)
      """)
  }

  /// Enters the code, signs in if nobody is, and arrives at the consent page.
  func deviceConsentForm(_ device: Device) throws -> Form {
    let form = try #require(Form(page: enter(device.userCode).body))
    guard form.action == "/device/login" else { return form }
    let target = try #require(signIn(form)[.location])
    return try #require(Form(page: browse("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414").body))
  }

  /// Decides with every box ticked.
  func decide(_ device: Device, _ decision: String = "allow") throws -> Answer {
    let form = try deviceConsentForm(device)
    return submit(form, (form.boxes.map { "scope=\($0)" } + ["decision=\(decision)"]).joined(separator: "&"))
  }

  /// Registers a client.
  func register(_ body: String, _ header: String? = nil, type: String = "application/json") -> Answer {
    send(
      """
      POST /register HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: \(type)\(header.map { "\n" + $0 } ?? "")

      \(body)
      """)
  }
}
