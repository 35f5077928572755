import OAuth

/// What is said about the person.
enum PersonClaimLessons {
  static let entries: [ClaimLesson] = [
    ClaimLesson(
      "name", "the whole name",
      Lesson(
        what: "The name of the person as it may be shown.",
        why: "An application greets people, and the scope profile opens this.",
        prevents: "Asking people for what the server knows already.",
        fix: "Show it, escaped. It is not unique and may change.",
        specification: "OpenID Connect Core §5.1")),
    ClaimLesson(
      "preferred_username", "the name to sign in with",
      Lesson(
        what: "The short name that the person likes to be called by.",
        why: "Lists and comments want something short.",
        prevents: "Names made up by every application anew.",
        fix: "Do not use it as a key: it can change, and it can be somebody else's tomorrow.",
        specification: "OpenID Connect Core §5.1")),
    ClaimLesson(
      "email", "the e-mail address",
      Lesson(
        what: "An address of the person, opened by the scope email.",
        why: "Applications write to people.",
        prevents: "Addresses typed wrongly.",
        fix: "Never find accounts by it alone, least of all when email_verified is not true.",
        specification: "OpenID Connect Core §5.7")),
    ClaimLesson(
      "email_verified", "whether somebody checked it",
      Lesson(
        what: "Whether the server made sure that the address is the person's.",
        why: "Everybody can type the address of somebody else.",
        prevents: "An account taken over by claiming its owner's address.",
        fix: "Treat anything but true as false. What was checked, and when, is the server's business.",
        specification: "OpenID Connect Core §5.1")),
  ]
}
