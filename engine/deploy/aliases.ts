import type { Alias, Goal } from "./goal.ts";
import { makeUrn, parseUrn, stackType } from "./urn.ts";

/** The URNs under which the state may know a resource, other than its present one. */
export function aliasUrns(
  goal: Goal,
  project: string,
  stack: string,
  /** The URN in the state of a resource that goes by another one now. */
  oldUrnOf: (urn: string) => string | undefined,
): string[] {
  const urns = new Set(goal.aliases.map((alias) => resolve(alias, goal, project, stack, oldUrnOf)));
  const oldParent = goal.parent === "" ? undefined : oldUrnOf(goal.parent);
  if (oldParent !== undefined) {
    const own = [...urns];
    urns.add(inherited(goal.type, goal.name, goal.parent, oldParent, project, stack));
    for (const urn of own) {
      const { type, name } = parseUrn(urn);
      urns.add(inherited(type, name, goal.parent, oldParent, project, stack));
    }
  }
  return [...urns];
}

function resolve(
  alias: Alias,
  goal: Goal,
  project: string,
  stack: string,
  oldUrnOf: (urn: string) => string | undefined,
): string {
  if ("urn" in alias) {
    return alias.urn;
  }
  const parent = alias.parent === "" ? goal.parent : (oldUrnOf(alias.parent) ?? alias.parent);
  const parentType = alias.noParent || parent === "" ? "" : parseUrn(parent).qualifiedType;
  return makeUrn(
    alias.stack || stack,
    alias.project || project,
    parentType === stackType ? "" : parentType,
    alias.type || goal.type,
    alias.name || goal.name,
  );
}

/** A child named after its parent was renamed with it. */
function inherited(
  type: string,
  name: string,
  parent: string,
  oldParent: string,
  project: string,
  stack: string,
): string {
  const parentName = parseUrn(parent).name;
  const old = parseUrn(oldParent);
  const oldName = name.startsWith(parentName) ? old.name + name.slice(parentName.length) : name;
  return makeUrn(stack, project, old.qualifiedType, type, oldName);
}
