import type { Emulator } from "../../emulator/index.ts";
import type { Declared } from "../support/testStack.ts";

/** Where an object is in the emulator. */
export interface Place {
  readonly system: string;
  readonly scope: string;
  readonly id: string;
}

/** A change behind the provider's back: a field of the wire and its value, or whatever else it takes. */
export type OutsideChange =
  | { readonly field: string; readonly value: unknown }
  | ((emulator: Emulator, place: Place) => void);

/**
 * What the suites over all definitions need to know of one resource: sample values, and the names of the wire. Texts of
 * the form `${name.output}` refer to what the sample needs.
 */
export interface Sample {
  readonly type: string;
  /** Makes in the emulator what no resource can declare, such as the domain of a group. */
  prepare?(emulator: Emulator): void;
  /** Valid inputs with every property. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Objects that must be there first. The same name means the same object in all samples of a system. */
  readonly needs?: readonly Declared[];
  /** Another valid value for each property; those whose change is asked of the API. */
  readonly changed: Readonly<Record<string, unknown>>;
  /** How each property that can be read is changed behind the provider's back. */
  readonly wire: Readonly<Record<string, OutsideChange>>;
  /** What must go along with a change of a property, because it belongs to the old value. */
  readonly along?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /**
   * What of `inputs` must be different in another object called `name`. By default the last part of the natural key gets
   * the name at its end.
   */
  another?(name: string, inputs: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** How many objects of the emulator appear with one; 1 by default. An action makes none. */
  readonly objects?: number;
  /** Properties of `wire` that an import does not take over, because nobody has declared them yet. */
  readonly notImported?: readonly string[];
  /** How many objects of the emulator come back when all changes of `wire` are healed; none by default. */
  readonly healed?: number;
  /** Of an action: the call of the emulator that carries it out. */
  readonly endpoint?: string;
  /** Of an action: the calls that carry it out for other inputs. */
  readonly otherEndpoints?: readonly string[];
  /** The scope of the emulator whose objects nothing deletes; they do not count. */
  readonly undeletable?: string;
  /** Of an action whose call may be for many at once: how often it was carried out. By default the calls are counted. */
  timesDone?(emulator: Emulator): number;
  /**
   * Where the object is, from its Pulumi ID; what stands for many objects is where one of them is. Of no use for an
   * action.
   */
  locate(id: string, emulator: Emulator): Place;
}

/** The parts of a Pulumi ID. */
export function partsOf(id: string): string[] {
  return id.split("/").map(decodeURIComponent);
}

/** Makes a change behind the provider's back. */
export function changeOutside(emulator: Emulator, place: Place, change: OutsideChange): void {
  if (typeof change === "function") {
    change(emulator, place);
  } else {
    emulator.change({ ...place, set: { [change.field]: change.value } });
  }
}
