// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { ConnectorGroupRefreshArgs } from "../../cloudiway/connectorGroupRefresh.js";

export type { ConnectorGroupRefreshArgs };

/** Has Cloudiway read the groups of a connector into the project (Get Groups). It goes on after the answer. */
export class ConnectorGroupRefresh extends PluginResource {
  /** The display name of the connector, one of `getSourceConnectors`. */
  declare readonly sourceConnectorName: pulumi.Output<string>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  declare readonly triggers: pulumi.Output<string[] | undefined>;
  /** What Cloudiway answered. */
  declare readonly answer: pulumi.Output<string>;
  /** When the action was carried out, in ISO 8601. */
  declare readonly completedAt: pulumi.Output<string>;

  /**
   * Reads one that exists, without managing it.
   * @param id `completedAt`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<ConnectorGroupRefreshArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): ConnectorGroupRefresh {
    return new ConnectorGroupRefresh(name, state as ConnectorGroupRefreshArgs, { ...options, id });
  }

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
