/// The four stages, in the order of the flow.
extension ScenarioLibrary.Folder {
  static let flow = Self(
    "flow", title: "From start to finish",
    files: [
      ("happy-path.yaml", PackageResources.happy_path_yaml),
      ("pkce-left-out.yaml", PackageResources.pkce_left_out_yaml),
      ("rewind-and-compare.yaml", PackageResources.rewind_and_compare_yaml),
    ])

  static let authorize = Self(
    "authorize", title: "The authorization request",
    files: [
      ("redirect-uri-differs.yaml", PackageResources.redirect_uri_differs_yaml),
      ("redirect-uri-prefix.yaml", PackageResources.redirect_uri_prefix_yaml),
      ("redirect-uri-omitted.yaml", PackageResources.redirect_uri_omitted_yaml),
      ("redirect-uri-fragment.yaml", PackageResources.redirect_uri_fragment_yaml),
      ("localhost-is-another-host.yaml", PackageResources.localhost_is_another_host_yaml),
      ("loopback-any-port.yaml", PackageResources.loopback_any_port_yaml),
      ("client-unknown-at-authorize.yaml", PackageResources.client_unknown_at_authorize_yaml),
      ("authorize-url-over-several-lines.yaml", PackageResources.authorize_url_over_several_lines_yaml),
      ("response-type-missing.yaml", PackageResources.response_type_missing_yaml),
      ("response-type-token.yaml", PackageResources.response_type_token_yaml),
      ("refresh-token-in-the-fragment.yaml", PackageResources.refresh_token_in_the_fragment_yaml),
      ("response-mode-unknown.yaml", PackageResources.response_mode_unknown_yaml),
      ("state-missing.yaml", PackageResources.state_missing_yaml),
      ("state-sent-twice.yaml", PackageResources.state_sent_twice_yaml),
      ("state-changed-by-the-server.yaml", PackageResources.state_changed_by_the_server_yaml),
      ("scope-unknown.yaml", PackageResources.scope_unknown_yaml),
      ("default-scope-refused.yaml", PackageResources.default_scope_refused_yaml),
      ("scope-left-out.yaml", PackageResources.scope_left_out_yaml),
      ("challenge-without-method.yaml", PackageResources.challenge_without_method_yaml),
      ("native-app-without-challenge.yaml", PackageResources.native_app_without_challenge_yaml),
      ("prompt-allow.yaml", PackageResources.prompt_allow_yaml),
    ])

  static let code = Self(
    "code", title: "The resource owner, and the response that brings the code",
    files: [
      ("access-denied.yaml", PackageResources.access_denied_yaml),
      ("state-differs.yaml", PackageResources.state_differs_yaml),
      ("response-with-extras.yaml", PackageResources.response_with_extras_yaml),
      ("password-mistyped.yaml", PackageResources.password_mistyped_yaml),
      ("scope-unticked.yaml", PackageResources.scope_unticked_yaml),
    ])

