import { expect, it } from "vitest";
import { envelopeOf, outcomesOf, saysNotFound, untold } from "../../../provider/systems/groupid/api/envelope.ts";
import { guid } from "../../samples/groupid/directory.ts";

const [a, b, c] = [guid(1), guid(2), guid(3)];
const ok = { status: 0 };
const bad = { status: 1, message: "no" };

/** How the items a, b and c fared, in short. */
function outcomes(details: readonly unknown[], whole: object = ok): string[] {
  const answer = envelopeOf({ ...whole, details });
  return answer === undefined
    ? []
    : outcomesOf(answer, [a, b, c]).map((outcome) => {
        if (outcome === untold) {
          return "untold";
        }
        return outcome === undefined ? "done" : "failed";
      });
}

it.each([
  ["none, of a success", [], ok, ["done", "done", "done"]],
  ["none, of a failure", [], bad, ["untold", "untold", "untold"]],
  ["one for each, in their order", [ok, bad, ok], ok, ["done", "failed", "done"]],
  ["a null behind each", [ok, null, bad, null, ok, null], ok, ["done", "failed", "done"]],
  ["a null in the place of one", [ok, null, ok], ok, ["done", "untold", "done"]],
  [
    "names in another order",
    [
      { ...bad, name: `{${c.toUpperCase()}}` },
      { ...ok, name: a },
      { ...ok, name: b },
    ],
    ok,
    ["done", "done", "failed"],
  ],
  [
    "one twice, and another not at all",
    [
      { ...bad, name: b },
      { ...bad, name: b },
      { ...ok, name: c },
    ],
    ok,
    ["untold", "failed", "done"],
  ],
  ["too few, without names", [ok, bad], ok, ["untold", "untold", "untold"]],
  ["too many, all of success", [ok, ok, ok, ok], ok, ["done", "done", "done"]],
  ["too many, one of failure", [ok, ok, bad, ok], ok, ["untold", "untold", "untold"]],
  ["successes alone, of a failure", [ok, ok, ok], bad, ["untold", "untold", "untold"]],
])("details of a call of many: %s", (_, details, whole, expected) => {
  expect(outcomes(details, whole)).toEqual(expected);
});

it.each([
  ["The group 6bd67b4a-eb06-4b05-94a8-43914fb2e19a was not found", true],
  ["There is no such object on the server.", true],
  ["Object does not exist", true],
  ["The user Service Desk could not be found", true],
  ["The specified domain either does not exist or could not be contacted.", false],
  ["The identity store was not found", false],
  ["The server could not be found", false],
  ["The group could not be found: the domain controller is not available", false],
  ["No HTTP resource was found that matches the request URI", false],
])("%s", (words, isSaid) => {
  expect(saysNotFound(words)).toBe(isSaid);
});
