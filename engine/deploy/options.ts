import type { PropertyMap } from "../property/value.ts";
import type { Deployment } from "../state/resource.ts";
import type { EngineEvent, Operation } from "./events.ts";

/** What `Pulumi.yaml` says about the program. */
export interface ProgramProject {
  readonly name: string;
  /** The folder of `Pulumi.yaml`, absolute. */
  readonly directory: string;
  /** The project's `main`: a folder or file relative to `directory`. */
  readonly main?: string;
  /** The project's `runtime`: only `nodejs` can be run. */
  readonly runtime: { readonly name: string; readonly options: Readonly<Record<string, unknown>> };
  /** The project's `plugins: providers:`; a path is relative to `directory`. */
  readonly providerPlugins?: readonly ProviderPlugin[];
}

export interface ProviderPlugin {
  readonly name: string;
  readonly path: string;
  readonly version?: string;
}

/** One resource to adopt, as the CLI's `import` takes it. */
export interface ImportRequest {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  /** URN; the stack itself when absent. */
  readonly parent?: string;
  /** URN of an explicit provider that is in the state already. */
  readonly provider?: string;
  readonly version?: string;
  /** `false` leaves the resource unprotected; the CLI protects what it imports. */
  readonly protect: boolean;
}

export interface DeploymentOptions {
  readonly kind: "update" | "preview" | "refresh" | "destroy" | "import";
  readonly project: ProgramProject;
  readonly stack: string;
  readonly organization: string;
  /** Decrypted values under their fully qualified keys (`namespace:name`). */
  readonly config: Readonly<Record<string, string>>;
  /** The keys of `config` whose values are secret. */
  readonly secretConfigKeys: readonly string[];
  /** The state before, decrypted. It is not changed: the result is another one. */
  readonly deployment: Deployment;
  /** How many steps may run at once; at least 1. */
  readonly parallel: number;
  /** Refresh before the update, preview or destroy (`--refresh`). */
  readonly refresh: boolean;
  /** Asks what a refresh or a destroy would do, without doing it (`--preview-only`). */
  readonly previewOnly?: boolean;
  /** What an import adopts; for `kind: "import"` alone. */
  readonly imports?: readonly ImportRequest[];
  onEvent(event: EngineEvent): void;
  /**
   * Takes the state after each change of it, and with each pending operation before the operation starts. It is called
   * often: it must be cheap. The deployment that it gets is made when `snapshot` is called, so a caller that coalesces
   * its writes pays for those that it does. The promise that it returns is resolved when a state at least as new as
   * this call is on disk; nothing is sent to a provider before that.
   */
  save(snapshot: () => Deployment): Promise<void>;
  /** Cancels: what has begun is finished, nothing more is begun. */
  readonly signal: AbortSignal;
}

export interface DeploymentResult {
  /** Whether everything was done; what failed was told as `stepFailed` and error diagnostics. */
  readonly succeeded: boolean;
  /** The state after; of a preview, the state before. */
  readonly deployment: Deployment;
  /** How many steps of each operation were done, or would be. */
  readonly changes: Partial<Record<Operation, number>>;
  /** The stack's outputs; in a preview they may hold unknowns. */
  readonly outputs: PropertyMap;
}
