import type { CheckId } from '@tresor/contracts/doctor';
import type { Checks } from './check';
import { azure } from './checks/azure';
import { front } from './checks/front';
import { network } from './checks/network';
import { person } from './checks/person';
import { settings } from './checks/settings';
import { signIn } from './checks/sign-in';
import { registrations } from './checks/registrations';
import { store } from './checks/store';

/** Every check there is. */
export const ALL: Checks<CheckId> = { ...settings, ...front, ...network, ...signIn, ...registrations, ...azure, ...person, ...store };
