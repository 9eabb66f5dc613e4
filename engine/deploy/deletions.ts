import type { ResourceState } from "../state/resource.ts";
import { layersOf } from "./dependencies.ts";
import type { PriorState } from "./priorState.ts";
import type { Registrar } from "./registrar.ts";
import { DeleteStep } from "./steps/deleteStep.ts";
import { RemovePendingReplaceStep } from "./steps/removePendingReplaceStep.ts";
import type { DeploymentStep } from "./steps/step.ts";

/**
 * The deletions that end a deployment: of what the program no longer has, and of what was replaced. They come in
 * groups, in reverse order of dependency; what is in one group can be deleted side by side.
 */
export function deletionSteps(prior: PriorState, registrar: Registrar, deletions: Set<string>): DeploymentStep[][] {
  const steps = new Map<ResourceState, DeploymentStep>();
  for (const resource of prior.resources) {
    if (resource.delete === true) {
      if (!registrar.isDeleted(resource)) {
        deletions.add(resource.urn);
        steps.set(resource, new DeleteStep(resource, "afterCreation"));
      }
    } else if (!registrar.keeps(resource.urn)) {
      deletions.add(resource.urn);
      steps.set(
        resource,
        resource.pendingReplacement === true
          ? new RemovePendingReplaceStep(resource)
          : new DeleteStep(resource, "alone"),
      );
    }
  }
  return layersOf(new Set(steps.keys()), prior.resources)
    .reverse()
    .map((layer) => layer.map((resource) => steps.get(resource) as DeploymentStep));
}
