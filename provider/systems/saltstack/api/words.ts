/** What properties of this package are called in the API, where that is more than another way of writing. */
const names: Readonly<Record<string, string>> = {
  service_project_link: "linkId",
  tenant: "tenantId",
  manager: "managerId",
  template: "templateId",
  user: "userId",
  service: "serviceId",
  project: "projectId",
  customer: "customerId",
  send_as_members: "sendAs",
  send_on_behalf_members: "sendOnBehalf",
};

/** The name of a property from that of its field. */
export function propertyOf(field: string): string {
  return names[field] ?? field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * The system's words in an error: `{"detail": "…"}`, fields with lists of sentences, a bare list of sentences, or of many
 * rows each with its fields. Fields are called as the properties that they come from.
 */
export function wordsOf(body: unknown): string | undefined {
  if (typeof body === "string") {
    return body === "" || body.trimStart().startsWith("<") ? undefined : body;
  }
  if (Array.isArray(body)) {
    return joined(body.map(wordsOf));
  }
  if (typeof body !== "object" || body === null) {
    return undefined;
  }
  return joined(
    Object.entries(body).map(([field, value]) => {
      const words = wordsOf(value);
      return words === undefined || field === "detail" || field === "non_field_errors"
        ? words
        : `${propertyOf(field)}: ${words}`;
    }),
  );
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const words = parts.filter((part) => part !== undefined);
  return words.length === 0 ? undefined : words.join(" ");
}
