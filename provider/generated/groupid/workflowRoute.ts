// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";
import type * as types from "./types.js";

/** What a `WorkflowRoute` is made of. */
export interface WorkflowRouteArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The name of the route. It tells the route from all others. */
  name: pulumi.Input<string>;
  /** What the route is for. */
  description?: pulumi.Input<string> | undefined;
  /** Whether the route applies. */
  enabled?: pulumi.Input<boolean> | undefined;
  /** What starts the route: a word, or the number that GroupID has for another event. Those beyond `create`, `edit` and `delete` are of the system's routes. */
  event: pulumi.Input<types.RouteEvent> | pulumi.Input<string>;
  /** The kinds of objects that it is for. */
  objects: pulumi.Input<(pulumi.Input<types.RouteObject> | pulumi.Input<string>)[]>;
  /** The attributes whose change needs approval. Not for the event `create`. */
  fields?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** Conditions on the object: one that does not meet them changes without approval. */
  filters?: pulumi.Input<pulumi.Input<types.RouteFilterArgs>[]> | undefined;
  /** Who approves. */
  approvers?: pulumi.Input<pulumi.Input<types.RouteApproverArgs>[]> | undefined;
  /** Whether the mails to approvers have buttons to accept and to deny. */
  emailApproval?: pulumi.Input<boolean> | undefined;
  /** Whether a request goes on to others when nobody decides it, where the identity store has that on. */
  approverAcceleration?: pulumi.Input<boolean> | undefined;
  /** The URL of the portal that the mails lead to. */
  portalUrl?: pulumi.Input<string> | undefined;
  /** The Power Automate flow that the route starts. Left out, it is not managed. */
  powerAutomate?: pulumi.Input<types.RouteFlowArgs> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * A workflow route: which changes of the directory wait for approval, and by whom.
 *
 * Routes that are created, changed or deleted together travel in calls of many, and all reads share one list.
 *
 * Every identity store has routes of its own (`system`), such as "Workflow to Join a Group". They can be imported or taken
 * over, and changed as far as GroupID lets them; they can be neither deleted nor replaced.
 */
export class WorkflowRoute extends DynamicResource {
  /** The ID of the identity store. By default that of the connection. */
  declare readonly identityStoreId: pulumi.Output<string | undefined>;
  /** The name of the route. It tells the route from all others. */
  declare readonly name: pulumi.Output<string>;
  /** What the route is for. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** Whether the route applies. */
  declare readonly enabled: pulumi.Output<boolean | undefined>;
  /** What starts the route: a word, or the number that GroupID has for another event. Those beyond `create`, `edit` and `delete` are of the system's routes. */
  declare readonly event: pulumi.Output<types.RouteEvent | string>;
  /** The kinds of objects that it is for. */
  declare readonly objects: pulumi.Output<(types.RouteObject | string)[]>;
  /** The attributes whose change needs approval. Not for the event `create`. */
  declare readonly fields: pulumi.Output<string[] | undefined>;
  /** Conditions on the object: one that does not meet them changes without approval. */
  declare readonly filters: pulumi.Output<types.RouteFilter[] | undefined>;
  /** Who approves. */
  declare readonly approvers: pulumi.Output<types.RouteApprover[] | undefined>;
  /** Whether the mails to approvers have buttons to accept and to deny. */
  declare readonly emailApproval: pulumi.Output<boolean | undefined>;
  /** Whether a request goes on to others when nobody decides it, where the identity store has that on. */
  declare readonly approverAcceleration: pulumi.Output<boolean | undefined>;
  /** The URL of the portal that the mails lead to. */
  declare readonly portalUrl: pulumi.Output<string | undefined>;
  /** The Power Automate flow that the route starts. Left out, it is not managed. */
  declare readonly powerAutomate: pulumi.Output<types.RouteFlow | undefined>;
  /** The ID that GroupID gave to the route. */
  declare readonly workflowRouteId: pulumi.Output<string>;
  /** Whether it is one of the system's own. */
  declare readonly system: pulumi.Output<boolean>;

  constructor(name: string, args: WorkflowRouteArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:WorkflowRoute",
        properties: ["identityStoreId","name","description","enabled","event","objects","fields","filters","approvers","emailApproval","approverAcceleration","portalUrl","powerAutomate","workflowRouteId","system"],
        secretInputs: [["powerAutomate","requestUrl"],["powerAutomate","token"]],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
