/**
 * Takes secrets out of a text: each of `secrets`, as it is and as it stands in a URL, a form or JSON. Texts of fewer than
 * four characters are left, as they occur by chance.
 */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams({ s: secret }).toString().slice(2),
      JSON.stringify(secret).slice(1, -1),
    ])
    .filter((secret) => secret.length >= 4)
    .reduce((result, secret) => result.replaceAll(secret, "[secret]"), text);
}
