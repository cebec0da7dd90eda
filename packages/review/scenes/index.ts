import type { Journey } from '../src/scene/scene';
import { backingUpNow } from './backup-now';
import { encryption } from './encryption';
import { bringingKeysBack } from './keys';
import { creatingPolicy } from './policy';
import { restoring } from './restore';
import { troubleshooting } from './troubleshooting';
import { settingUpVaults } from './vault-setup';

export const journeys: readonly Journey[] = [
  encryption,
  troubleshooting,
  restoring,
  bringingKeysBack,
  creatingPolicy,
  backingUpNow,
  settingUpVaults,
];
