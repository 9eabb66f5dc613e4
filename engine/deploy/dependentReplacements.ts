import { Unknown } from "../property/value.ts";
import type { ResourceState } from "../state/resource.ts";
import { dependentsOf } from "./dependencies.ts";
import { findDifference, replaceOnChanges, replaces } from "./difference.ts";
import type { PriorState } from "./priorState.ts";
import { addressOf, type StepContext } from "./steps/step.ts";
import { parseProviderReference } from "./urn.ts";

export interface DependentReplacement {
  readonly resource: ResourceState;
  readonly keys: readonly string[];
}

/**
 * What must be deleted before a resource that is deleted before it is replaced, in order of dependency: whatever would
 * be replaced itself if the values that it takes from the resource changed. Its provider is asked, with those unknown.
 */
export async function dependentReplacements(
  root: ResourceState,
  options: {
    readonly prior: PriorState;
    /** These have been dealt with, so they cannot depend on the resource any more. */
    readonly decided: ReadonlySet<string>;
    readonly context: StepContext;
    loadProvider(resource: ResourceState): Promise<void>;
  },
): Promise<DependentReplacement[]> {
  const replaced = new Set([root.urn]);
  const result: DependentReplacement[] = [];
  for (const resource of dependentsOf(root, options.prior.resources, options.decided)) {
    const keys = await replacementKeys(resource, replaced, options);
    if (keys !== undefined) {
      result.push({ resource, keys });
      replaced.add(resource.urn);
    }
  }
  return result;
}

/** The properties for which the resource is replaced; `undefined` if it is not. */
async function replacementKeys(
  resource: ResourceState,
  replaced: ReadonlySet<string>,
  options: { readonly context: StepContext; loadProvider(resource: ResourceState): Promise<void> },
): Promise<readonly string[] | undefined> {
  if (!resource.custom || resource.external === true) {
    return undefined;
  }
  if (resource.provider !== undefined && replaced.has(parseProviderReference(resource.provider).urn)) {
    await options.loadProvider(resource);
    return [];
  }
  if (resource.deletedWith !== undefined && replaced.has(resource.deletedWith)) {
    return [];
  }
  const inputs = Object.fromEntries(
    Object.entries(resource.inputs).map(([name, value]) => [
      name,
      resource.propertyDependencies[name]?.some((urn) => replaced.has(urn)) ? Unknown.value : value,
    ]),
  );
  if (!Object.entries(inputs).some(([name, value]) => value !== resource.inputs[name])) {
    return undefined;
  }
  await options.loadProvider(resource);
  const found = await findDifference(await options.context.manager(resource), {
    ...addressOf(resource),
    id: resource.id as string,
    oldInputs: resource.inputs,
    oldOutputs: resource.outputs,
    newInputs: inputs,
    ignoreChanges: resource.ignoreChanges ?? [],
  });
  const difference = replaceOnChanges(found, resource.replaceOnChanges ?? [], false);
  return replaces(difference) ? difference.replaceKeys : undefined;
}
