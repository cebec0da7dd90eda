import type { Clock, ClockMode } from './time/clock';
import type { Contents } from './state/contents';
import type { Lately } from './state/lately';
import type { Schedule } from './time/schedule';

/** A keyed collection of JSON documents. Keys are compared as given: callers lower-case ARM ids. */
export interface Documents<T> {
  get(key: string): T | undefined;
  /** Creates or replaces. */
  put(key: string, value: T): void;
  /** True when something was there. */
  delete(key: string): boolean;
  /** Every document whose key starts with the prefix, ordered by key. */
  list(prefix?: string): T[];
  /** The first so many keys from one on, up to but without another, in order. */
  keys(from: string, to: string, most: number): string[];
}

/** A resource in the one ARM tree, stored in the shape ARM answers with. */
export interface ArmResource {
  id: string;
  name: string;
  /** Full type as Azure spells it, for instance `Microsoft.Compute/virtualMachines`. */
  type: string;
  location?: string;
  tags?: Record<string, string>;
  properties: Record<string, unknown>;
  [other: string]: unknown;
}

/** Every ARM resource, found by its id in any case. */
export interface Resources {
  get(id: string): ArmResource | undefined;
  put(resource: ArmResource): void;
  delete(id: string): boolean;
  /** The resources of a type (any case) below a scope (`/subscriptions/…[/resourceGroups/…][/providers/…]`), ordered by id. */
  list(type: string, scope: string): ArmResource[];
  /** As `list`, a page at a time; `after` is the id of the last resource of the page before. */
  page(type: string, scope: string, size: number, after?: string): ArmResource[];
  /** As `page`, but nothing than the ids, as they are spelled: the resources themselves are not read. */
  ids(type: string, scope: string, size: number, after?: string): string[];
  /** The resources of a type with a name (both in any case), wherever they are: key vault names, for one, are global. */
  named(type: string, name: string): ArmResource[];
  /** Every resource below a scope, whatever its type, ordered by id. */
  below(scope: string): ArmResource[];
}

/** How often something has changed, other than the comings and goings of sign-in and the activity log. */
export interface Generations {
  all: number;
  documents: number;
}

/** The part of the world that is documents: what is computed from nothing else need not be computed again until one of them changes. */
export interface WorldDocuments {
  /** A collection by name; the same name is the same collection. */
  documents<T>(collection: string): Documents<T>;
  /** Grows with every change of documents, other than the comings and goings of sign-in and the activity log. */
  readonly documentsGeneration: number;
}

/**
 * What is true, no matter who asks. Everything in it is durable: what a `write` changed is on disk when it returns.
 * Handlers are synchronous, so no two of them ever see each other's half-made changes.
 */
export interface World extends WorldDocuments {
  readonly clock: Clock;
  readonly clockMode: ClockMode;
  readonly schedule: Schedule;
  /** Grows with every change of documents or resources, other than the comings and goings of sign-in and the activity log. */
  readonly generation: number;
  readonly resources: Resources;
  /** Resources as they were before their latest changes. */
  readonly lately: Lately;
  /** Bytes of blobs. */
  readonly contents: Contents;
  /** Runs the work in one transaction: all of it is kept, or, when it throws, nothing. Nested calls join the outer one. */
  write<T>(work: () => T): T;
  /** As `write`, but on disk when `onDisk` says so: what is written in the same moment shares the way there. */
  writeTogether<T>(work: () => T): T;
  /** Resolves when all that was written is on disk, undefined when it is already; rejects when the disk fails, and nothing of it is there. */
  onDisk(): Promise<void> | undefined;
  /** Runs the work and undoes all that it changed, whether it throws or not. */
  trial<T>(work: () => T): T;
}
