import { parse } from "csv-parse/sync";
import { propertyOf } from "./api/words.ts";

/** The columns of a CSV of users (seeds/004, "Create users in a bulk request"), by property. */
const columns = {
  name: "name",
  firstName: "first_name",
  lastName: "last_name",
  username: "username",
  mailboxSize: "mailbox_size",
  office: "office",
  phone: "phone",
  department: "department",
  company: "company",
  title: "title",
  email: "email",
};

type Row = Readonly<Partial<Record<keyof typeof columns, string | number | undefined>>>;

/** The CSV that has users of a domain made: with a header and commas, and the columns of the document's sample. */
export function csvOf(rows: Readonly<Record<string, Row>>, domain: string | undefined): string {
  const lines = Object.entries(rows).map(([username, row]) => {
    const whole: Row = { ...row, username, email: domain === undefined ? undefined : `${username}@${domain}` };
    return Object.keys(columns).map((name) => whole[name as keyof Row]);
  });
  return [Object.values(columns), ...lines].map((line) => `${line.map(quoted).join(",")}\n`).join("");
}

function quoted(value: string | number | undefined): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The rows of a CSV, with the properties that their columns stand for: in the document's names or in ours. An empty cell
 * is left out.
 * @throws when it is no CSV with a header.
 */
export function rowsOf(csv: string): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(csv, {
    columns: (header: string[]) => header.map((column) => propertyOf(column.trim())),
    bom: true,
    skip_empty_lines: true,
    trim: true,
  });
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== "")));
}
