import * as z from "zod";
import { type AttributeMap, attributesInput } from "./attributeMap.ts";
import { container, identityStoreId, objectName, text } from "./inputs.ts";

/** What contacts and users have in common. */
export const personInputs = {
  identityStoreId,
  container,
  name: objectName,
  displayName: text("The name that people see."),
  firstName: text("The first name; the attribute `givenName`."),
  lastName: text("The last name; the attribute `sn`."),
  initials: text("The initials."),
  description: text("What there is to say about the person."),
  mail: z.string().optional().meta({ description: "The mail address.", ignoreCase: true }),
  alias: text("The mail alias; the attribute `mailNickname`."),
  proxyAddresses: z.array(z.string().min(1)).optional().meta({
    description: "All mail addresses with their kinds, such as `SMTP:ann@example.com` for the first one.",
    set: true,
  }),
  title: text("The title."),
  department: text("The department."),
  company: text("The company."),
  office: text("The office; the attribute `physicalDeliveryOfficeName`."),
  phoneNumber: text("The phone number; the attribute `telephoneNumber`."),
  mobilePhone: text("The mobile phone number; the attribute `mobile`."),
  fax: text("The fax number; the attribute `facsimileTelephoneNumber`."),
  streetAddress: text("The street."),
  postalCode: text("The postal code."),
  city: text("The city; the attribute `l`."),
  state: text("The state or province; the attribute `st`."),
  country: text("The country; the attribute `co`."),
  manager: z.string().optional().meta({
    description: "The manager: a GUID, a DN or an account name. An empty text leaves the person without.",
    ignoreCase: true,
  }),
  attributes: attributesInput,
};

export const personMap: AttributeMap = {
  displayName: { attribute: "displayName", kind: "text" },
  firstName: { attribute: "givenName", kind: "text" },
  lastName: { attribute: "sn", kind: "text" },
  initials: { attribute: "initials", kind: "text" },
  description: { attribute: "description", kind: "text" },
  mail: { attribute: "mail", kind: "text" },
  alias: { attribute: "mailNickname", kind: "text" },
  proxyAddresses: { attribute: "proxyAddresses", kind: "texts" },
  title: { attribute: "title", kind: "text" },
  department: { attribute: "department", kind: "text" },
  company: { attribute: "company", kind: "text" },
  office: { attribute: "physicalDeliveryOfficeName", kind: "text" },
  phoneNumber: { attribute: "telephoneNumber", kind: "text" },
  mobilePhone: { attribute: "mobile", kind: "text" },
  fax: { attribute: "facsimileTelephoneNumber", kind: "text" },
  streetAddress: { attribute: "streetAddress", kind: "text" },
  postalCode: { attribute: "postalCode", kind: "text" },
  city: { attribute: "l", kind: "text" },
  state: { attribute: "st", kind: "text" },
  country: { attribute: "co", kind: "text" },
  manager: { attribute: "manager", kind: "identity" },
};

/** The properties that can be changed. */
export const changeable = [...Object.keys(personMap), "attributes"] as (keyof typeof personInputs)[];
