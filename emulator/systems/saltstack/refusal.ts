import type * as z from "zod";
import type { EndpointAnswer } from "../../endpoint.ts";

const crashPage = "<!DOCTYPE html><html><head><title>500</title></head><body><h1>Server Error (500)</h1></body></html>";
const missingPage = "<!DOCTYPE html><html><head><title>404</title></head><body><h1>Not Found</h1></body></html>";

/** What ends a call: the answer that the caller gets. */
export class Refusal extends Error {
  readonly answer: EndpointAnswer;

  constructor(answer: EndpointAnswer) {
    super(JSON.stringify(answer.body ?? answer.raw));
    this.answer = answer;
  }
}

/** Everything that is no fault of a field. */
export function detailed(status: number, detail: string): Refusal {
  return new Refusal({ status, body: { detail } });
}

/** Faults of fields, by name; what is between fields stands under `non_field_errors`. */
export function faulty(errors: Readonly<Record<string, string>>): Refusal {
  const body = Object.fromEntries(Object.entries(errors).map(([field, words]) => [field, [words]]));
  return new Refusal({ status: 400, body });
}

/** What the server answers when its own code fails. */
export function crash(): Refusal {
  return new Refusal(page(500, crashPage));
}

/** What the server answers for a route that it does not have. */
export function missingRoute(): EndpointAnswer {
  return page(404, missingPage);
}

function page(status: number, html: string): EndpointAnswer {
  return { status, headers: { "Content-Type": "text/html; charset=utf-8" }, raw: html };
}

export function notFound(): Refusal {
  return detailed(404, "Not found.");
}

/** The faults of a body as Django REST framework words them, by field. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        errors[key] = ["This field is not known."];
      }
    } else {
      const field = issue.path.length === 0 ? "non_field_errors" : String(issue.path[0]);
      errors[field] = [...(errors[field] ?? []), wordsFor(issue)];
    }
  }
  return errors;
}

function wordsFor(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type" || issue.code === "invalid_union") {
    if (issue.input === undefined) {
      return "This field is required.";
    }
    return issue.input === null ? "This field may not be null." : "A valid value is required.";
  }
  if (issue.code === "too_small") {
    return issue.origin === "string"
      ? "This field may not be blank."
      : `Ensure this value is greater than or equal to ${issue.minimum}.`;
  }
  return issue.message;
}
