import type { AuthenticatedRequest } from "../../answer.ts";
import { type Endpoint, type EndpointAnswer, endpoint } from "../../endpoint.ts";
import type { Change, EmulatedSystem, Objects } from "../../system.ts";
import { type CloudiwayBehaviour, cloudiwayBehaviour } from "./behaviour.ts";
import {
  batchBody,
  batchChange,
  batchQuery,
  changedGroup,
  connectorBody,
  type GroupFields,
  groupChange,
  groupFields,
  joiningBody,
  leavingBody,
  namesQuery,
  newGroup,
  query,
  taggedBody,
} from "./bodies.ts";
import { type CloudiwayBatch, type CloudiwayGroup, Project } from "./project.ts";

export type { CloudiwayBehaviour } from "./behaviour.ts";
export type { CloudiwayBatch, CloudiwayGroup } from "./project.ts";

/** The number of the customer whose project it is. */
const customerId = 9999;

/** An error of the API, in its own words; it ends a call. */
class Refusal extends Error {
  readonly status: number;

  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}

/** Cloudiway's API for groups, as seeds/000 describes it, with one project. */
export class Cloudiway implements EmulatedSystem {
  readonly name = "cloudiway";
  readonly bases = [/\/api/];
  readonly credentials = { consumerKey: "emulator-consumer-key", consumerSecret: "emulator-consumer-secret" };
  readonly behaviour: CloudiwayBehaviour = cloudiwayBehaviour.parse({});
  readonly endpoints: readonly Endpoint[];
  readonly project = new Project();

