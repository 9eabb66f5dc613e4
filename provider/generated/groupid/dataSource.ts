// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";
import type * as types from "./types.js";

/** What a `DataSource` is made of. */
export interface DataSourceArgs {
  /** The name of the data source. */
  name: pulumi.Input<string>;
  /** What is read, and how it is reached; `type` decides which settings there are. */
  settings: pulumi.Input<types.AccessSettingsArgs> | pulumi.Input<types.ExcelSettingsArgs> | pulumi.Input<types.OdbcSettingsArgs> | pulumi.Input<types.OracleSettingsArgs> | pulumi.Input<types.SqlServerSettingsArgs> | pulumi.Input<types.TextSettingsArgs>;
  /** Lets a deletion, or a replacement, break the jobs that still use the data source. It counts as it is in state: set it and run `up` before what deletes. */
  allowDeleteInUse?: pulumi.Input<boolean> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * A data source: a file or a database that sync jobs read and write, and that queries may use.
 *
 * GroupID deletes a data source even while jobs use it, and breaks them with that. Here the deletion is refused, with the
 * names of the jobs, unless `allowDeleteInUse` is true.
 *
 * A change of `settings.type` replaces the data source. Passwords are sent and never compared: nothing says in which form
 * an installation shows them.
 */
export class DataSource extends DynamicResource {
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
