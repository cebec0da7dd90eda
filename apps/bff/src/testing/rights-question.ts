import { stepRights, type StepRights } from '@tresor/contracts';
import * as z from 'zod';
import type { Ask, Asked } from './ask';
import { PRODUCTION } from './contoso-places';

/** Where rights are asked for. */
interface Meant {
  vault: { resourceGroup: string; vaultName: string } | null;
  vmIds?: readonly string[];
  groups?: readonly string[];
  diskGroups?: readonly string[];
  subnetIds?: readonly string[];
  storageAccountIds?: readonly string[];
  keyVaultIds?: readonly string[];
  wholeSubscription?: boolean;
}

/** The body of a question about rights. */
export const rightsQuestion = (meant: Meant): Required<Meant> => ({
  vmIds: [],
  groups: [],
  diskGroups: [],
  subnetIds: [],
  storageAccountIds: [],
  keyVaultIds: [],
  wholeSubscription: false,
  ...meant,
});

export const askRights = (ask: Ask, meant: Meant, asked?: Asked, subscription = PRODUCTION): Promise<StepRights[]> =>
  ask.send(z.array(stepRights), 'POST', `/api${subscription}/rights`, rightsQuestion(meant), asked);
