import type { GroupIdBehaviour } from "./behaviour.ts";
import { type DirectoryObject, isReference } from "./directoryObject.ts";
import type { IdentityStore } from "./identityStore.ts";

/** Attributes that come without being asked for. */
const always = ["container", "displayName", "objectClass", "name", "CN", "objectCategory"];

/** The properties that an object has beside its attributes, by class; in the samples nearly all of them are null. */
const properties = {
  group: {
    groupType: null,
    hiddenFromAddressListsEnabled: false,
    samAccountName: null,
    isGroupInExludedContainer: false,
    msExchRequireAuthToSendTo: null,
    emailAddress: null,
    groupScope: null,
    name: null,
    alias: "",
    groupClassName: null,
    dc: null,
  },
  contact: {
    contactClassName: null,
    emailAddress: null,
    firstName: null,
    initials: null,
    lastName: null,
    alias: null,
    title: null,
    department: null,
    companyName: null,
    dc: null,
    city: null,
    country: null,
    fax: null,
    mobilePhone: null,
    office: null,
    phoneNumber: null,
    postalCode: null,
    state: null,
    streetAddress: null,
  },
  user: {
    country: null,
    passwordNeverExpires: null,
    postalCode: null,
    samAccountName: null,
    office: null,
    serverSetting: null,
    logonName: null,
    identityStoreName: null,
    password: null,
    homeDataBase: null,
    familyName: null,
    action: 0,
    state: null,
    fax: null,
    upnSuffix: null,
    primaryEmail: null,
    initials: null,
    telephone: null,
    linkedIdentities: null,
    firstName: null,
    objectSid: null,
    lastName: null,
    preferredLanguage: null,
    city: null,
    passwordNoChange: null,
    roles: null,
    title: null,
    alias: null,
    company: null,
    department: null,
    applicationName: null,
    accountLocked: false,
    passwordLastSet: null,
    userClassName: null,
    storeType: null,
    mobile: null,
    passwordForceChange: false,
    streetAddress: null,
    accountDisabled: null,
    usageLocation: null,
    dc: null,
  },
} as const;

/** An object as a single read and a list of identities show it, with the attributes that are asked for. */
export function shown(
  object: DirectoryObject,
  attributes: readonly string[],
  store: IdentityStore,
  behaviour: GroupIdBehaviour,
): Record<string, unknown> {
  return {
    ...properties[object.objectClass],
    ...found(object, attributes, store, behaviour),
    displayName: object.text("displayName") || object.text("CN"),
    elasticHitScore: 0,
  };
}

/** An object as the results of a search show it. */
export function found(
  object: DirectoryObject,
  attributes: readonly string[],
  store: IdentityStore,
  behaviour: GroupIdBehaviour,
): Record<string, unknown> {
  const asked = new Map([...always, ...attributes].map((name) => [name.toLowerCase(), name]));
  const collection = [...asked.values()].map((name) => [name, attributeOf(object, name, store, behaviour)] as const);
  return {
    objectIdFromIdentityStore: object.guid,
    identityStoreId: Number(store.id),
    identityStore: null,
    objectType: object.objectClass,
    objectName: null,
    objectDisplayName: object.text("displayName") || object.text("CN"),
    stopNotification: false,
    attributesBusinessObject: {
      attributesCollection: Object.fromEntries(
        collection.filter(([, values]) => !behaviour.omitsEmpty || values.length > 0),
      ),
      filePermissionCollection: {},
      type: null,
    },
    elasticHitScore: 1,
  };
}

/** Attributes that are made of others, and never stored. */
const computed: Readonly<Record<string, (object: DirectoryObject) => string>> = {
  objectguid: ({ guid }) => guid,
  distinguishedname: ({ dn }) => dn,
};

function attributeOf(
  object: DirectoryObject,
  name: string,
  store: IdentityStore,
  behaviour: GroupIdBehaviour,
): Record<string, unknown>[] {
  const made = computed[name.toLowerCase()]?.(object);
  // No call shows a password.
  const stored = name.toLowerCase() === "password" ? [] : object.values(name);
  const values = made === undefined ? stored : [{ value: made, qualifiers: {} }];
  const times = isReference(name) ? behaviour.repeats : 1;
  return Array.from({ length: times }, () => values)
    .flat()
    .map(({ value, qualifiers }) => {
      const target = isReference(name) ? store.get(value) : undefined;
      return {
        identityStoreId: 0,
        value: target === undefined ? value : referenceTo(target, behaviour),
        dn: target !== undefined && behaviour.references === "both" ? target.dn : null,
        action: 0,
        attributeCollection: qualifiers,
        nestedAttributes: { attributesCollection: {}, filePermissionCollection: {}, type: null },
      };
    });
}

/** How an attribute names an object. */
function referenceTo(target: DirectoryObject, { references }: GroupIdBehaviour): string {
  switch (references) {
    case "dn":
      return target.dn;
    case "name":
      return target.text("sAMAccountName") || target.guid;
    case "shouted":
      return target.dn.replaceAll("\\,", "\\2C").toUpperCase();
    default:
      return target.guid;
  }
}
