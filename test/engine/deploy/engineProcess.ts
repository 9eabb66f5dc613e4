/**
 * Runs an update of the project in the folder given as the argument and writes the state to `state.json` there, each
 * time that the engine saves; for a test that kills it.
 */
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runDeployment } from "../../../engine/deploy/index.ts";
import { EmbeddedEngine } from "./engines.ts";
import { Project } from "./project.ts";

const directory = process.argv[2] as string;
const engine = new EmbeddedEngine(Project.at(directory));
const file = join(directory, "state.json");
await runDeployment({
  ...engine.options(),
  kind: "update",
  config: {},
  secretConfigKeys: [],
  async save(snapshot) {
    writeFileSync(`${file}.new`, JSON.stringify(snapshot()));
    renameSync(`${file}.new`, file);
  },
});
