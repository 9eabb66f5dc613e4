// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";
import type * as types from "../../groupid/types.js";

import type { DataSourceArgs } from "../../groupid/dataSource.js";

export type { DataSourceArgs };

/**
 * A data source: a file or a database that sync jobs read and write, and that queries may use.
 *
 * GroupID deletes a data source even while jobs use it, and breaks them with that. Here the deletion is refused, with the
 * names of the jobs, unless `allowDeleteInUse` is true.
 *
 * A change of `settings.type` replaces the data source. Passwords are sent and never compared: nothing says in which form
 * an installation shows them.
 */
export class DataSource extends PluginResource {
  /** The name of the data source. */
  declare readonly name: pulumi.Output<string>;
  /** What is read, and how it is reached; `type` decides which settings there are. */
  declare readonly settings: pulumi.Output<types.AccessSettings | types.ExcelSettings | types.OdbcSettings | types.OracleSettings | types.SqlServerSettings | types.TextSettings>;
  /** Lets a deletion, or a replacement, break the jobs that still use the data source. It counts as it is in state: set it and run `up` before what deletes. */
  declare readonly allowDeleteInUse: pulumi.Output<boolean | undefined>;
  /** The ID that GroupID gave to the data source. */
  declare readonly dataSourceId: pulumi.Output<string>;
  /** GroupID's name of the type, such as `Text/CSV`. */
  declare readonly providerName: pulumi.Output<string | undefined>;
  /** When it was made, in ISO 8601. */
  declare readonly created: pulumi.Output<string | undefined>;

  /**
   * Reads one that exists, without managing it.
   * @param id `dataSourceId`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<DataSourceArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): DataSource {
    return new DataSource(name, state as DataSourceArgs, { ...options, id });
  }

  constructor(name: string, args: DataSourceArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:DataSource",
        properties: ["name","settings","allowDeleteInUse","dataSourceId","providerName","created"],
        secretInputs: [["settings","password"],["settings","serviceAccountPassword"],["settings","filePassword"],["settings","connectionString"]],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