  constructor() {
    const contentType = "application/json";
    const authentication = "required";
    const get = { method: "GET", authentication } as const;
    const post = { method: "POST", authentication, contentType } as const;
    this.endpoints = [
      endpoint({
        ...get,
        id: "cloudiway.groups.getall",
        path: "/groups/getall",
        query,
        handle: () => this.#answered(() => this.project.shown().map((group) => this.#listed(group))),
      }),
      endpoint({
        ...get,
        id: "cloudiway.groups.migrationtag",
        path: "/groups/migrationtag",
        query: namesQuery,
        handle: ({ query: names }) => this.#found(() => this.#tagOf(names.sourceGroupName, names.targetGroupName)),
      }),
      endpoint({
        ...get,
        id: "cloudiway.groups.get",
        path: "/groups/:migrationtag/get",
        query,
        handle: ({ parameters }) => this.#found(() => this.#single(this.#group(parameters.migrationtag))),
      }),
      endpoint({
        ...post,
        id: "cloudiway.groups.start",
        path: "/groups/start",
        body: taggedBody,
        handle: ({ body }) => this.#answered(() => this.#start(this.#group(body.migrationTag))),
      }),
      endpoint({
        ...post,
        id: "cloudiway.groups.stop",
        path: "/groups/stop",
        body: taggedBody,
        handle: ({ body }) => this.#answered(() => this.#stop(this.#group(body.migrationTag))),
      }),
      endpoint({
        ...get,
        id: "cloudiway.groups.status",
        path: "/groups/:migrationtag/status",
        query,
        handle: ({ parameters }) => this.#found(() => this.#group(parameters.migrationtag).status),
      }),
      endpoint({
        ...post,
        id: "cloudiway.groups.auditstart",
        path: "/startgroups/auditstart",
        body: taggedBody,
        handle: ({ body }) => this.#answered(() => this.#audit(this.#group(body.migrationTag))),
      }),
      endpoint({
        ...post,
        id: "cloudiway.groups.license",
        path: "/groups/license",
        body: taggedBody,
        handle: ({ body }) => this.#answered(() => this.#license(this.#group(body.migrationTag))),
      }),
      endpoint({
        ...post,
        id: "cloudiway.groups.create",
        path: "/groups/create",
        body: newGroup,
        handle: ({ body: { auth: _, ...fields } }) => this.#answered(() => this.#create(fields)),
      }),
      endpoint({
        ...post,
        id: "cloudiway.groups.delete",
        path: "/groups/delete",
        body: taggedBody,
        handle: ({ body }) =>
          this.#answered(() => {
            this.project.deleteGroup(this.#group(body.migrationTag).migrationTag);
            return "User deleted";
          }),
      }),
      // The list of calls and the example have the first path, the heading of the section the second.
      ...["/groups/update", "/groups/:migrationtag/update"].map((path) =>
        endpoint({
          ...post,
          id: "cloudiway.groups.update",
          path,
          body: changedGroup,
          handle: ({
            parameters: { migrationtag },
            body: { auth, firstName: _, lastName: __, targetEmail: ___, ...fields },
          }) =>
            this.#answered(() => {
              if (migrationtag !== undefined && migrationtag !== auth.migrationTag) {
                throw new Refusal(400, "The migration tag of the path is not the one of the body");
              }
              return this.#update(this.#group(auth.migrationTag), fields);
            }),
        }),
      ),
      endpoint({
        ...post,
        id: "cloudiway.groups.startgetgroups",
        path: "/groups/startgetgroups",
        body: connectorBody,
        handle: ({ body }) =>
          this.#answered(() => {
            this.#admitConnector("sourceConnectors", body.sourceConnectorName);
            return "GetGroups started";
          }),
      }),
      endpoint({
        ...get,
        id: "cloudiway.batches.get",
        path: "/groups/getbatch",
        query: batchQuery,
        handle: ({ query: { batchName } }) => this.#found(() => this.#shownBatch(this.#batch(batchName))),
      }),
      endpoint({
        ...post,
        id: "cloudiway.batches.addgroup",
        path: "/groups/addtobatch",
        body: joiningBody,
        handle: ({ body: { auth, batchName } }) =>
          this.#answered(() => this.#join(this.#group(auth.migrationTag), this.#batch(batchName))),
      }),
      endpoint({
        ...post,
        id: "cloudiway.batches.removegroup",
        path: "/groups/removefrombatch",
        body: leavingBody,
        handle: ({ body }) => this.#answered(() => this.#leave(this.#group(body.migrationTag))),
      }),
      endpoint({
        ...post,
        id: "cloudiway.batches.start",
        path: "/groups/startbatch",
        body: batchBody,
        handle: ({ body }) => this.#answered(() => this.#startBatch(this.#batch(body.batchName))),
      }),
      endpoint({
        ...post,
        id: "cloudiway.batches.stop",
        path: "/groups/stopbatch",
        body: batchBody,
        handle: ({ body }) => this.#answered(() => this.#stopBatch(this.#batch(body.batchName))),
      }),
      endpoint({
        ...post,
        id: "cloudiway.batches.create",
        path: "/groups/createbatch",
        body: batchBody,
        handle: ({ body }) => this.#answered(() => this.#createBatch(body.batchName)),
      }),
      endpoint({
        ...post,
        id: "cloudiway.batches.delete",
        path: "/groups/deletebatch",
        body: batchBody,
        handle: ({ body }) => this.#answered(() => this.#deleteBatch(this.#batch(body.batchName))),
      }),
      endpoint({
        ...get,
        id: "cloudiway.batches.groups",
        path: "/groups/getusersinbatch",
        query: batchQuery,
        handle: ({ query: { batchName } }) =>
          this.#answered(() =>
            this.project.membershipsOf(this.#batch(batchName)).map(({ id, ...row }) => ({ Id: id, ...row })),
          ),
      }),
      endpoint({
        ...get,
        id: "cloudiway.connectors.sources",
        path: "/groups/getallsourceconnectors",
        query,
        handle: () => this.#answered(() => this.behaviour.sourceConnectors),
      }),
      endpoint({
        ...get,
        id: "cloudiway.connectors.targets",
        path: "/groups/getalltargetconnectors",
        query,
        handle: () => this.#answered(() => this.behaviour.targetConnectors),
      }),
    ];
  }

  connection(url: string): Record<string, unknown> {
    return { url: `${url}/cloudiway/api`, ...this.credentials };
  }

  /** By a key and a secret, wherever they stand: the form of each call says where they must. */
  isAuthenticated({ query: inQuery, body }: AuthenticatedRequest): boolean {
    const { auth } = (body ?? {}) as { auth?: unknown };
    return [inQuery, body, auth].some((place) => {
      const { consumerKey, consumerSecret } = (place ?? {}) as Record<string, unknown>;
      return consumerKey === this.credentials.consumerKey && consumerSecret === this.credentials.consumerSecret;
    });
  }

  unauthenticated(): string {
    return "The consumer key or the secret is wrong";
  }

  /** There are no sessions: every call brings its credentials. */
  expireSessions(): void {}

  refuse(status: number, words: string): EndpointAnswer {
    const { errorStatus, errorForm } = this.behaviour;
    const shown = errorStatus === "http" || status === 404 || status === 405 ? status : 200;
    switch (errorForm) {
      case "response":
        return { status: shown, body: { hasError: true, response: words } };
      case "otherKey":
        return { status: shown, body: { hasError: true, error: words } };
      case "garbled":
        return { status: shown, ...almostJson(`{"hasError":True": ${words}}`) };
    }
  }

  behave(behaviour: Partial<CloudiwayBehaviour>): void {
    Object.assign(this.behaviour, cloudiwayBehaviour.parse({ ...this.behaviour, ...behaviour }));
  }

  /** The scopes are `groups`, by migration tag; `batches`, by name; and `memberships`, by `batchName/migrationTag`. */
  change({ scope, id, set = {}, remove }: Change): string {
    switch (scope) {
      case "groups":
        return this.#changeGroup(id, groupChange.parse(set) as Partial<CloudiwayGroup>, remove === true);
      case "batches":
        return this.#changeBatch(id, batchChange.parse(set), remove === true);
      case "memberships":
        return this.#changeMembership(id, remove === true);
      default:
        throw new Error(`Cloudiway has no ${JSON.stringify(scope)}; it has groups, batches and memberships`);
    }
  }

  objects(): Objects {
    const { groups, batches } = this.project;
    const memberships = [...batches.values()].flatMap((batch) =>
      this.project
        .groupsOf(batch)
        .map(({ migrationTag, customerGroupID }) => [
          `${batch.batchName}/${migrationTag}`,
          { customerBatchID: batch.id, customerGroupID },
        ]),
    );
    return {
      groups: Object.fromEntries([...groups].map(([tag, group]) => [tag, { ...group }])),
      batches: Object.fromEntries([...batches].map(([name, batch]) => [name, { ...batch }])),
      memberships: Object.fromEntries(memberships),
    };
  }

  #changeGroup(id: string | undefined, set: Partial<CloudiwayGroup>, remove: boolean): string {
    const group = this.project.group(id ?? "");
    if (remove) {
      this.project.deleteGroup(id ?? "");
      return id ?? "";
    }
    if (group !== undefined) {
      this.project.changeGroup(group.migrationTag, set);
      return group.migrationTag;
    }
    return this.project.addGroup({ ...set, ...(id === undefined ? {} : { migrationTag: id }) }).migrationTag;
  }

  #changeBatch(
    batchName: string | undefined,
    { running, migrationTags }: { running?: boolean | undefined; migrationTags?: string[] | undefined },
    remove: boolean,
  ): string {
    if (batchName === undefined) {
      throw new Error("the name of a batch is the caller's to choose");
    }
    const batch = this.project.batches.get(batchName);
    if (remove) {
      if (batch !== undefined) {
        this.project.deleteBatch(batch);
      }
      return batchName;
    }
    const changed = batch ?? this.project.addBatch(batchName);
    if (running !== undefined) {
      this.project.runBatch(changed, running);
    }
    if (migrationTags !== undefined) {
      for (const group of this.project.groupsOf(changed)) {
        this.project.leave(group);
      }
      for (const tag of migrationTags) {
        this.project.join(this.#group(tag), changed);
      }
    }
    return batchName;
  }

  #changeMembership(id: string | undefined, remove: boolean): string {
    const [batchName = "", migrationTag = ""] = (id ?? "").split("/");
    const group = this.project.group(migrationTag);
    if (remove) {
      if (group !== undefined && this.project.batchOf(group)?.batchName === batchName) {
        this.project.leave(group);
      }
    } else {
      this.project.join(this.#group(migrationTag), this.#batch(batchName));
    }
    return id ?? "";
  }

  /** The envelope of what a call answers; a refusal ends as the one of an error. */
  #answered(run: () => unknown): EndpointAnswer {
    try {
      const response = run();
      return typeof response === "string" && this.behaviour.unquotedSentences
        ? { status: 200, ...almostJson(`{"hasError":false, "response": ${response} }`) }
        : { status: 200, body: { hasError: false, response } };
    } catch (error) {
      if (error instanceof Refusal) {
        return this.refuse(error.status, error.message);
      }
      throw error;
    }
  }

  /** A read of something that may not exist, which is an error or no value. */
  #found(run: () => unknown): EndpointAnswer {
    return this.#answered(() => {
      try {
        return run();
      } catch (error) {
        if (error instanceof Refusal && error.status === 404 && this.behaviour.missing === "null") {
          return null;
        }
        throw error;
      }
    });
  }

  #listed(group: CloudiwayGroup): Record<string, unknown> {
    const { sourceGroupName, targetGroupName, sourceGroupUrl, targetGroupUrl } = group;
    return {
      sourceGroupName: this.#shownName(sourceGroupName),
      targetGroupName: this.#shownName(targetGroupName),
      sourceGroupURL: sourceGroupUrl,
      ...(this.behaviour.listShowsTargetUrl ? { targetGroupURL: targetGroupUrl } : {}),
    };
  }

  /** What the read of one group shows: three fields, with other letters than the list has. */
  #single({ sourceGroupName, sourceGroupUrl, targetGroupName }: CloudiwayGroup): Record<string, unknown> {
    return {
      SourceGroupName: this.#shownName(sourceGroupName),
      SourceGroupUrl: sourceGroupUrl,
      TargetGroupName: this.#shownName(targetGroupName),
    };
  }

  #shownName(name: string): string {
    return this.behaviour.smallLetters ? name.toLowerCase() : name;
  }

  #tagOf(sourceGroupName: string, targetGroupName: string): unknown {
    const groups = this.project.shown(this.project.withNames(sourceGroupName, targetGroupName));
    const tags = groups.map(({ migrationTag }) => migrationTag);
    const names = `${sourceGroupName} and ${targetGroupName}`;
    if (tags.length === 0) {
      throw new Refusal(404, `Group not found: ${names}`);
    }
    if (tags.length > 1 && this.behaviour.tagsOfSameNames === "error") {
      throw new Refusal(409, `Several groups are named ${names}: ${tags.join(", ")}`);
    }
    // The document's sample has a space behind the tag.
    return tags.length > 1 && this.behaviour.tagsOfSameNames === "all" ? tags : `${tags[0]} `;
  }

  #group(migrationTag = ""): CloudiwayGroup {
    const group = this.project.group(migrationTag);
    if (group === undefined) {
      throw new Refusal(404, `Group not found: ${migrationTag}`);
    }
    return group;
  }

  #batch(batchName: string): CloudiwayBatch {
    const batch = this.project.batches.get(batchName);
    if (batch === undefined) {
      throw new Refusal(404, `Batch not found: ${batchName}`);
    }
    return batch;
  }

  #admitConnector(kind: "sourceConnectors" | "targetConnectors", name: string): void {
    if (!this.behaviour[kind].some((connector) => connector.name === name)) {
      throw new Refusal(404, `${kind === "sourceConnectors" ? "Source" : "Target"} connector not found: ${name}`);
    }
  }

  #admitConnectors({ sourceConnectorName, targetConnectorName }: Partial<GroupFields>): void {
    if (sourceConnectorName !== undefined) {
      this.#admitConnector("sourceConnectors", sourceConnectorName);
    }
    if (targetConnectorName !== undefined) {
      this.#admitConnector("targetConnectors", targetConnectorName);
    }
  }

  #create(fields: Given<GroupFields>): string {
    const known = given(fields);
    this.#admitConnectors(known);
    const { existingNames, hiddenReads } = this.behaviour;
    const [existing] = this.project.withNames(fields.sourceGroupName ?? "", fields.targetGroupName ?? "");
    if (existing !== undefined && existingNames === "refuse") {
      throw new Refusal(409, "A group with these names exists already");
    }
    if (existing !== undefined && existingNames === "update") {
      this.project.changeGroup(existing.migrationTag, known);
    } else {
      this.project.addGroup(known, hiddenReads);
    }
    return "User Created";
  }

  #update(group: CloudiwayGroup, fields: Given<GroupFields>): string {
    const known = given(fields);
    this.#admitConnectors(known);
    const { sourceGroupName: _, targetGroupName: __, ...clearable } = groupFields.shape;
    const cleared = Object.fromEntries(Object.keys(clearable).map((name) => [name, null]));
    this.project.changeGroup(group.migrationTag, { ...(this.behaviour.updateReplaces ? cleared : {}), ...known });
    return "User updated";
  }

  #start({ migrationTag, licensed }: CloudiwayGroup): string {
    if (this.project.isRunning(migrationTag)) {
      throw new Refusal(409, "User is scheduled already");
    }
    const { migration, licenseRequired } = this.behaviour;
    const statuses = licenseRequired && !licensed ? ["LICENSE_EXCEEDED"] : migration.statuses;
    this.project.start(migrationTag, statuses, migration.step);
    return "User scheduled";
  }

  #stop({ migrationTag }: CloudiwayGroup): string {
    if (!this.project.isRunning(migrationTag)) {
      throw new Refusal(409, "User is not started");
    }
    this.project.changeGroup(migrationTag, { status: "STOP" });
    return "User stopped";
  }

  #audit({ migrationTag, audits }: CloudiwayGroup): string {
    this.project.changeGroup(migrationTag, { audits: audits + 1 });
    return "Audit started";
  }

  #license({ migrationTag, licensed }: CloudiwayGroup): string {
    if (!licensed && this.behaviour.licenses === 0) {
      throw new Refusal(402, "License exceeded");
    }
    if (!licensed) {
      this.behaviour.licenses--;
      this.project.changeGroup(migrationTag, { licensed: true });
    }
    return "License assigned";
  }

  #createBatch(batchName: string): string {
    if (this.project.batches.has(batchName)) {
      if (this.behaviour.existingBatch === "refuse") {
        throw new Refusal(409, `Batch ${batchName} exists already`);
      }
    } else {
      this.project.addBatch(batchName);
    }
    return `Batch ${batchName} created`;
  }

  #deleteBatch(batch: CloudiwayBatch): string {
    if (!this.behaviour.deletesBatchWithGroups && this.project.membershipsOf(batch).length > 0) {
      throw new Refusal(409, `Batch ${batch.batchName} is not empty`);
    }
    this.project.deleteBatch(batch);
    return `Batch ${batch.batchName} deleted`;
  }

  #startBatch(batch: CloudiwayBatch): string {
    this.project.runBatch(batch, true);
    for (const group of this.project.groupsOf(batch)) {
      if (!this.project.isRunning(group.migrationTag)) {
        this.#start(group);
      }
    }
    return `Batch ${batch.batchName} started`;
  }

  #stopBatch(batch: CloudiwayBatch): string {
    this.project.runBatch(batch, false);
    for (const { migrationTag } of this.project.groupsOf(batch)) {
      if (this.project.isRunning(migrationTag)) {
        this.project.changeGroup(migrationTag, { status: "STOP" });
      }
    }
    return `Batch ${batch.batchName} stopped`;
  }

  #join(group: CloudiwayGroup, batch: CloudiwayBatch): string {
    const current = this.project.batchOf(group);
    if (current !== undefined && (current.id === batch.id || this.behaviour.secondBatch === "refuse")) {
      throw new Refusal(409, `User is already in batch “${current.batchName}”`);
    }
    this.project.join(group, batch);
    return `User added to batch “${batch.batchName}”`;
  }

  #leave(group: CloudiwayGroup): string {
    if (this.project.batchOf(group) === undefined) {
      throw new Refusal(409, "User is in no batch");
    }
    this.project.leave(group);
    return "User removed from Batch";
  }

  #shownBatch(batch: CloudiwayBatch): Record<string, unknown> {
    const { id, batchName } = batch;
    return { id, batchName, customerId, nbGroups: this.project.membershipsOf(batch).length };
  }
}

type Given<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | undefined };

/** The fields that were sent. */
function given<Fields extends object>(fields: Given<Fields>): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
}

/** What the document's samples are: JSON at first sight. */
function almostJson(raw: string): Pick<EndpointAnswer, "headers" | "raw"> {
  return { headers: { "Content-Type": "application/json;charset=UTF-8" }, raw };
}
