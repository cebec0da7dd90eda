import { activity } from './activity';
import { api } from './api';
import { audit } from './audit';
import { doctor } from './doctor';
import { encryptionEnd } from './encryption-end';
import { estate } from './estate';
import { evidence } from './evidence';
import { items } from './items';
import { jobs } from './jobs';
import { keySurvival } from './key-survival';
import { keyVaults } from './key-vaults';
import { policies } from './policies';
import { protection } from './protection';
import { readiness } from './readiness';
import { recoveryPlans } from './recovery-plans';
import { recoveryPoints } from './recovery-points';
import { resourceProviders } from './resource-providers';
import { restores } from './restores';
import { rights } from './rights';
import { vaults } from './vaults';
import { virtualMachines } from './virtual-machines';

/** Complete over the contract by type. */
export const router = api.router({
  vaults,
  policies,
  virtualMachines,
  keyVaults,
  protection,
  items,
  jobs,
  activity,
  resourceProviders,
  readiness,
  encryptionEnd,
  estate,
  recoveryPlans,
  recoveryPoints,
  keySurvival,
  restores,
  rights,
  doctor,
  audit,
  evidence,
});
