import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { text as readAll } from "node:stream/consumers";
import { PassphraseCrypter, passphraseFromEnvironment } from "../../engine/state/passphrase.ts";
import { Acceptance } from "../../provider/drift/accepted.ts";
import { compare } from "../../provider/drift/drift.ts";
import { driftHtml } from "../../provider/drift/report/html.ts";
import { driftMarkdown } from "../../provider/drift/report/markdown.ts";
import { type DriftReport, driftJson } from "../../provider/drift/report/report.ts";
import { driftText } from "../../provider/drift/report/text.ts";
import { StackConnections } from "../../provider/drift/stackConnections.ts";
import { type Decrypt, readState } from "../../provider/drift/state.ts";
import { findUnmanaged } from "../../provider/drift/unmanaged.ts";
import { exitCodes } from "../exitCodes.ts";
import { interruption } from "../interruption.ts";
import { ProgressLine } from "../progressLine.ts";
import { isInProject, projectFolder, pulumi } from "../pulumi.ts";
import { configuredConnections } from "../stackConnections.ts";

export interface DriftOptions {
  readonly stack: readonly string[];
  readonly state: readonly string[];
  readonly accepted?: string;
  readonly unmanaged?: true;
  readonly within: Readonly<Record<string, readonly string[]>>;
  readonly format: keyof typeof formats;
  readonly out?: string;
  readonly html?: string;
}

const formats = { text: driftText, json: driftJson, markdown: driftMarkdown, html: driftHtml };

/** The file of accepted drift that is taken where it lies in the folder of the project. */
const usualAcceptanceFile = "drift.yaml";

/** Compares the stacks with the systems, prints the report, and sets the exit code. */
export async function drift(options: DriftOptions): Promise<void> {
  const signal = interruption();
  const progress = new ProgressLine();
  const acceptance = acceptanceOf(options.accepted);
  const states = await statesOf(options);
  const stacks = states.map(({ text }) => readState(text, decryptorOf));
  const connections = new StackConnections(signal, process.env);
  for (const [index, stack] of stacks.entries()) {
    const { name } = states[index] ?? {};
    connections.add(stack, await configurationOf(stack.name, name));
  }
  const comparison = await compare(stacks, connections.of, signal, (done, total) =>
    progress.show("resources", done, total),
  ).finally(() => progress.end());
  const unmanaged =
    options.unmanaged === true
      ? await findUnmanaged(
          connections.all,
          stacks.flatMap(({ resources }) => resources),
          connections.of,
          options.within,
          signal,
        )
      : undefined;
  const report: DriftReport = {
    time: new Date().toISOString(),
    stacks: stacks.map(({ name }, index) => name || (states[index]?.name ?? "an empty stack")),
    ...comparison,
    ...acceptance.judge(
      comparison.drifts,
      stacks.map(({ name }) => name),
      comparison.failures,
    ),
    ...(unmanaged === undefined ? {} : { unmanaged: acceptance.unmanaged(unmanaged.objects) }),
    unmanagedFailures: unmanaged?.failures ?? [],
    unlisted: unmanaged?.unlisted ?? [],
  };
  const text = formats[options.format](report);
  if (options.out === undefined) {
    process.stdout.write(text);
  } else {
    writeFileSync(options.out, text);
  }
  if (options.html !== undefined) {
    writeFileSync(options.html, driftHtml(report));
  }
  const failed = report.failures.length + report.unmanagedFailures.length > 0;
  process.exitCode = failed ? exitCodes.failure : report.drifts.length > 0 ? exitCodes.drift : 0;
}

function acceptanceOf(file: string | undefined): Acceptance {
  const usual = path.relative("", path.join(projectFolder() ?? "", usualAcceptanceFile));
  const place = file ?? (existsSync(usual) ? usual : undefined);
  return place === undefined ? new Acceptance(undefined) : new Acceptance(readFileSync(place, "utf8"), place);
}

/** The texts of the states, and the stack each is of where that was said. */
async function statesOf({ stack, state }: DriftOptions): Promise<{ text: string; name?: string }[]> {
  const files = await Promise.all(
    state.map(async (file) => ({ text: file === "-" ? await readAll(process.stdin) : readFileSync(file, "utf8") })),
  );
  if (stack.length === 0 && files.length > 0) {
    return files;
  }
  // One after the other: the engines lock what they read.
  const named: { text: string; name?: string }[] = [];
  for (const name of stack.length === 0 ? [undefined] : stack) {
    const flags = name === undefined ? [] : ["--stack", name];
    const text = await pulumi(["stack", "export", "--show-secrets", ...flags]);
    named.push({ text, ...(name === undefined ? {} : { name }) });
  }
  return [...named, ...files];
}

/** A stack's own configuration, where its project is at hand. */
async function configurationOf(stack: string, name: string | undefined): Promise<unknown> {
  return name !== undefined || isInProject() ? configuredConnections(name ?? stack.split("/").at(-1)) : undefined;
}

/** A passphrase opens what it has closed; what another service has closed stays encrypted, unless it is exported open. */
function decryptorOf({
  type,
  state,
}: {
  readonly type?: string | null | undefined;
  readonly state?: unknown;
}): Decrypt {
  const { salt } = (state ?? {}) as { salt?: string };
  if (type !== "passphrase" || salt === undefined) {
    return () => undefined;
  }
  let passphrase: string;
  try {
    passphrase = passphraseFromEnvironment(process.env, (file) => readFileSync(file, "utf8"));
  } catch {
    return () => undefined;
  }
  const crypter = PassphraseCrypter.open(salt, passphrase);
  return (ciphertext) => crypter.decrypt(ciphertext);
}
