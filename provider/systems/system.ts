import type * as z from "zod";
import type { HttpSettings } from "../http/client.ts";
import type { FunctionDefinition, ResourceDefinition } from "../resource/definition.ts";

/** One of the systems: how it is reached and what it offers. */
export interface SystemDefinition {
  /** Also the module of its types, and the name of its default connection. */
  readonly name: string;
  /** One sentence for the documentation. */
  readonly description: string;
  /** The settings of a connection to it, beyond those that all have; each with a description, secrets marked. */
  readonly settings: z.ZodObject;
  /**
   * The ways to sign in: each a list of settings that belong together. One of them must be complete; the first is the
   * one that messages suggest.
   */
  readonly credentials: readonly (readonly string[])[];
  /** The system's client: what the definitions get as their `api`. `signal` ends all its calls. */
  connect(http: HttpSettings, settings: Readonly<Record<string, unknown>>, signal: AbortSignal): unknown;
  readonly resources: readonly ResourceDefinition[];
  readonly functions: readonly FunctionDefinition[];
}
