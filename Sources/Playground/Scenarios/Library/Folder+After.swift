/// What comes after the stages, or beside them.
extension ScenarioLibrary.Folder {
  static let refresh = Self(
    "refresh", title: "The refresh token",
    files: [
      ("refresh-rotated.yaml", PackageResources.refresh_rotated_yaml),
      ("refresh-in-turn.yaml", PackageResources.refresh_in_turn_yaml),
      ("refresh-without-new-token.yaml", PackageResources.refresh_without_new_token_yaml),
      ("refresh-too-late.yaml", PackageResources.refresh_too_late_yaml),
      ("refresh-token-revoked.yaml", PackageResources.refresh_token_revoked_yaml),
      ("refresh-by-another-client.yaml", PackageResources.refresh_by_another_client_yaml),
      ("refresh-for-more.yaml", PackageResources.refresh_for_more_yaml),
      ("refresh-without-secret.yaml", PackageResources.refresh_without_secret_yaml),
      ("refresh-token-not-issued.yaml", PackageResources.refresh_token_not_issued_yaml),
      ("refresh-token-refused.yaml", PackageResources.refresh_token_refused_yaml),
      ("refresh-in-two-tabs.yaml", PackageResources.refresh_in_two_tabs_yaml),
    ])

  static let clientCredentials = Self(
    "client-credentials", title: "A client that acts for itself",
    files: [
      ("client-credentials.yaml", PackageResources.client_credentials_yaml),
      ("redirect-uri-without-a-browser.yaml", PackageResources.redirect_uri_without_a_browser_yaml),
      ("client-credentials-as-json.yaml", PackageResources.client_credentials_as_json_yaml),
      ("path-of-somebody-else.yaml", PackageResources.path_of_somebody_else_yaml),
      ("client-credentials-without-secret.yaml", PackageResources.client_credentials_without_secret_yaml),
      ("expires-in-is-a-duration.yaml", PackageResources.expires_in_is_a_duration_yaml),
    ])

  static let management = Self(
    "management", title: "Introspection, revocation and registration",
    files: [
      ("token-revoked.yaml", PackageResources.token_revoked_yaml),
      ("introspect-without-credentials.yaml", PackageResources.introspect_without_credentials_yaml),
      ("revoke-without-credentials.yaml", PackageResources.revoke_without_credentials_yaml),
      ("revoke-of-another-client.yaml", PackageResources.revoke_of_another_client_yaml),
      ("register-plain-http.yaml", PackageResources.register_plain_http_yaml),
    ])

  static let interference = Self(
    "interference", title: "What happens on the way, and to a server in trouble",
    files: [
      ("store-fails.yaml", PackageResources.store_fails_yaml),
      ("authorization-header-lost.yaml", PackageResources.authorization_header_lost_yaml),
      ("post-becomes-get.yaml", PackageResources.post_becomes_get_yaml),
      ("body-lost.yaml", PackageResources.body_lost_yaml),
      ("body-decoded-twice.yaml", PackageResources.body_decoded_twice_yaml),
      ("token-altered.yaml", PackageResources.token_altered_yaml),
      ("id-token-altered.yaml", PackageResources.id_token_altered_yaml),
      ("delayed-code.yaml", PackageResources.delayed_code_yaml),
      ("delivered-twice.yaml", PackageResources.delivered_twice_yaml),
      ("answer-lost-code.yaml", PackageResources.answer_lost_code_yaml),
      ("answer-lost-refresh.yaml", PackageResources.answer_lost_refresh_yaml),
      ("php-warning.yaml", PackageResources.php_warning_yaml),
      ("bad-gateway.yaml", PackageResources.bad_gateway_yaml),
      ("connection-closed.yaml", PackageResources.connection_closed_yaml),
      ("clock-ahead.yaml", PackageResources.clock_ahead_yaml),
      ("clocks-disagree.yaml", PackageResources.clocks_disagree_yaml),
      ("client-lookup-fails.yaml", PackageResources.client_lookup_fails_yaml),
      ("server-switched-off.yaml", PackageResources.server_switched_off_yaml),
    ])
}
