import { isMap, type PropertyMap, type PropertyValue, Secret } from "./value.ts";

/** The map with its secrets in the clear, at every depth. */
export function withoutSecrets(map: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, valueWithoutSecrets(value)]));
}

/** The value with its secrets in the clear, at every depth. */
export function valueWithoutSecrets(value: PropertyValue): PropertyValue {
  if (value instanceof Secret) {
    return valueWithoutSecrets(value.element);
  }
  if (Array.isArray(value)) {
    return value.map(valueWithoutSecrets);
  }
  return isMap(value) ? withoutSecrets(value) : value;
}

/** Whether the value is secret, or holds a secret at any depth. */
export function containsSecret(value: PropertyValue): boolean {
  if (value instanceof Secret) {
    return true;
  }
  if (Array.isArray(value)) {
    return value.some(containsSecret);
  }
  return isMap(value) && Object.values(value).some(containsSecret);
}

/**
 * Marks what came back from a provider that knows no secrets: a property is secret if the one of the same name that
 * went in was, or held, a secret.
 */
export function markSecretsLike(map: PropertyMap, sent: PropertyMap): PropertyMap {
  const marked = { ...map };
  for (const [name, value] of Object.entries(map)) {
    const original = sent[name];
    if (original === undefined) {
      continue;
    }
    if (isMap(value) && isMap(original)) {
      marked[name] = markSecretsLike(value, original);
    } else if (!(value instanceof Secret) && containsSecret(original)) {
      marked[name] = new Secret(value);
    }
  }
  return marked;
}
