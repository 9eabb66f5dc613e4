/** The type of the resource that stands for the stack. */
export const stackType = "pulumi:pulumi:Stack";
const providerTypePrefix = "pulumi:providers:";

/** The parts of a URN, `urn:pulumi:stack::project::parentType$type::name`. */
export interface UrnParts {
  /** With the types of the parents, separated by `$`. */
  readonly qualifiedType: string;
  readonly type: string;
  readonly name: string;
}

/** Takes a URN apart. A name may hold `::` itself. */
export function parseUrn(urn: string): UrnParts {
  const [, , qualifiedType = "", ...name] = urn.split("::");
  return {
    qualifiedType,
    type: qualifiedType.slice(qualifiedType.lastIndexOf("$") + 1),
    name: name.join("::"),
  };
}

/** Builds a URN. The stack itself does not count as a parent. */
export function makeUrn(stack: string, project: string, parentType: string, type: string, name: string): string {
  const prefix = parentType === "" || parentType === stackType ? "" : `${parentType}$`;
  return `urn:pulumi:${stack}::${project}::${prefix}${type}::${name}`;
}

/** Whether resources of this type are providers. */
export function isProviderType(type: string): boolean {
  return type.startsWith(providerTypePrefix);
}

/** The type of a package's providers. */
export function providerType(packageName: string): string {
  return providerTypePrefix + packageName;
}

/** The package of a resource's or function's type; of a provider, the package that it provides. */
export function packageOf(type: string): string {
  return isProviderType(type) ? type.slice(providerTypePrefix.length) : (type.split(":")[0] as string);
}

/** Whether the engine made this provider itself, for resources that name none. */
export function isDefaultProvider(urn: string): boolean {
  const { type, name } = parseUrn(urn);
  return isProviderType(type) && name.startsWith("default");
}

/** The URN and the ID of the provider that `urn::id` refers to. */
export function parseProviderReference(reference: string): { readonly urn: string; readonly id: string } {
  const separator = reference.lastIndexOf("::");
  return { urn: reference.slice(0, separator), id: reference.slice(separator + 2) };
}
