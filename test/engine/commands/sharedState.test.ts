import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { hasCli } from "../deploy/engines.ts";
import { Project } from "../deploy/project.ts";
import { CommandLine } from "./commandLine.ts";

const program = `
  const hidden = new pulumi.Config().requireSecret("hidden");
  const a = new Thing("a", { hidden, list: [1, { x: "<&>" }], text: "one\\ntwo" });
  new Book("b", { isbn: "b", title: a.id }, { customTimeouts: { create: "1h" } });
  new Group("group");
  exports.hidden = hidden; exports.deep = { list: [hidden] };`;

/** Needs the Pulumi CLI on the PATH. What the CLI makes and this engine takes over is the handover test's matter. */
describe.skipIf(!hasCli())("the engine and the Pulumi CLI on one folder", () => {
  async function stage(): Promise<{ cli: CommandLine; engine: CommandLine }> {
    const project = await Project.create();
    onTestFinished(() => project.remove());
    await project.program(program);
    return { cli: CommandLine.cli(project), engine: CommandLine.embedded(project) };
  }

  test("the CLI finds what the engine has made, changes it, and the engine finds that", async () => {
    const { cli, engine } = await stage();
    await engine.succeed("stack init dev", "config set --secret hidden geheim", "up --yes --skip-preview");
    await cli.succeed("stack select dev");
    expect(await cli.succeed("config get hidden")).toBe("geheim\n");
    expect(await cli.succeed("stack output hidden --show-secrets")).toBe("geheim\n");
    await cli.succeed("preview --expect-no-changes", "refresh --yes --skip-preview --expect-no-changes");
    await cli.succeed("config set --secret hidden other", "up --yes --skip-preview");
    expect(await engine.succeed("stack output deep --show-secrets")).toBe('{"list":["other"]}\n');
    await engine.succeed("preview --expect-no-changes", "destroy --yes --skip-preview");
    expect(await cli.succeed("stack ls --json")).toContain('"resourceCount": 0');
  });

  test("each respects the other's lock, in the same words", async () => {
    const { cli, engine } = await stage();
    await engine.succeed("stack init dev", "config set --secret hidden geheim");
    await cli.succeed("stack select dev");
    const go = join(engine.project.directory, "go");
    await engine.project.program(`new Thing("a", { wait: ${JSON.stringify(go)} });`);
    const refusals: string[] = [];
    const turns = [
      [engine, cli],
      [cli, engine],
    ] as const;
    for (const [holder, other] of turns) {
      const running = holder.run("up --yes --skip-preview");
      await engine.project.called("create a");
      const { code, output } = await other.run("up --yes --skip-preview");
      expect(code).toBe(1);
      const told = output.split("\n").filter((line) => /locked|created by/.test(line));
      // Some releases of the CLI tell how they opened the folder.
      refusals.push(
        told
          .join("\n")
          .replaceAll(/[-\da-f]{36}|pid \d+|[-\d]{10}T\S+/g, "…")
          .replace("?no_tmp_dir=true", ""),
      );
      await engine.project.write("go", "");
      expect(await running).toMatchObject({ code: 0 });
      rmSync(go);
      await holder.succeed("destroy --yes --skip-preview");
    }
    expect(refusals[0]).toContain("the stack is currently locked by 1 lock(s)");
    expect(refusals[1]).toBe(refusals[0]);
  });

  test("a secret that has not changed keeps the CLI's ciphertext", async () => {
    const { cli, engine } = await stage();
    await cli.succeed("stack init dev", "config set --secret hidden geheim", "up --yes --skip-preview");
    const file = join(engine.project.directory, "home/.pulumi/stacks/things/dev.json");
    const ciphertexts = () =>
      [...readFileSync(file, "utf8").matchAll(/"ciphertext":"([^"]+)"/g)].map(([, text]) => text);
    const before = new Set(ciphertexts());
    expect(before.size).toBeGreaterThan(0);
    await engine.succeed("refresh --yes --skip-preview");
    expect(existsSync(`${file}.bak`)).toBe(true);
    expect(ciphertexts().filter((text) => !before.has(text))).toEqual([]);
  });
});
