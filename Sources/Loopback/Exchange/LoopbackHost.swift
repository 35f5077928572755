/// The only two hosts this module listens on and talks to.
enum LoopbackHost: String {
  case ipv4 = "127.0.0.1"
  case ipv6 = "::1"
}
