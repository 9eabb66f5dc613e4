import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const repository = resolve(import.meta.dirname, "../../..");

/**
 * What the programs of these tests have: a `Thing`, whose provider keeps its objects in a file and does what its
 * inputs ask for, and a `Group`, a component.
 *
 * - `key` replaces (a new object first), `slot` replaces (the old object is deleted first), the rest is updated;
 * - `fail` names a method that fails, `half` one that leaves a half-made object;
 * - `wait` is a file that a creation waits for, `beside` how many creations must be under way at once.
 */
const world = (directory: string) => `
const fs = require("node:fs");
const path = require("node:path");
const pulumi = require("@pulumi/pulumi");
const file = ${JSON.stringify(join(directory, "objects.json"))};
const log = ${JSON.stringify(join(directory, "calls.log"))};
const load = () => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {});
const change = (f) => { const objects = load(); const result = f(objects); fs.writeFileSync(file, JSON.stringify(objects)); return result; };
const told = (line) => fs.appendFileSync(log, line + "\\n");
const own = ({ __provider, ...rest }) => rest;
fs.writeFileSync(${JSON.stringify(join(directory, "provider.pid"))}, String(process.pid));
let creating = 0;
let most = 0;

function failing(method, inputs) {
  if (inputs.fail === method) throw new Error(method + " of " + inputs.name + " failed:\\n  all of it");
}
function halfMade(method, id, inputs) {
  if (inputs.half !== method) return;
  const error = new Error(method + " of " + inputs.name + " stopped half-way");
  throw Object.assign(error, { id, properties: { ...inputs, half: "made" }, reasons: ["not ready", "not well"] });
}
async function until(condition) {
  for (let turn = 0; !condition(); turn++) {
    if (turn > 6000) throw new Error("waited too long");
    await new Promise((done) => setTimeout(done, 10));
  }
}

const provider = {
  async check(olds, news) {
    const failures = typeof news.value === "boolean" ? [{ property: "value", reason: "must not be a boolean" }] : [];
    return { inputs: { mode: "normal", ...news }, failures };
  },
  async diff(id, olds, news) {
    told("diff " + olds.name);
    const same = JSON.stringify(Object.entries(own(news)).sort()) === JSON.stringify(Object.entries(own(olds)).filter(([name]) => name !== "size").sort());
    const replaces = ["key", "slot"].filter((name) => JSON.stringify(olds[name]) !== JSON.stringify(news[name]));
    return { ...(same && { changes: false }), replaces, deleteBeforeReplace: replaces.includes("slot") };
  },
  async create(inputs) {
    failing("create", inputs);
    creating++;
    most = Math.max(most, creating);
    told("create " + inputs.name);
    if (inputs.beside) await until(() => most >= inputs.beside);
    if (inputs.wait) await until(() => fs.existsSync(inputs.wait));
    creating--;
    const id = inputs.name + "-" + inputs.key + "-" + (inputs.slot ?? "");
    change((objects) => { objects[id] = own(inputs); });
    halfMade("create", id, inputs);
    return { id, outs: { ...inputs, size: 1 } };
  },
  async update(id, olds, news) {
    told("update " + news.name);
    failing("update", news);
    halfMade("update", id, news);
    change((objects) => { objects[id] = own(news); });
    return { outs: { ...news, size: 1 } };
  },
  async read(id, props) {
    failing("read", props);
    const object = load()[id];
    if (object === undefined) return { id: "", props: {} };
    return { id, props: { ...props, ...object, size: 1 }, inputs: object };
  },
  async delete(id, props) {
    told("delete " + id);
    failing("delete", props);
    change((objects) => { delete objects[id]; });
  },
};
exports.handler = () => provider;

exports.pulumi = pulumi;
exports.Thing = class extends pulumi.CustomResource {
  constructor(name, args, options) {
    const text = "exports.handler = () => require(" + ${JSON.stringify(JSON.stringify(join(directory, "world.js")))} + ").handler();";
    super("pulumi-nodejs:dynamic:Resource", name, { __provider: text, size: undefined, name, key: "1", ...args }, options);
  }
};
exports.Group = class extends pulumi.ComponentResource {
  constructor(name, options, outputs = {}) {
    super("test:index:Group", name, {}, options);
    this.registerOutputs(outputs);
  }
};
`;

/** A project in a folder of its own, with a world for its things. */
export class Project {
  readonly name = "things";
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** One that another process has made. */
  static at(directory: string): Project {
    return new Project(directory);
  }

  static async create(): Promise<Project> {
    const directory = await realpath(await mkdtemp(join(tmpdir(), "engine-")));
    const project = new Project(directory);
    await mkdir(join(directory, "home"));
    await symlink(join(repository, "node_modules"), join(directory, "node_modules"));
    await project.write("package.json", JSON.stringify({ name: "things", main: "index.js" }));
    await project.write(
      "Pulumi.yaml",
      "name: things\nruntime:\n  name: nodejs\n  options:\n    typescript: false\nbackend:\n  url: file://./home\n",
    );
    await project.write("world.js", world(directory));
    return project;
  }

  /** Sets the program: what it does with `Thing`, `Group` and `pulumi`; its exports are the stack's outputs. */
  async program(text: string): Promise<void> {
    await this.write("index.js", `const { Thing, Group, pulumi } = require("./world");\n${text}\n`);
  }

  async write(file: string, text: string): Promise<void> {
    await writeFile(join(this.directory, file), text);
  }

  /** What the provider was asked to do since the last time, the comparisons aside. */
  async calls(): Promise<string[]> {
    const text = await readFile(join(this.directory, "calls.log"), "utf8").catch(() => "");
    await this.write("calls.log", "");
    return text.split("\n").filter((line) => line !== "" && !line.startsWith("diff "));
  }

  /** The objects that exist, by ID. */
  async objects(): Promise<Record<string, Record<string, unknown>>> {
    const text = await readFile(join(this.directory, "objects.json"), "utf8").catch(() => "{}");
    return JSON.parse(text) as Record<string, Record<string, unknown>>;
  }

  /** Changes the objects behind the engine's back. */
  async tamper(change: (objects: Record<string, Record<string, unknown>>) => void): Promise<void> {
    const objects = await this.objects();
    change(objects);
    await this.write("objects.json", JSON.stringify(objects));
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}
