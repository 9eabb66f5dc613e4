// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginProvider } from "../../hosts/pluginResource.js";

/** How a system is reached. */
export interface Connection {
  /** The system that is reached; not needed on a connection that is named like its system. */
  system?: string | undefined;
  /** How long a state that the system reaches by itself is waited for, in seconds. */
  timeout?: number | undefined;
  /** How long one HTTP call may take, in seconds. */
  requestTimeout?: number | undefined;
  /** How many HTTP calls may be under way at once. */
  concurrency?: number | undefined;
  /** How many HTTP calls may begin within a second. Unlimited by default. */
  requestsPerSecond?: number | undefined;
  /** Certificates to trust besides the usual ones: PEM text, or the path of a PEM file. For systems with their own certificate authority. */
  ca?: string | undefined;
  /** The URL of a proxy. By default the environment decides (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`). */
  proxy?: string | undefined;
  /**
   * apio: The base of the REST API: `https://host/api/v1`, or behind APIO Core `https://host/api/v01/p1`.
   *
   * barium: The base of the REST API with its version, such as `https://live.barium.se/api/v1.1`.
   *
   * cloudiway: The base of the API.
   *
   * groupid: Where GroupID's services are, such as `https://groupid.example.com:4443`.
   *
   * saltstack: The base of the REST API, such as `https://nodeconductor.example.com/api`.
   */
  url?: string | undefined;
  /**
   * apio: The user to sign in as.
   *
   * barium: The user to sign in as.
   *
   * groupid: The user to sign in as.
   */
  username?: string | undefined;
  /**
   * apio: That user's password.
   *
   * barium: That user's password.
   *
   * groupid: That user's password.
   */
  password?: string | undefined;
  /**
   * apio: A token that is ready, sent as a bearer token, instead of a sign-in, or to begin with.
   *
   * groupid: A token that is ready, sent as a bearer token, instead of a sign-in, or to begin with.
   *
   * saltstack: The token of the user to act as.
   */
  token?: string | undefined;
  /** apio: Where the criteria of a list are sent: in the body of the GET, as the document shows, or in the query string. */
  listCriteria?: ListCriteria | undefined;
  /** barium: The API key. */
  apiKey?: string | undefined;
  /** barium: A ticket that is ready, instead of a sign-in, or to begin with. */
  ticket?: string | undefined;
  /** cloudiway: The consumer key. */
  consumerKey?: string | undefined;
  /** cloudiway: The consumer secret. */
  consumerSecret?: string | undefined;
  /** groupid: The ID of the API's client, from the database table SVC.Client. */
  clientId?: string | undefined;
  /** groupid: The secret of the API's client, from the same table. */
  clientSecret?: string | undefined;
  /** groupid: The ID of the identity store that the user signs in to. Objects of the directory are in it where they name no other. */
  identityStoreId?: string | undefined;
  /** groupid: The identity of a user of the identity store, such as its GUID, for the calls that list groups from a user's side. `username` by default. */
  userIdentity?: string | undefined;
}

/** How a system is reached. Its values may be outputs of resources. */
export interface ConnectionArgs {
  /** The system that is reached; not needed on a connection that is named like its system. */
  system?: pulumi.Input<string> | undefined;
  /** How long a state that the system reaches by itself is waited for, in seconds. */
  timeout?: pulumi.Input<number> | undefined;
  /** How long one HTTP call may take, in seconds. */
  requestTimeout?: pulumi.Input<number> | undefined;
  /** How many HTTP calls may be under way at once. */
  concurrency?: pulumi.Input<number> | undefined;
  /** How many HTTP calls may begin within a second. Unlimited by default. */
  requestsPerSecond?: pulumi.Input<number> | undefined;
  /** Certificates to trust besides the usual ones: PEM text, or the path of a PEM file. For systems with their own certificate authority. */
  ca?: pulumi.Input<string> | undefined;
  /** The URL of a proxy. By default the environment decides (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`). */
  proxy?: pulumi.Input<string> | undefined;
  /**
   * apio: The base of the REST API: `https://host/api/v1`, or behind APIO Core `https://host/api/v01/p1`.
   *
   * barium: The base of the REST API with its version, such as `https://live.barium.se/api/v1.1`.
   *
   * cloudiway: The base of the API.
   *
   * groupid: Where GroupID's services are, such as `https://groupid.example.com:4443`.
   *
   * saltstack: The base of the REST API, such as `https://nodeconductor.example.com/api`.
   */
  url?: pulumi.Input<string> | undefined;
  /**
   * apio: The user to sign in as.
   *
   * barium: The user to sign in as.
   *
   * groupid: The user to sign in as.
   */
  username?: pulumi.Input<string> | undefined;
  /**
   * apio: That user's password.
   *
   * barium: That user's password.
   *
   * groupid: That user's password.
   */
  password?: pulumi.Input<string> | undefined;
  /**
   * apio: A token that is ready, sent as a bearer token, instead of a sign-in, or to begin with.
   *
   * groupid: A token that is ready, sent as a bearer token, instead of a sign-in, or to begin with.
   *
   * saltstack: The token of the user to act as.
   */
  token?: pulumi.Input<string> | undefined;
  /** apio: Where the criteria of a list are sent: in the body of the GET, as the document shows, or in the query string. */
  listCriteria?: pulumi.Input<ListCriteria> | undefined;
  /** barium: The API key. */
  apiKey?: pulumi.Input<string> | undefined;
  /** barium: A ticket that is ready, instead of a sign-in, or to begin with. */
  ticket?: pulumi.Input<string> | undefined;
  /** cloudiway: The consumer key. */
  consumerKey?: pulumi.Input<string> | undefined;
  /** cloudiway: The consumer secret. */
  consumerSecret?: pulumi.Input<string> | undefined;
  /** groupid: The ID of the API's client, from the database table SVC.Client. */
  clientId?: pulumi.Input<string> | undefined;
  /** groupid: The secret of the API's client, from the same table. */
  clientSecret?: pulumi.Input<string> | undefined;
  /** groupid: The ID of the identity store that the user signs in to. Objects of the directory are in it where they name no other. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** groupid: The identity of a user of the identity store, such as its GUID, for the calls that list groups from a user's side. `username` by default. */
  userIdentity?: pulumi.Input<string> | undefined;
}

/** Where the criteria of a list are sent. */
export type ListCriteria = "body" | "query";

/** The settings of a provider. */
export interface ProviderArgs {
  /** The systems to reach: connections by name. One that is named like its system is that system's default. */
  connections?: pulumi.Input<{ [key: string]: pulumi.Input<ConnectionArgs> }> | undefined;
  /** Lets every create take over an object that exists already. For one run, such as after one that was interrupted. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/** A provider with connections of its own, for resources that should not use those of the stack's configuration. */
export class Provider extends PluginProvider {
  constructor(name: string, args: ProviderArgs = {}, options?: pulumi.ResourceOptions) {
    super(name, args, options);
  }
}
