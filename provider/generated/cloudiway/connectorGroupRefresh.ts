// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `ConnectorGroupRefresh` is made of. */
export interface ConnectorGroupRefreshArgs {
  /** The display name of the connector, one of `getSourceConnectors`. */
  sourceConnectorName: pulumi.Input<string>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  triggers?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** Has Cloudiway read the groups of a connector into the project (Get Groups). It goes on after the answer. */
export class ConnectorGroupRefresh extends DynamicResource {
  /** The display name of the connector, one of `getSourceConnectors`. */
  declare readonly sourceConnectorName: pulumi.Output<string>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  declare readonly triggers: pulumi.Output<string[] | undefined>;
  /** What Cloudiway answered. */
  declare readonly answer: pulumi.Output<string>;
  /** When the action was carried out, in ISO 8601. */
  declare readonly completedAt: pulumi.Output<string>;

  constructor(name: string, args: ConnectorGroupRefreshArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "cloudiway:ConnectorGroupRefresh",
        properties: ["sourceConnectorName","triggers","answer","completedAt"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
