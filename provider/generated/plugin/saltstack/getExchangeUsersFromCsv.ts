// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetExchangeUsersFromCsvArgs, GetExchangeUsersFromCsvOutputArgs, GetExchangeUsersFromCsvResult } from "../../saltstack/getExchangeUsersFromCsv.js";

export type { GetExchangeUsersFromCsvArgs, GetExchangeUsersFromCsvOutputArgs, GetExchangeUsersFromCsvResult };

/**
 * Reads the mailboxes of a CSV text, for the property `users` of `ExchangeUsers`. Contacts nobody.
 *
 * The CSV has a header and commas. Columns: `username`, `name`, `first_name`, `last_name`, `mailbox_size`, and if wanted
 * `office`, `phone`, `department`, `company`, `title`. An `email` column is left out, because the system makes addresses of
 * usernames. In a YAML program, `fn::readFile` reads the file.
 */
export function getExchangeUsersFromCsv(args: GetExchangeUsersFromCsvArgs, options?: pulumi.InvokeOptions): Promise<GetExchangeUsersFromCsvResult> {
  return invoke("saltstack:getExchangeUsersFromCsv", args, options);
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
export function getExchangeUsersFromCsvOutput(args: GetExchangeUsersFromCsvOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetExchangeUsersFromCsvResult> {
  return invokeOutput("saltstack:getExchangeUsersFromCsv", args, options);
}
