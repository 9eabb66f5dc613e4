import { expect, test } from "vitest";
import { CliEngine, EmbeddedEngine, type Engine, hasCli } from "./engines.ts";
import { Project } from "./project.ts";

/** What a scenario is told in: the project and the engine that runs it. */
export interface Stage {
  readonly project: Project;
  readonly engine: Engine;
}

/**
 * A test that runs on the embedded engine; where the Pulumi CLI is on the PATH it runs there as well, and must come out
 * the same: the same steps, the same problems, the same state after each run.
 */
export function scenario(name: string, story: (stage: Stage) => Promise<void>): void {
  test(name, { timeout: 300_000 }, async () => {
    const embedded = await record((project) => new EmbeddedEngine(project), story);
    if (hasCli()) {
      const cli = await record((project) => new CliEngine(project), story);
      expect(embedded).toEqual(cli);
    }
  });
}

async function record(
  engineOf: (project: Project) => Engine,
  story: (stage: Stage) => Promise<void>,
): Promise<unknown[]> {
  const project = await Project.create();
  const runs: unknown[] = [];
  try {
    const engine = engineOf(project);
    await story({
      project,
      engine: {
        name: engine.name,
        state: () => engine.state(),
        async run(kind, options) {
          const run = await engine.run(kind, options);
          const state = await engine.state();
          // Where the project is, is no part of the comparison.
          const text = JSON.stringify({ kind, ...run, output: [...run.output].sort(), state });
          runs.push(JSON.parse(text.replaceAll(project.directory, "")));
          return run;
        },
      },
    });
  } finally {
    await project.remove();
  }
  return runs;
}
