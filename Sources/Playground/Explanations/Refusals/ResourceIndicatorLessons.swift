import OAuth

/// Why a token is not issued for the resource server that a client names. RFC 8707.
enum ResourceIndicatorLessons {
  static let resourceMalformed = Lesson(
    what: "The parameter resource is not an absolute URI, or has a fragment.",
    why: "The address goes into the token as its audience, and resource servers compare it octet by octet.",
    prevents: "A token whose audience can be read in two ways.",
    fix: "Send the address of the resource server, such as https://api.example/, without a fragment.",
    specification: "RFC 8707 §2")

  static let resourceNotGranted = Lesson(
    what: "The token request names a resource that the authorization request did not.",
    why: "The resource owner saw for which resources the access is, and allowed those and no others.",
    prevents: "A client that gets a token for a resource nobody allowed it to use.",
    fix: "Name every resource in the authorization request, and one of those in the token request.",
    specification: "RFC 8707 §2.2")
}
