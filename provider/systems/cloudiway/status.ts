import * as z from "zod";

/**
 * How far a migration is. `other` is work that is not the migration itself, or says nothing about it: a connector that
 * reads groups, a preparation that is done, what Cloudiway does not know.
 */
export type Phase = "notStarted" | "scheduled" | "running" | "stopped" | "finished" | "failed" | "other";

interface Meaning {
  readonly phase: Phase;
  readonly text: string;
}

/** The four statuses of a step of a migration that has its own. */
function step(name: string, what: string, done: Phase = "finished"): Record<string, Meaning> {
  return {
    [`${name}_ERROR`]: { phase: "failed", text: `${what} ended with an error.` },
    [`${name}_SCHEDULED`]: { phase: "scheduled", text: `${what} waits for its turn.` },
    [`${name}_WORKING`]: { phase: "running", text: `${what} is under way.` },
    [`${name}_DONE`]: { phase: done, text: `${what} is done.` },
  };
}

/**
 * Every status of the document's list (seeds/000, "List of statuses"), in its order. The list explains none: the meanings
 * follow the words, and the vendor's help pages where these have them.
 */
const meanings: Readonly<Record<string, Meaning>> = {
  UNKNOWN: {
    phase: "other",
    text: "Cloudiway does not know: an unknown error, or a migration of more than six months ago, whose details are deleted.",
  },
  NOTSTARTED: { phase: "notStarted", text: "The migration has not been started." },
  WORKING: { phase: "running", text: "The migration is under way." },
  ONERROR: { phase: "failed", text: "The migration ended with an error." },
  STOP: { phase: "stopped", text: "The migration was stopped." },
  LICENSE_EXCEEDED: {
    phase: "failed",
    text: "The migration ended because there is no license, or its volume is used up.",
  },
  GET_GROUPS_WORKING: { phase: "other", text: "The groups of a connector are being read." },
  GET_GROUPS_DONE: { phase: "other", text: "The groups of a connector have been read." },
  GET_GROUPS: { phase: "other", text: "The groups of a connector are to be read." },
  GET_GROUPS_ERROR: { phase: "failed", text: "Reading the groups of a connector ended with an error." },
  ARCHIVESCHEDULED: { phase: "scheduled", text: "The archive waits for its turn." },
  EXPORTINPROGRESS: { phase: "running", text: "The export is under way." },
  GET_SITES_AGENT: { phase: "other", text: "An agent reads the sites." },
  AUDIT_SITES_AGENT: { phase: "other", text: "An agent audits the sites." },
  SCHEDULED_SITES_AGENT: { phase: "scheduled", text: "The migration of sites waits for an agent." },
  WAITING_ROOT_SITE: { phase: "scheduled", text: "The migration waits for the root site." },
  ...step("MAILPERMISSIONS", "The migration of mail permissions"),
  ...step("CALENDARPOSTPROCESS", "The post-processing of calendars"),
  ...step("SHAREDMBXPREPROC", "The preparation of the shared mailbox", "other"),
  SCHEDULED_FILES_AGENT: { phase: "scheduled", text: "The migration of files waits for an agent." },
  ...step("MAILROOMEQUIPEMENT", "The migration of rooms and equipment"),
  ...step("GETEXCHANGEGUIDS", "Reading the Exchange GUIDs", "other"),
};

/** The documented words. */
export const statusWords = Object.keys(meanings);

/** The numbers that the document's list gives to its statuses, from LICENSE_EXCEEDED on; those before are illegible. */
const firstNumber = 24;
const numbered = statusWords.slice(statusWords.indexOf("LICENSE_EXCEEDED"));

/** The status of a group, for the inputs and outputs of resources and functions. */
export const status = z.enum(statusWords as [string, ...string[]]).meta({
  typeName: "MigrationStatus",
  description:
    "The status of a group in Cloudiway, by its documented words. A word that is not documented is passed on as it is.",
  valueDescriptions: Object.fromEntries(Object.entries(meanings).map(([word, { text }]) => [word, text])),
});

/**
 * A status as the document writes it, from whatever the system answers: the word, in other letters or with spaces, such as
 * `Not started`, or the number of the list. Any other word is answered as it is.
 */
export function statusOf(answer: string | number): string {
  const text = String(answer).trim();
  if (/^\d+$/.test(text)) {
    return numbered[Number(text) - firstNumber] ?? text;
  }
  const plain = plainOf(text);
  return statusWords.find((word) => plainOf(word) === plain) ?? text;
}

/** What a status says in words; empty for one that is not documented. */
export function meaningOf(word: string): string {
  return meanings[word]?.text ?? "";
}

/** How far a migration with that status is. Words that are not documented are read as the vendor's help pages have them. */
export function phaseOf(word: string): Phase {
  const documented = meanings[word];
  if (documented !== undefined) {
    return documented.phase;
  }
  const plain = plainOf(word);
  const [, phase] = undocumented.find(([pattern]) => pattern.test(plain)) ?? [];
  return phase ?? "other";
}

const undocumented: readonly (readonly [RegExp, Phase])[] = [
  [/ERROR|FAIL|EXCEED|EXPIRED/, "failed"],
  [/STOP|CANCEL/, "stopped"],
  [/SCHEDULED|PENDING|QUEUED/, "scheduled"],
  [/WORKING|INPROGRESS|RUNNING|STARTED/, "running"],
  [/DONE|COMPLETE|FINISHED|SUCCE|MIGRATED/, "finished"],
];

/** Whether that phase is what `started` or `stopped` ask for; `undefined` where it says neither. */
export function migrationIn(phase: Phase): "started" | "stopped" | undefined {
  switch (phase) {
    case "scheduled":
    case "running":
      return "started";
    case "notStarted":
    case "stopped":
    case "failed":
      return "stopped";
    default:
      return undefined;
  }
}

/** A status with its meaning, for messages. */
export function described(word: string): string {
  const meaning = meaningOf(word);
  return meaning === "" ? word : `${word} (${meaning.replace(/\.$/, "")})`;
}

function plainOf(text: string): string {
  return text.toUpperCase().replace(/[^A-Z]/g, "");
}
