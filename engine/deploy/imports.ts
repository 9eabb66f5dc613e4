import { dynamicPackage } from "../provider/locatePlugin.ts";
import type { ResourceState } from "../state/resource.ts";
import type { ImportRequest } from "./options.ts";
import type { PriorState } from "./priorState.ts";
import { CreateStep } from "./steps/createStep.ts";
import { ImportStep } from "./steps/importStep.ts";
import type { DeploymentStep } from "./steps/step.ts";
import { makeUrn, packageOf, parseUrn, stackType } from "./urn.ts";

export interface ImportContext {
  readonly project: string;
  readonly stack: string;
  readonly prior: PriorState;
  defaultProvider(packageName: string, version: string, pluginDownloadUrl: string): Promise<string>;
}

/**
 * The steps that adopt existing objects. What the state has already under the same ID is left out.
 * @throws Error when two are asked for under one URN, when the state has another object under it, or when a parent or a
 * provider is not there.
 */
export async function importSteps(
  requests: readonly ImportRequest[],
  context: ImportContext,
): Promise<DeploymentStep[]> {
  const { project, stack, prior } = context;
  const steps: DeploymentStep[] = [];
  const stackUrn = makeUrn(stack, project, "", stackType, `${project}-${stack}`);
  if (prior.get(stackUrn) === undefined) {
    steps.push(new CreateStep(newState(stackUrn, stackType, false)));
  }
  const urns = new Set([stackUrn]);
  for (const request of requests) {
    const parent = request.parent ?? stackUrn;
    const urn = makeUrn(stack, project, parseUrn(parent).qualifiedType, request.type, request.name);
    const old = prior.get(urn);
    if ((old?.importID ?? old?.id) === request.id) {
      continue;
    }
    if (old !== undefined) {
      throw new Error(`resource '${urn}' already exists`);
    }
    if (urns.has(urn)) {
      throw new Error(`duplicate import '${request.name}' of type '${request.type}'`);
    }
    if (!urns.has(parent) && prior.get(parent) === undefined) {
      throw new Error(`unknown parent '${parent}' for resource '${urn}'`);
    }
    urns.add(urn);
    const state = newState(urn, request.type, true);
    state.parent = parent;
    state.importID = request.id;
    state.provider = await providerOf(request, context);
    if (request.protect) {
      state.protect = true;
    }
    steps.push(new ImportStep(state, { replaced: undefined, ignoreChanges: [], standsAlone: true }));
  }
  return steps;
}

async function providerOf(request: ImportRequest, { prior, defaultProvider }: ImportContext): Promise<string> {
  const packageName = packageOf(request.type);
  if (packageName === dynamicPackage) {
    throw new Error(
      `${request.name}: a dynamic resource cannot be imported, because what manages it is part of its own state`,
    );
  }
  if (request.provider === undefined) {
    return defaultProvider(packageName, request.version ?? "", "");
  }
  const provider = prior.get(request.provider);
  if (provider === undefined) {
    throw new Error(`${request.name}: the state has no provider ${request.provider}`);
  }
  return `${provider.urn}::${provider.id}`;
}

function newState(urn: string, type: string, custom: boolean): ResourceState {
  return { urn, type, custom, inputs: {}, outputs: {}, dependencies: [], propertyDependencies: {} };
}
