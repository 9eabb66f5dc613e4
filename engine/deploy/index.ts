export { runDeployment } from "./deployment.ts";
export type { DeploymentOptions, DeploymentResult, ImportRequest, ProgramProject, ProviderPlugin } from "./options.ts";
