import OAuth

/// Why a pushed authorization request, or the name of one, is refused.
enum PushedRequestLessons {
  static let requestURIPushed = Lesson(
    what: "The pushed request holds a request_uri instead of the request itself.",
    why: "A push is the place where the parameters are said. A reference in it would only lead on.",
    prevents: "Requests that refer to each other in a circle, or to something that was never checked.",
    fix: "Push the parameters of the authorization request themselves, without request_uri.",
    specification: "RFC 9126 §2.1")

  static let pushedRequestUnknown = Lesson(
    what: "request_uri names no request that is kept here.",
    why: "The name stands for a request that its client has pushed. Whoever does not know it cannot make one up.",
    prevents: "Guessing the name of somebody else's request.",
    fix: "Push the request to /par first, and use the request_uri of the answer within its expires_in.",
    specification: "RFC 9126 §2.2")

  static let pushedRequestOfAnotherClient = Lesson(
    what: "The pushed request belongs to another client than client_id says.",
    why: "The client proved who it is when it pushed. The name of the request is worth nothing to another one.",
    prevents: "One client's request put in the place of another's in the browser.",
    fix: "Send the client_id of the client that pushed the request.",
    specification: "RFC 9126 §2.2")

  static let pushedRequestExpired = Lesson(
    what: "The pushed request waited too long for the browser.",
    why: "Between push and redirect there is nothing to wait for, so the name is good for a minute or so.",
    prevents: "A link with an old request that is used days later, or by somebody who found it.",
    fix: "Push again just before the browser is sent. Do not put the link into a mail or a bookmark.",
    specification: "RFC 9126 §4")

  static let pushedRequestAlreadyUsed = Lesson(
    what: "The pushed request has been used before.",
    why: "One push is one request for a decision. A second use may be somebody else's.",
    prevents: "Replay of an authorization request from a log or a browser history.",
    fix: "Push again for each attempt. Reloading the page is a second use, too.",
    specification: "RFC 9126 §7.3")

  static let pushedRequestRequired = Lesson(
    what: "The client must push its authorization requests, but this one came through the browser alone.",
    why: "Pushing protects a request only if no other way is open.",
    prevents: "A downgrade: an attacker who leaves the push out and alters the parameters in the browser.",
    fix: "Push the request to /par and send only client_id and request_uri through the browser.",
    specification: "RFC 9126 §4")

  static let noRoomLeft = Lesson(
    what: "So many requests of this kind are waiting that the server takes no more for now.",
    why: "Anybody can start one, and each takes memory until it is used or forgotten.",
    prevents: "A server that is filled until it stops.",
    fix: "Wait as long as Retry-After says. Look for a loop in the client that starts and never finishes.",
    specification: "RFC 9126 §2.3")
}
