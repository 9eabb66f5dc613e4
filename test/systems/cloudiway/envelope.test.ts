import { describe, expect, it } from "vitest";
import * as z from "zod";
import { answerOf, errorIn, parseBody } from "../../../provider/systems/cloudiway/envelope.ts";
import {
  hasLicense,
  isInBatch,
  isMissing,
  isSoAlready,
  lacksLicense,
  RefusedError,
} from "../../../provider/systems/cloudiway/refusedError.ts";
import { described, migrationIn, phaseOf, statusOf, statusWords } from "../../../provider/systems/cloudiway/status.ts";

describe("an answer that is almost JSON", () => {
  it.each([
    ['{"hasError":false, "response": User scheduled }', "User scheduled"],
    ['{"hasError":false, "response": User stopped}', "User stopped"],
    ['{"hasError":false, "response": License assigned}', "License assigned"],
    ['{"hasError":false, "response": GetGroups started}', "GetGroups started"],
    ['{"hasError":false, "response": User added to batch “myBatchName”}', "User added to batch “myBatchName”"],
    ['{"hasError":false, "response": User added to batch "myBatchName"}', 'User added to batch "myBatchName"'],
    ['{"hasError": false, , "response":User updated}', "User updated"],
    ['{ "basError":false , "response": Batch myBatch deleted }', "Batch myBatch deleted"],
    [
      '{"hasError":false, "response" : "c0d9b808-965e-4d80-9230-XXXXXXXXXXXXXXXX " }',
      "c0d9b808-965e-4d80-9230-XXXXXXXXXXXXXXXX ",
    ],
    [
      '{"hasError":false,"response":{"id:"2297,"batchName":"CIW_Test","customerld":9999,"nbGroups":0}}',
      { id: 2297, batchName: "CIW_Test", customerld: 9999, nbGroups: 0 },
    ],
    [
      '{"hasError":false,"response":[{"sourceGroupName":"a","sourceGroupURL":mySourceGroupURL},{"sourceGroupURL":https://x/y}]}',
      [{ sourceGroupName: "a", sourceGroupURL: "mySourceGroupURL" }, { sourceGroupURL: "https://x/y" }],
    ],
  ])("is read as it is meant: %s", (text, response) => {
    expect(answerOf(z.unknown()).parse(parseBody(text))).toEqual({ response });
  });

  it.each([
    ['{"hasError":True": The group does not exist}', "The group does not exist"],
    ['{"hasError":true, "response": No, that is wrong: {x} }', "No, that is wrong: {x}"],
    ['{"hasError":"True","error":"words"}', "words"],
    ['{"hasError":true,"response":"words"}', "words"],
    ['{"hasError":true}', "an error, without a word"],
    ['{"HasError":true,"Message":1,"Response":"words"}', "words"],
  ])("tells its error: %s", (text, words) => {
    expect(errorIn(parseBody(text))).toBe(words);
  });

  it("is an error when it is cut off, wherever that is", () => {
    for (const whole of [
      '{"hasError":false,"response":[{"sourceGroupName":"a","sourceGroupURL":"/a"},{"sourceGroupName":"b"}]}',
      '{"hasError":false,"response":[{"sourceGroupName":"a","sourceGroupURL":x},{"sourceGroupName":y}]}',
      '{"hasError":false,"response":{"id:"2297,"batchName":"CIW_Test","nbGroups":0}}',
      '{"hasError":false, "response": User scheduled }',
    ]) {
      for (let length = 1; length < whole.length; length++) {
        expect(() => parseBody(whole.slice(0, length)), whole.slice(0, length)).toThrow(SyntaxError);
      }
    }
  });
});

it("takes only the word that a group or batch does not exist for that", () => {
  for (const words of [
    "Group not found: x",
    "The batch does not exist.",
    "No such group",
    "User could not be found",
    "Invalid migrationTag",
    "Unknown batch",
    "Batch unknown: …",
    "Could not find the group",
    "The group no longer exists",
    "Group not found in this project",
  ]) {
    expect(isMissing(words), words).toBe(true);
  }
  for (const words of [
    "Consumer key not found",
    "Customer does not exist",
    "Source connector not found: x",
    "The project was not found",
    "Authentication failed: user not found",
    "API not found",
    "No such call: GET /groups/x/get",
    "Internal error",
    "License exceeded",
    "Could not find the connector of the group",
    "Invalid user or password",
  ]) {
    expect(isMissing(words), words).toBe(false);
  }
});

