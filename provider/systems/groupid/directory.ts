import type { FunctionDefinition, ResourceDefinition } from "../../resource/definition.ts";
import { contact } from "./contact.ts";
import { getContact } from "./getContact.ts";
import { getContacts } from "./getContacts.ts";
import { getGroup } from "./getGroup.ts";
import { getGroups } from "./getGroups.ts";
import { getSmartGroupMembers } from "./getSmartGroupMembers.ts";
import { getUser } from "./getUser.ts";
import { getUserGroupCount } from "./getUserGroupCount.ts";
import { getUserGroups } from "./getUserGroups.ts";
import { getUsers } from "./getUsers.ts";
import { group } from "./group.ts";
import { groupExpiration } from "./groupExpiration.ts";
import { groupMembership } from "./groupMembership.ts";
import { groupRenewal } from "./groupRenewal.ts";
import { smartGroup } from "./smartGroup.ts";
import { smartGroupUpdate } from "./smartGroupUpdate.ts";
import { user } from "./user.ts";

/** Groups, smart groups, members, contacts and users. */
export const directoryResources: readonly ResourceDefinition[] = [
  group,
  smartGroup,
  groupMembership,
  contact,
  user,
  groupRenewal,
  groupExpiration,
  smartGroupUpdate,
];
export const directoryFunctions: readonly FunctionDefinition[] = [
  getGroup,
  getGroups,
  getSmartGroupMembers,
  getContact,
  getContacts,
  getUser,
  getUsers,
  getUserGroups,
  getUserGroupCount,
];
