import { readFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import * as z from "zod";
import type { ImportRequest } from "../deploy/options.ts";
import { makeUrn, parseUrn, stackType } from "../deploy/urn.ts";
import type { Stack } from "../state/stack.ts";
import { CommandError } from "./commandError.ts";
import { addConfirmationOptions, addDisplayOptions, type DeployOptions, deploy } from "./deploy.ts";
import { optionsOf, stackOf } from "./target.ts";

interface ImportOptions extends DeployOptions {
  readonly file?: string;
  readonly parent?: string;
  readonly provider?: string;
  readonly protect: boolean;
}

/** The CLI's import file, as far as the embedded engine goes along: what else stands in it is an error. */
const importFile = z.strictObject({
  nameTable: z.record(z.string(), z.string()).default({}),
  resources: z
    .array(
      z.strictObject({
        type: z.string(),
        name: z.string(),
        id: z.string(),
        parent: z.string().optional(),
        provider: z.string().optional(),
        version: z.string().optional(),
      }),
    )
    .default([]),
});

type ImportFile = z.output<typeof importFile>;

/** `import TYPE NAME ID` and `import --file FILE`. It adopts, and writes no code: the program declares what was adopted. */
export function importCommand(): Command {
  const command = new Command("import")
    .description("Takes objects that exist into the stack; the program must declare them next.")
    .argument("[type]", "the type token, such as groupware:barium:Group")
    .argument("[name]", "the name that the program gives to the resource")
    .argument("[id]", "the ID of the object")
    .option("-f, --file <file>", "the resources to import, in the CLI's own JSON")
    .option("--parent <name=urn>", "the parent of the resource")
    .option("--provider <name=urn>", "the explicit provider of the resource")
    .option("--protect [true|false]", "protects what is imported", (text) => text !== "false", true)
    .option("--generate-code <false>", "the embedded engine writes no code", (text) => {
      if (text !== "false") {
        throw new CommandError("the embedded engine writes no code: leave --generate-code out, or set it to false");
      }
    });
  return addConfirmationOptions(addDisplayOptions(command), "--skip-preview").action(async (type, name, id) => {
    const options = optionsOf<ImportOptions>(command);
    const stack = stackOf(options);
    const file = options.file === undefined ? single({ type, name, id }, options) : read(options.file, options);
    await deploy("import", options, stack, requestsOf(file, stack, options.protect));
  });
}

function single(
  resource: { readonly type?: string; readonly name?: string; readonly id?: string },
  { parent, provider }: ImportOptions,
): ImportFile {
  const { type, name, id } = resource;
  if (type === undefined || name === undefined || id === undefined) {
    throw new CommandError("an import needs a type, a name and an ID, or --file");
  }
  const named = [parent, provider].map((pair) => pair?.split(/=(.*)/s, 2) as [string, string] | undefined);
  const [inside, through] = named.map((pair) => pair?.[0]);
  return {
    nameTable: Object.fromEntries(named.filter((pair) => pair !== undefined)),
    resources: [{ type, name, id, parent: inside, provider: through }],
  };
}

function read(file: string, { cwd }: ImportOptions): ImportFile {
  const place = path.resolve(cwd ?? ".", file);
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(place, "utf8"));
  } catch (error) {
    throw new CommandError(`could not read import file: ${(error as Error).message}`);
  }
  const result = importFile.safeParse(parsed);
  if (!result.success) {
    throw new CommandError(
      `${file} is no import file that the embedded engine can use:\n${z.prettifyError(result.error)}`,
    );
  }
  return result.data;
}

function requestsOf({ nameTable, resources }: ImportFile, stack: Stack, protect: boolean): ImportRequest[] {
  const project = stack.project.name;
  const root = makeUrn(stack.name, project, "", stackType, `${project}-${stack.name}`);
  const urnOf = (name: string, of: string, seen: readonly string[] = []): string => {
    const listed = resources.find((resource) => resource.name === name);
    if (nameTable[name] !== undefined || listed === undefined || seen.includes(name)) {
      const urn = nameTable[name];
      if (urn === undefined) {
        throw new CommandError(
          `${of} names ${JSON.stringify(name)}, which stands neither in the name table nor in the list`,
        );
      }
      return urn;
    }
    const parent = listed.parent === undefined ? root : urnOf(listed.parent, listed.name, [...seen, name]);
    return makeUrn(stack.name, project, parseUrn(parent).qualifiedType, listed.type, listed.name);
  };
  return resources.map(({ type, name, id, parent, provider, version }) => ({
    type,
    name,
    id,
    protect,
    ...(parent === undefined ? {} : { parent: urnOf(parent, name) }),
    ...(provider === undefined ? {} : { provider: urnOf(provider, name) }),
    ...(version === undefined ? {} : { version }),
  }));
}
