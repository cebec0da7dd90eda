import type { CheckId, Unseen, Verdict } from '@tresor/contracts/doctor';
import type { AzureSession } from '../azure/connection/azure';
import type { Config } from '../config';
import type { ask } from '../network';
import type { UpstreamToken } from '../session/sealed-tokens';

/** What the checks look at the server with. */
export interface Visit {
  env: NodeJS.ProcessEnv;
  config: Config;
  /** How what no SDK asks is asked. */
  ask: typeof ask;
  /** Tokens of the API's own. */
  ownToken: (scope: string) => Promise<UpstreamToken>;
  /** The way to Azure in the API's own name. */
  itself: AzureSession;
  /** The way to Azure in the name of who asked; nobody does at a command line. */
  person: AzureSession | undefined;
}

/** One entry of the table: what has to be in order before, what is needed, and how it is looked at. */
export interface Check<Id extends CheckId> {
  /** Where one of these is broken, this one would only repeat it. */
  after: readonly CheckId[];
  /** Somebody has to be signed in. */
  ofPerson?: boolean;
  /** In local mode it does not matter. */
  cloudOnly?: boolean;
  look: (visit: Visit) => Verdict<Id> | Promise<Verdict<Id>>;
}

export type Checks<Ids extends CheckId> = { readonly [Id in Ids]: Check<Id> };

/** A check cannot come to a verdict, for a reason that can be told. */
export class NotSeen extends Error {
  override readonly name = 'NotSeen';
  readonly unseen: Unseen;
  readonly value: string;

  constructor(unseen: Unseen, value = '') {
    super(unseen);
    this.unseen = unseen;
    this.value = value;
  }
}

/** The way to Azure of the person; checks with `ofPerson` are looked at only where there is one. */
export function personOf({ person }: Visit): AzureSession {
  if (!person) throw new NotSeen('person');
  return person;
}
