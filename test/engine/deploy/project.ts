import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** How long nothing is looked at while something is waited for, in milliseconds. */
const pause = 10;

const repository = resolve(import.meta.dirname, "../../..");

/**
 * The objects that exist, for providers in several processes: each in a file of its own, and always whole, so that none
 * reads what another has half written.
 */
const store = (directory: string) => `
const fs = require("node:fs");
const path = require("node:path");
const folder = ${JSON.stringify(join(directory, "objects"))};
const place = (id) => path.join(folder, encodeURIComponent(id));
exports.get = (id) => (fs.existsSync(place(id)) ? JSON.parse(fs.readFileSync(place(id), "utf8")) : undefined);
exports.set = (id, object) => {
  const draft = path.join(${JSON.stringify(directory)}, "draft-" + process.pid);
  fs.writeFileSync(draft, JSON.stringify(object));
  fs.renameSync(draft, place(id));
};
exports.remove = (id) => fs.rmSync(place(id), { force: true });
`;

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
const store = require("./store");
const log = ${JSON.stringify(join(directory, "calls.log"))};
const told = (line) => fs.appendFileSync(log, line + "\\n");
const own = ({ __provider, ...rest }) => rest;
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
    store.set(id, own(inputs));
    halfMade("create", id, inputs);
    return { id, outs: { ...inputs, size: 1 } };
  },
  async update(id, olds, news) {
    told("update " + news.name);
    failing("update", news);
    halfMade("update", id, news);
    store.set(id, own(news));
    return { outs: { ...news, size: 1 } };
  },
  async read(id, props) {
    failing("read", props);
    const object = store.get(id);
    if (object === undefined) return { id: "", props: {} };
    return { id, props: { ...props, ...object, size: 1 }, inputs: object };
  },
  async delete(id, props) {
    told("delete " + id);
    failing("delete", props);
    store.remove(id);
  },
};
exports.handler = () => {
  fs.writeFileSync(${JSON.stringify(join(directory, "provider.pid"))}, String(process.pid));
  return provider;
};

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
exports.Book = class extends pulumi.CustomResource {
  constructor(name, args, options) {
    super("shelf:index:Book", name, { place: undefined, code: undefined, ...args }, options);
  }
};
exports.Shelf = class extends pulumi.ProviderResource {
  constructor(name, args, options) {
    super("shelf", name, args, options);
  }
};
`;

/**
 * A provider plugin, `shelf`, for `shelf:index:Book` and `shelf:index:find`, over gRPC. It knows secrets and previews,
 * tells differences by path, and heeds the provider's `prefix`. A book's `isbn` replaces.
 */
const shelf = (directory: string) => `
const fs = require("node:fs");
const grpc = require("@grpc/grpc-js");
const empty = require("google-protobuf/google/protobuf/empty_pb");
const struct = require("google-protobuf/google/protobuf/struct_pb");
const messages = require("@pulumi/pulumi/proto/provider_pb");
const services = require("@pulumi/pulumi/proto/provider_grpc_pb");
const plugins = require("@pulumi/pulumi/proto/plugin_pb");
const store = require("../store");
const log = ${JSON.stringify(join(directory, "calls.log"))};
const told = (line) => fs.appendFileSync(log, line + "\\n");
const wire = (map) => struct.Struct.fromJavaScript(map);
const secret = (value) => ({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value });
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
let prefix = "";
const outputs = (inputs, id) => ({ ...inputs, place: prefix + id, code: secret("code of " + id) });
const answer = (handle) => (call, callback) => {
  try { callback(null, handle(call.request)); } catch (error) { callback({ code: grpc.status.UNKNOWN, details: error.message }); }
};
const service = {
  getPluginInfo: answer(() => new plugins.PluginInfo().setVersion("1.2.3")),
  configure: answer((request) => {
    prefix = request.getArgs().toJavaScript().prefix ?? "";
    return new messages.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
  }),
  check: answer((request) => new messages.CheckResponse().setInputs(request.getNews())),
  diff: answer((request) => {
    const olds = request.getOldInputs().toJavaScript();
    const news = request.getNews().toJavaScript();
    const response = new messages.DiffResponse().setHasdetaileddiff(true).setChanges(messages.DiffResponse.DiffChanges.DIFF_NONE);
    for (const name of new Set([...Object.keys(olds), ...Object.keys(news)])) {
      if (JSON.stringify(olds[name]) === JSON.stringify(news[name])) continue;
      const kinds = messages.PropertyDiff.Kind;
      const kind = name === "isbn" ? kinds.UPDATE_REPLACE : olds[name] === undefined ? kinds.ADD : news[name] === undefined ? kinds.DELETE : kinds.UPDATE;
      response.getDetaileddiffMap().set(name, new messages.PropertyDiff().setKind(kind).setInputdiff(true));
      response.setChanges(messages.DiffResponse.DiffChanges.DIFF_SOME);
      response.addDiffs(name);
      if (name === "isbn") response.addReplaces(name);
    }
    return response;
  }),
  create: answer((request) => {
    const inputs = request.getProperties().toJavaScript();
    if (request.getPreview()) return new messages.CreateResponse().setProperties(wire({ ...inputs, place: unknown, code: unknown }));
    told("create " + inputs.isbn + " within " + request.getTimeout());
    store.set(inputs.isbn, inputs);
    return new messages.CreateResponse().setId(inputs.isbn).setProperties(wire(outputs(inputs, inputs.isbn)));
  }),
  read: answer((request) => {
    const object = store.get(request.getId());
    if (object === undefined) return new messages.ReadResponse();
    return new messages.ReadResponse().setId(request.getId()).setInputs(wire(object)).setProperties(wire(outputs(object, request.getId())));
  }),
  update: answer((request) => {
    const inputs = request.getNews().toJavaScript();
    if (!request.getPreview()) { told("update " + request.getId()); store.set(request.getId(), inputs); }
    return new messages.UpdateResponse().setProperties(wire(outputs(inputs, request.getId())));
  }),
  delete: answer((request) => {
    told("delete " + request.getId());
    store.remove(request.getId());
    return new empty.Empty();
  }),
  invoke: answer((request) => {
    const { isbn } = request.getArgs().toJavaScript();
    if (isbn === "") return new messages.InvokeResponse().addFailures(new messages.CheckFailure().setProperty("isbn").setReason("must not be empty"));
    const object = store.get(isbn);
    if (object === undefined) throw new Error("no book " + isbn);
    return new messages.InvokeResponse().setReturn(wire({ title: object.title, place: prefix + isbn }));
  }),
};
const server = new grpc.Server();
server.addService(services.ResourceProviderService, service);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (_, port) => console.log(String(port)));
`;

/** A project in a folder of its own, with a world for its things. */
export class Project {
  readonly name = "things";
  readonly directory: string;
  /** How much of the log of calls was seen. */
  #seen = 0;

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
      "name: things\nruntime:\n  name: nodejs\n  options:\n    typescript: false\nplugins:\n  providers:\n    - name: shelf\n      path: ./shelf\n",
    );
    await mkdir(join(directory, "shelf"));
    await project.write("shelf/PulumiPlugin.yaml", "runtime: nodejs\n");
    await project.write("shelf/package.json", JSON.stringify({ name: "shelf", version: "1.2.3", main: "index.js" }));
    await project.write("shelf/index.js", shelf(directory));
    await mkdir(join(directory, "objects"));
    await project.write("store.js", store(directory));
    await project.write("world.js", world(directory));
    return project;
  }

  /** Sets the program: what it does with `Thing`, `Group` and `pulumi`; its exports are the stack's outputs. */
  async program(text: string): Promise<void> {
    await this.write("index.js", `const { Thing, Group, Book, Shelf, pulumi } = require("./world");\n${text}\n`);
  }

  async write(file: string, text: string): Promise<void> {
    await writeFile(join(this.directory, file), text);
  }

  /** What the provider was asked to do since the last time, the comparisons aside. */
  async calls(): Promise<string[]> {
    const text = await readFile(join(this.directory, "calls.log"), "utf8").catch(() => "");
    const lines = text.slice(this.#seen).split("\n").slice(0, -1);
    this.#seen = text.lastIndexOf("\n") + 1;
    return lines.filter((line) => !line.startsWith("diff "));
  }

  /** Waits until the provider is asked for something. */
  async called(call: string): Promise<void> {
    while (!(await this.calls()).includes(call)) {
      await sleep(pause);
    }
  }

  /** The objects that exist, by ID. */
  async objects(): Promise<Record<string, Record<string, unknown>>> {
    const folder = join(this.directory, "objects");
    const files = (await readdir(folder)).sort();
    return Object.fromEntries(
      await Promise.all(
        files.map(async (file) => [decodeURIComponent(file), JSON.parse(await readFile(join(folder, file), "utf8"))]),
      ),
    );
  }

  /** Changes the objects behind the engine's back. */
  async tamper(change: (objects: Record<string, Record<string, unknown>>) => void): Promise<void> {
    const objects = await this.objects();
    const before = Object.keys(objects);
    change(objects);
    const file = (id: string) => join("objects", encodeURIComponent(id));
    await Promise.all([
      ...Object.entries(objects).map(([id, object]) => this.write(file(id), JSON.stringify(object))),
      ...before.filter((id) => !(id in objects)).map((id) => rm(join(this.directory, file(id)))),
    ]);
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}
