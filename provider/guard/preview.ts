import * as z from "zod";

const state = z.looseObject({
  type: z.string(),
  inputs: z.record(z.string(), z.unknown()).optional(),
  delete: z.boolean().optional(),
  external: z.boolean().optional(),
  retainOnDelete: z.boolean().optional(),
});

const document = z.looseObject({
  steps: z
    .array(z.looseObject({ op: z.string(), urn: z.string(), oldState: state.nullish(), newState: state.nullish() }))
    .nullish(),
  diagnostics: z.array(z.looseObject({ message: z.string(), severity: z.string() })).nullish(),
  changeSummary: z.record(z.string(), z.number()).nullish(),
});

type Document = z.output<typeof document>;

/** What `pulumi preview --json` prints, on the CLI and on the embedded engine. */
export interface Preview {
  readonly steps: readonly PreviewStep[];
  readonly changes: Readonly<Record<string, number>>;
}

/** One step of a preview. */
export type PreviewStep = NonNullable<Document["steps"]>[number];

/**
 * Reads the JSON of a preview.
 * @throws when it is none, or when the preview failed: the steps that it did not come to are missing then, and what is
 * missing is not harmless.
 */
export function readPreview(text: string): Preview {
  if (text.trim() === "") {
    throw new Error("there is nothing to read: the preview failed, or was run without --json.");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(
      "this is not the one JSON document that `pulumi preview --json` prints. " +
        "Unset PULUMI_ENABLE_STREAMING_JSON_PREVIEW, and let nothing else write to standard output.",
    );
  }
  const result = document.safeParse(value);
  if (!result.success || (result.data.steps ?? undefined) === undefined) {
    throw new Error("this JSON is no preview: it has no list of steps. It is what `pulumi preview --json` prints.");
  }
  const { steps, diagnostics, changeSummary } = result.data;
  const [failure] = (diagnostics ?? []).filter(({ severity }) => severity === "error");
  if (failure !== undefined) {
    throw new Error(`the preview failed, so it does not show all that a run would do: ${failure.message.trim()}`);
  }
  return { steps: steps ?? [], changes: changeSummary ?? {} };
}
