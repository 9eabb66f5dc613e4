import * as z from "zod";
import { defineFunction, type FunctionDefinition } from "../../resource/definition.ts";
import type { GroupIdClient } from "./client.ts";
import type { Collection } from "./collection.ts";
import { type IdentityStore, noSuch } from "./identityStore.ts";
import { identityStoreId } from "./inputs.ts";
import { attributesToLoad, objectElement, objectResult, resultOf } from "./objectResult.ts";

const identity = z.string().min(1).meta({ description: "The GUID of the object, or its DN, or its account name." });

/** A function that reads one object of a class. */
export function getOneFunction(
  type: `groupid:get${string}`,
  noun: Collection["noun"],
  collection: (store: IdentityStore) => Collection,
): FunctionDefinition {
  return defineFunction({
    type,
    description: `Reads one ${noun} of an identity store.`,
    inputs: { identityStoreId, identity, attributes: attributesToLoad },
    outputs: objectResult,

    async invoke(groupid: GroupIdClient, { identityStoreId: id, identity: wanted, attributes = [] }) {
      const store = groupid.store(id);
      const object = await collection(store).get(wanted, attributes);
      if (object === undefined) {
        throw noSuch(noun, wanted, store);
      }
      return resultOf(object);
    },
  });
}

/** A function that reads many objects of a class. */
export function getManyFunction(
  type: `groupid:get${string}`,
  noun: Collection["noun"],
  collection: (store: IdentityStore) => Collection,
): FunctionDefinition {
  return defineFunction({
    type,
    description: `Reads ${noun}s of an identity store, those of the given identities that exist.`,
    inputs: {
      identityStoreId,
      identities: z.array(identity).min(1).meta({ description: "What names the objects." }),
      attributes: attributesToLoad,
    },
    outputs: {
      objects: z
        .array(objectElement)
        .meta({ description: "The objects that exist, in the order of their identities." }),
    },

    async invoke(groupid: GroupIdClient, { identityStoreId: id, identities, attributes = [] }) {
      const objects = await Promise.all(
        identities.map((wanted) => collection(groupid.store(id)).lookUp(wanted, attributes)),
      );
      return { objects: objects.filter((object) => object !== undefined).map(resultOf) };
    },
  });
}
