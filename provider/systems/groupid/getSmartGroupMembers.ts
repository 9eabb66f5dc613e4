import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { attributesOf } from "./attributeMap.ts";
import type { GroupIdClient } from "./client.ts";
import { identityStoreId } from "./inputs.ts";
import { attributesToLoad, objectElement, pageInputs, readPages, total } from "./objectResult.ts";
import { queryInputs, queryMap } from "./smartGroup.ts";

/** `groupid.getSmartGroupMembers`: seeds/001, "Get Preview of a Smart Group Membership". */
export const getSmartGroupMembers = defineFunction({
  type: "groupid:getSmartGroupMembers",
  description: "Shows what the query of a Smart Group finds now, without a group and without changing one.",
  inputs: { identityStoreId, ...queryInputs, attributes: attributesToLoad, ...pageInputs },
  outputs: { objects: z.array(objectElement).meta({ description: "What the query finds." }), total },

  invoke(groupid: GroupIdClient, { identityStoreId: id, attributes = [], ...inputs }, { signal }) {
    const store = groupid.store(id);
    const { single, multiple } = attributesOf(queryMap, inputs);
    const query = [...single, ...multiple.map(({ name, values }) => ({ name, action: "set" as const, values }))].filter(
      ({ values }) => values.length > 0,
    );
    return readPages(inputs, (request) => store.groupsApi.previewSmart(store.id, query, request, attributes, signal));
  },
});
