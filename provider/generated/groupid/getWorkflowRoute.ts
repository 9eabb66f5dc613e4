// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getWorkflowRoute` is asked. */
export interface GetWorkflowRouteArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** The ID of the route. */
  workflowRouteId: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getWorkflowRouteOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetWorkflowRouteOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The ID of the route. */
  workflowRouteId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getWorkflowRoute` answers. */
export interface GetWorkflowRouteResult {
  /** The ID of the identity store. */
  readonly identityStoreId: string;
  /** The ID of the route; `0` for a default that stands for itself. */
  readonly workflowRouteId: string;
  /** Whether it is one of the system's own. */
  readonly system: boolean;
  /** Its name. */
  readonly name: string;
  /** What it is for. */
  readonly description?: string | undefined;
  /** Whether it applies. */
  readonly enabled: boolean;
  /** What starts it; GroupID's number where the event has no word. */
  readonly event: string;
  /** The kinds of objects that it is for. */
  readonly objects: string[];
  /** The attributes whose change needs approval. */
  readonly fields: string[];
  /** Conditions on the object. */
  readonly filters: types.RouteFilterResult[];
  /** Who approves. */
  readonly approvers: types.RouteApproverResult[];
  /** Whether mails have buttons to accept and to deny. */
  readonly emailApproval: boolean;
  /** Whether a request that nobody decides goes on to others. */
  readonly approverAcceleration: boolean;
  /** The URL of the portal that mails lead to. */
  readonly portalUrl?: string | undefined;
}

/** Reads one workflow route. */
export function getWorkflowRoute(args: GetWorkflowRouteArgs): Promise<GetWorkflowRouteResult> {
  return invoke("groupid:getWorkflowRoute", args);
}

/**
 * Reads one workflow route.
 *
 * For arguments that are outputs of resources.
 */
export function getWorkflowRouteOutput(args: GetWorkflowRouteOutputArgs): pulumi.Output<GetWorkflowRouteResult> {
  return invokeOutput("groupid:getWorkflowRoute", args);
}
