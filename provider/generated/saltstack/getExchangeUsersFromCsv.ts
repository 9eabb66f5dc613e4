// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getExchangeUsersFromCsv` is asked. */
export interface GetExchangeUsersFromCsvArgs {
  /** The text of the CSV file. */
  csv: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getExchangeUsersFromCsvOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetExchangeUsersFromCsvOutputArgs {
  /** The text of the CSV file. */
  csv: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getExchangeUsersFromCsv` answers. */
export interface GetExchangeUsersFromCsvResult {
  /** The mailboxes by username. */
  readonly users: { [key: string]: types.Mailbox };
}

/**
 * Reads the mailboxes of a CSV text, for the property `users` of `ExchangeUsers`. Contacts nobody.
 *
 * The CSV has a header and commas. Columns: `username`, `name`, `first_name`, `last_name`, `mailbox_size`, and if wanted
 * `office`, `phone`, `department`, `company`, `title`. An `email` column is left out, because the system makes addresses of
 * usernames. In a YAML program, `fn::readFile` reads the file.
 */
export function getExchangeUsersFromCsv(args: GetExchangeUsersFromCsvArgs): Promise<GetExchangeUsersFromCsvResult> {
  return invoke("saltstack:getExchangeUsersFromCsv", args);
}

/**
 * Reads the mailboxes of a CSV text, for the property `users` of `ExchangeUsers`. Contacts nobody.
 *
 * The CSV has a header and commas. Columns: `username`, `name`, `first_name`, `last_name`, `mailbox_size`, and if wanted
 * `office`, `phone`, `department`, `company`, `title`. An `email` column is left out, because the system makes addresses of
 * usernames. In a YAML program, `fn::readFile` reads the file.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeUsersFromCsvOutput(args: GetExchangeUsersFromCsvOutputArgs): pulumi.Output<GetExchangeUsersFromCsvResult> {
  return invokeOutput("saltstack:getExchangeUsersFromCsv", args);
}