  static let token = Self(
    "token", title: "The token request, who sends it, and what its code is bound to",
    files: [
      ("missing-grant-type.yaml", PackageResources.missing_grant_type_yaml),
      ("wrong-client-secret.yaml", PackageResources.wrong_client_secret_yaml),
      ("pkce-verifier-wrong.yaml", PackageResources.pkce_verifier_wrong_yaml),
      ("code-expired.yaml", PackageResources.code_expired_yaml),
      ("code-replayed.yaml", PackageResources.code_replayed_yaml),
      ("two-at-once.yaml", PackageResources.two_at_once_yaml),
      ("nonce-differs.yaml", PackageResources.nonce_differs_yaml),
      ("grant-type-is-the-code.yaml", PackageResources.grant_type_is_the_code_yaml),
      ("grant-type-misspelt.yaml", PackageResources.grant_type_misspelt_yaml),
      ("parameters-in-the-query.yaml", PackageResources.parameters_in_the_query_yaml),
      ("secret-in-the-url.yaml", PackageResources.secret_in_the_url_yaml),
      ("token-request-by-get.yaml", PackageResources.token_request_by_get_yaml),
      ("json-at-the-token-endpoint.yaml", PackageResources.json_at_the_token_endpoint_yaml),
      ("json-called-a-form.yaml", PackageResources.json_called_a_form_yaml),
      ("json-broken.yaml", PackageResources.json_broken_yaml),
      ("content-type-missing.yaml", PackageResources.content_type_missing_yaml),
      ("content-type-with-charset.yaml", PackageResources.content_type_with_charset_yaml),
      ("form-not-encoded.yaml", PackageResources.form_not_encoded_yaml),
      ("bearer-at-the-token-endpoint.yaml", PackageResources.bearer_at_the_token_endpoint_yaml),
      ("basic-not-encoded.yaml", PackageResources.basic_not_encoded_yaml),
      ("basic-form-encoded.yaml", PackageResources.basic_form_encoded_yaml),
      ("credentials-twice.yaml", PackageResources.credentials_twice_yaml),
      ("two-clients-named.yaml", PackageResources.two_clients_named_yaml),
      ("client-not-named.yaml", PackageResources.client_not_named_yaml),
      ("public-client-with-a-secret.yaml", PackageResources.public_client_with_a_secret_yaml),
      ("two-faults-at-once.yaml", PackageResources.two_faults_at_once_yaml),
      ("error-with-status-200.yaml", PackageResources.error_with_status_200_yaml),
      ("password-grant.yaml", PackageResources.password_grant_yaml),
      ("expired-and-elsewhere.yaml", PackageResources.expired_and_elsewhere_yaml),
      ("client-slow-to-redeem.yaml", PackageResources.client_slow_to_redeem_yaml),
      ("code-mangled.yaml", PackageResources.code_mangled_yaml),
      ("code-of-another-client.yaml", PackageResources.code_of_another_client_yaml),
      ("redirect-uri-missing-at-token.yaml", PackageResources.redirect_uri_missing_at_token_yaml),
      ("redirect-uri-only-at-token.yaml", PackageResources.redirect_uri_only_at_token_yaml),
      ("state-at-the-token-endpoint.yaml", PackageResources.state_at_the_token_endpoint_yaml),
      ("verifier-too-short.yaml", PackageResources.verifier_too_short_yaml),
      ("verifier-without-challenge.yaml", PackageResources.verifier_without_challenge_yaml),
      ("code-burnt-by-failure.yaml", PackageResources.code_burnt_by_failure_yaml),
      ("replay-by-guess.yaml", PackageResources.replay_by_guess_yaml),
    ])

  static let me = Self(
    "me", title: "The protected resource",
    files: [
      ("access-token-expired.yaml", PackageResources.access_token_expired_yaml),
      ("access-token-unknown.yaml", PackageResources.access_token_unknown_yaml),
      ("bearer-as-a-header-name.yaml", PackageResources.bearer_as_a_header_name_yaml),
      ("token-without-its-scheme.yaml", PackageResources.token_without_its_scheme_yaml),
      ("bearer-in-lower-case.yaml", PackageResources.bearer_in_lower_case_yaml),
      ("client-credentials-at-me.yaml", PackageResources.client_credentials_at_me_yaml),
      ("token-in-the-url.yaml", PackageResources.token_in_the_url_yaml),
      ("token-sent-two-ways.yaml", PackageResources.token_sent_two_ways_yaml),
      ("code-as-access-token.yaml", PackageResources.code_as_access_token_yaml),
      ("cookie-changes-nothing.yaml", PackageResources.cookie_changes_nothing_yaml),
      ("scope-too-small.yaml", PackageResources.scope_too_small_yaml),
      ("refresh-token-at-me.yaml", PackageResources.refresh_token_at_me_yaml),
      ("id-token-at-me.yaml", PackageResources.id_token_at_me_yaml),
    ])
}
