import { isRefusal } from "./absence.ts";
import { untold } from "./api/envelope.ts";

/**
 * Sends a call for many items. Those of which its answer says nothing are sent one by one, and all of them where the
 * call is refused as a whole, because of one perhaps: it must be a call that may be sent twice.
 */
export async function sendEach<Item, Result>(
  items: readonly Item[],
  many: (items: readonly Item[]) => Promise<readonly (Result | Error | typeof untold)[]>,
  one: (item: Item) => Promise<Result>,
): Promise<(Result | Error)[]> {
  const outcomes = items.length > 1 ? await toldOf(many, items) : [];
  return Promise.all(
    items.map(async (item, index) => {
      const outcome = index in outcomes ? outcomes[index] : untold;
      return outcome === untold ? one(item).catch((error: Error) => error) : (outcome as Result | Error);
    }),
  );
}

async function toldOf<Item, Outcome>(
  many: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  items: readonly Item[],
): Promise<readonly Outcome[]> {
  try {
    return await many(items);
  } catch (error) {
    if (isRefusal(error)) {
      return [];
    }
    throw error;
  }
}
