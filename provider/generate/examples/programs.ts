import type { SystemExamples } from "./examples.ts";

const header = (mark: string) => `${mark} Written from examples/yaml by \`npm run generate\`. Do not edit.\n`;

/** The examples of all systems as programs: a file for each system, and one that runs them all. */
export function examplePrograms(examples: ReadonlyMap<string, SystemExamples>): Map<string, string> {
  const files = new Map<string, string>();
  const written = [...examples].filter(([, { isEmpty }]) => !isEmpty);
  for (const [system, of] of written) {
    const { typescript, python } = of.program();
    files.set(`examples/typescript/${system}.ts`, `${header("//")}${typescript}`);
    files.set(`examples/python/${system}_examples.py`, `${header("#")}${python}`);
  }
  const names = written.map(([system]) => system);
  files.set(
    "examples/typescript/index.ts",
    `${header("//")}${names.map((system) => `import "./${system}";\n`).join("")}`,
  );
  files.set(
    "examples/python/__main__.py",
    `${header("#")}${names.map((system) => `import ${system}_examples  # noqa: F401\n`).join("")}`,
  );
  return files;
}