it("tells that no license is left from that there is one already, and from any other trouble", () => {
  for (const words of [
    "License exceeded",
    "No license available",
    "No more group licenses",
    "You do not have enough licenses",
    "All licenses are already assigned",
  ]) {
    expect([lacksLicense(words), hasLicense(words)], words).toEqual([true, false]);
  }
  expect([lacksLicense("License already assigned"), hasLicense("License already assigned")]).toEqual([false, true]);
  for (const words of ["Group not found", "The license server is unavailable", "License could not be assigned"]) {
    expect([lacksLicense(words), hasLicense(words)], words).toEqual([false, false]);
  }
});

it("tells that what is to run does so already", () => {
  expect(
    ["User is scheduled already", "Already started", "Batch … is running"].map((words) => isSoAlready(words, true)),
  ).toEqual([true, true, true]);
  expect(
    ["User is not started", "Already stopped", "Batch … is stopped"].map((words) => isSoAlready(words, false)),
  ).toEqual([true, true, true]);
  expect(["License exceeded", "User has an error already"].map((words) => isSoAlready(words, true))).toEqual([
    false,
    false,
  ]);
});

describe("a refusal", () => {
  const refusal = (words: string, ...sent: string[]) => new RefusedError(words, sent, "groupware:connections.x");

  it("is read without the names that were sent, which may be any words", () => {
    expect(isMissing(refusal("Group not found: project customers", "Project Customers").reason)).toBe(true);
    expect(isMissing(refusal("Batch busy: not found yet", "Not found yet").reason)).toBe(false);
    expect(refusal("Batch busy: sessions", "sessions").message).toBe("Cloudiway says: Batch busy: sessions.");
    expect(refusal("Unknown consumer key", "key").message).toContain("Check groupware:connections.x.consumerKey");
    expect(isMissing(refusal("Group not found: a", "a", "").reason)).toBe(true);
  });

  it("says whether a group is in this batch already, and not in another one", () => {
    const is = (words: string, batchName: string) => isInBatch(refusal(words, batchName), batchName);
    for (const words of [
      "User is already in batch “wave”",
      "User is already in batch wave.",
      'Already a member of "Wave"',
      "Batch wave already contains the group",
      "The group is in this batch already",
    ]) {
      expect(is(words, "wave"), words).toBe(true);
    }
    for (const words of [
      "User is already in batch “wave 2”",
      "User is already in batch wave 2",
      "User is already in batch second wave",
      "User is already in a batch",
      "Batch wave is locked",
    ]) {
      expect(is(words, "wave"), words).toBe(false);
    }
  });
});

describe("a status", () => {
  it("is each of the document's 37 words, by word, number or in other letters", () => {
    expect(statusWords).toHaveLength(37);
    expect(statusOf("WORKING")).toBe("WORKING");
    expect(statusOf("Not started ")).toBe("NOTSTARTED");
    expect(statusOf("License exceeded")).toBe("LICENSE_EXCEEDED");
    expect(statusOf(24)).toBe("LICENSE_EXCEEDED");
    expect(statusOf("55")).toBe("GETEXCHANGEGUIDS_DONE");
    expect(statusOf(3)).toBe("3");
    for (const word of statusWords) {
      expect(described(word)).toMatch(/^[A-Z_]+ \(.+\)$/);
    }
  });

  it("that is not documented is passed on, and read by its words", () => {
    expect(statusOf("Something New")).toBe("Something New");
    expect(["Something New", "Completed", "Pending", "In progress", "Failed", "Cancelled"].map(phaseOf)).toEqual([
      "other",
      "finished",
      "scheduled",
      "running",
      "failed",
      "stopped",
    ]);
  });

  it("says whether a migration is started or stopped, or neither", () => {
    const byMigration = (wanted: string | undefined) =>
      statusWords.filter((word) => migrationIn(phaseOf(word)) === wanted);
    expect(byMigration("stopped")).toEqual(
      expect.arrayContaining(["NOTSTARTED", "ONERROR", "STOP", "LICENSE_EXCEEDED", "MAILPERMISSIONS_ERROR"]),
    );
    expect(byMigration("started")).toEqual(
      expect.arrayContaining(["WORKING", "SCHEDULED_FILES_AGENT", "WAITING_ROOT_SITE", "EXPORTINPROGRESS"]),
    );
    expect(byMigration(undefined)).toEqual(
      expect.arrayContaining(["UNKNOWN", "CALENDARPOSTPROCESS_DONE", "GET_GROUPS_DONE", "SHAREDMBXPREPROC_DONE"]),
    );
  });
});
