import { randomInt, randomUUID } from 'node:crypto';
import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { at } from '../../../world/json';
import { requireApproval } from '../approval';
import { vaultOfCall } from '../state/vault-store';

const VALID_SECONDS = 5 * 60;
/** Ticks of 100 ns between the year 1 and 1970. */
const TICKS_BEFORE_1970 = 621_355_968_000_000_000;

/** POST {V}/backupSecurityPIN: six digits, good for five minutes. Nothing here asks for them. */
export function get(call: ArmCall): ArmAnswer {
  requireApproval(call, vaultOfCall(call), 'backupSecurityPIN/action', at(call.body, 'resourceGuardOperationRequests'));
  const expiry = Math.floor(call.world.clock.now() / 1000) + VALID_SECONDS;
  const securityPIN = String(randomInt(1_000_000)).padStart(6, '0');
  return { status: 200, body: { token: randomUUID(), expiryTimeInUtcTicks: TICKS_BEFORE_1970 + expiry * 10_000_000, securityPIN } };
}
