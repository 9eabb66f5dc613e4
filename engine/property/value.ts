/**
 * The property values of the engine: JSON, and the two things that Pulumi adds to it on the wire and in state.
 * Assets, archives and resource references do not occur in this package's resources: meeting one is an error.
 */
export type PropertyValue = null | boolean | number | string | PropertyValue[] | PropertyMap | Secret | Unknown;

export interface PropertyMap {
  [name: string]: PropertyValue;
}

/** A value that is encrypted in state and never shown. */
export class Secret {
  readonly element: PropertyValue;

  constructor(element: PropertyValue) {
    this.element = element;
  }
}

/** A value that is not known before the update has run; it occurs in previews only and never in state. */
export class Unknown {
  private constructor() {}

  static readonly value = new Unknown();
}

/** Whether a value is a map of properties: not a list, a secret, an unknown or a scalar. */
export function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Secret) &&
    !(value instanceof Unknown)
  );
}

/** A copy that shares no list and no map with the original. */
export function copyProperties(map: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, copyValue(value)]));
}

function copyValue(value: PropertyValue): PropertyValue {
  if (Array.isArray(value)) {
    return value.map(copyValue);
  }
  if (value instanceof Secret) {
    return new Secret(copyValue(value.element));
  }
  return isMap(value) ? copyProperties(value) : value;
}
