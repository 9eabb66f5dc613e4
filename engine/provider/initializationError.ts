import type { PropertyMap } from "../property/value.ts";

/** The object is there, but not in order: its state is kept, and the operation counts as failed. */
export class InitializationError extends Error {
  readonly id: string;
  readonly outputs: PropertyMap;
  readonly inputs: PropertyMap | undefined;
  readonly reasons: readonly string[];

  constructor(id: string, outputs: PropertyMap, inputs: PropertyMap | undefined, reasons: readonly string[]) {
    const count = reasons.length === 1 ? "1 error" : `${reasons.length} errors`;
    super(
      reasons.length === 0
        ? "resource init failed"
        : `${count} occurred:\n${reasons.map((reason) => `\t* ${reason}\n`).join("")}\n`,
    );
    this.name = "InitializationError";
    this.id = id;
    this.outputs = outputs;
    this.inputs = inputs;
    this.reasons = reasons;
  }
}
