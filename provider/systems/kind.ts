/** What the type of a resource in state begins with, over the plugin and over the dynamic host. */
const prefixes = ["groupware:", "pulumi-nodejs:dynamic/groupware/"];

/**
 * The type of a resource of this package, such as `barium:Group`, from the one that stands in state: both hosts make the
 * same kind of object. Any other package's type as it is.
 */
export function kindOf(token: string): string {
  const prefix = prefixes.find((candidate) => token.startsWith(candidate));
  return prefix === undefined ? token : token.slice(prefix.length);
}
