/// Something that goes wrong between client and server, or behind the server.
///
/// The name is what scenarios and the control interface call it. What there is to know about each is in
/// ``Interference/lesson``; what it does to a message is in `PlaygroundHost+Interference.swift`.
public enum Interference: String, Sendable, CaseIterable {
  // The request on its way
  case stripAuthorization = "strip-authorization"
  case postToGet = "post-to-get"
  case loseBody = "body-lost"
  case decodeTwice = "body-decoded-twice"
  case alterRequest = "alter-request"
  case delay
  case deliverTwice = "deliver-twice"
  // The answer on its way
  case dropResponse = "drop-response"
  case alterResponse = "alter-response"
  case phpWarning = "php-warning"
  // The server
  case serverOff = "server-off"
  case clockSkew = "clock-skew"
  case abort
  case failStore = "fail-store"
  case failClientLookup = "fail-client-lookup"
}
