import type { DeploymentOptions, DeploymentResult } from "./options.ts";

/** Runs one update, preview, refresh, destroy or import of a stack. */
export async function runDeployment(_options: DeploymentOptions): Promise<DeploymentResult> {
  throw new Error("The engine is being written.");
}
