import OAuth

/// Why a form of the login or consent page is refused.
enum InteractionLessons {
  static let sessionMissing = Lesson(
    what: "The form came without the cookie that was set with its page.",
    why: "Only one browser knows the cookie. It shows that the form was sent from where the page was shown.",
    prevents: "Cross-site request forgery: a hidden form on another site that presses the buttons of this one.",
    fix: """
      Keep cookies between the page and the form (curl: -c and -b), and start again from the authorization \
      request.
      """,
    specification: "RFC 6749 §10.12")

  static let interactionUnknown = Lesson(
    what: "The form belongs to no authorization request that is waiting here.",
    why: """
      The server keeps the request it has checked, and the page only names it. A kept request is decided once \
      and waits ten minutes.
      """,
    prevents: "Consent to parameters that were changed after the server had checked them.",
    fix: "Start again from the authorization request. The back button after a decision leads here too.",
    specification: "RFC 6749 §10.12")

  static let interactionOfAnotherSession = Lesson(
    what: "The form names an authorization request that began in another browser.",
    why: "Who began the request, who signs in and who consents must be one person at one browser.",
    prevents: """
      An attacker who gets a victim to approve the attacker's request, or who approves in the victim's name.
      """,
    fix: "Finish in the browser in which you began. Do not carry the login or consent address to another one.",
    specification: "RFC 6749 §10.12")

  static let formTokenInvalid = Lesson(
    what: "The form is not the last one that was sent for this request.",
    why: """
      Each page carries a token that works once. Sending it shows that the page itself was read, which another \
      site cannot do.
      """,
    prevents: "A forged form that presses Allow from another site, or an old one that is sent again.",
    fix: "Load the page again and send the form it shows. Take form_token from that page, not from an earlier one.",
    specification: "RFC 6749 §10.12")

  static let passwordWrong = Lesson(
    what: "Username and password do not belong to a resource owner of this server.",
    why: """
      Nothing is issued before the resource owner is known. Unknown names and wrong passwords get one and the \
      same answer.
      """,
    prevents: "Finding out which usernames exist, and a code issued in somebody else's name.",
    fix: "Sign in as alice with wonderland, or as bob with builder. The client never sees this password.",
    specification: "RFC 6749 §3.1")

  static let resourceOwnerNotSignedIn = Lesson(
    what: "A decision was sent although nobody is signed in at this browser.",
    why: "Consent counts only if it is known whose consent it is.",
    prevents: "A request approved in nobody's name, by going past the login page.",
    fix: "Sign in first. Follow the pages in their order: authorization request, login, consent.",
    specification: "RFC 6749 §3.1")

  static let decisionMissing = Lesson(
    what: "The consent form says neither allow nor deny.",
    why: "No answer is not a yes. A grant needs a decision that somebody made.",
    prevents: "Consent by accident, when a form is sent without a button having been pressed.",
    fix: "Send decision=allow or decision=deny, in lower case, as the two buttons do.",
    specification: "RFC 6749 §4.1")

  static let resourceOwnerDenied = Lesson(
    what: "The resource owner said no.",
    why: "The decision is the resource owner's alone. The client is told, so that it can offer another way.",
    prevents: "A client that waits for ever, or that takes silence for permission.",
    fix: """
      Nothing is wrong with the request. Handle access_denied in the client, and ask again only when the person \
      wants to.
      """,
    specification: "RFC 6749 §4.1.2.1")

  static let scopeEmptied = Lesson(
    what: "Allow was pressed, but no scope that was asked for is ticked.",
    why: "A resource owner may grant less than was asked for. Nothing at all is the same as a refusal.",
    prevents: "A token that opens nothing and puzzles everybody who uses it.",
    fix: "Tick at least one box. In the form, scope occurs once per ticked box.",
    specification: "RFC 6749 §3.3")

  static let passwordThrottled = Lesson(
    what: "The password is wrong, and so were many others for this username, in quick succession.",
    why: """
      Passwords that people choose are soon guessed by a program. The right one is still accepted, so nobody can \
      lock a person out.
      """,
    prevents: "Guessing a resource owner's password on the login page.",
    fix: "Wait for the seconds in Retry-After, then type the password again: alice has wonderland, bob has builder.",
    specification: "RFC 6749 §10.10")
}
