/** What a client may ask for. `p` names a policy of the vault. */
export type Command =
  | { kind: 'put vault' | 'delete vault' | 'get vault' | 'get item' | 'time passes' }
  | { kind: 'put policy'; p: string; days: number }
  | { kind: 'delete policy' | 'get policy' | 'put item'; p: string }
  | { kind: 'put secret'; value: string }
  | { kind: 'get secret' | 'delete secret' | 'recover secret' | 'purge secret' };

/** What came back: the status, and what a read showed. */
export interface Outcome {
  status: number;
  shown?: string | undefined;
}

/** As much of the world as the clients can touch: one vault, its policies, one machine and one secret. */
export interface State {
  vault: 'absent' | 'Provisioning' | 'Succeeded' | 'Deleting';
  policies: Record<string, number>;
  /** The policy the machine is protected by, and the one it is getting. */
  item: { policy?: string; next?: string };
  secret: { value?: string; isDeleted: boolean };
}

export const beginning: State = { vault: 'absent', policies: {}, item: {}, secret: { isDeleted: false } };

type Step = readonly [state: State, outcome: Outcome];

const without = <T>(all: Record<string, T>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== name));

function onVault(state: State, command: Command): Step {
  const { vault, item } = state;
  if (command.kind === 'get vault') return [state, vault === 'absent' ? { status: 404 } : { status: 200, shown: vault }];
  if (command.kind === 'put vault') {
    if (vault === 'absent') return [{ ...state, vault: 'Provisioning' }, { status: 201 }];
    return [state, { status: vault === 'Deleting' ? 409 : 200 }];
  }
  if (vault === 'absent') return [state, { status: 204 }];
  return (item.policy ?? item.next) ? [state, { status: 409 }] : [{ ...state, vault: 'Deleting' }, { status: 202 }];
}

/** Clients wait for nothing: while time passes, what was begun ends. */
function passTime(state: State): Step {
  const { vault, item } = state;
  const later: State = { ...state, item: item.next === undefined ? item : { policy: item.next } };
  if (vault === 'Deleting') return [{ ...later, vault: 'absent', policies: {} }, { status: 200 }];
  return [{ ...later, vault: vault === 'Provisioning' ? 'Succeeded' : vault }, { status: 200 }];
}

function onPolicy(state: State, command: Command & { p: string }): Step {
  const { policies, item } = state;
  const { p } = command;
  const days = policies[p];
  if (command.kind === 'get policy') return [state, days === undefined ? { status: 404 } : { status: 200, shown: String(days) }];
  if (command.kind === 'put policy') {
    return [{ ...state, policies: { ...policies, [p]: command.days } }, { status: item.policy === p ? 202 : 200 }];
  }
  if (days === undefined) return [state, { status: 204 }];
  if (item.policy === p || item.next === p) return [state, { status: 400 }];
  return [{ ...state, policies: without(policies, p) }, { status: 200 }];
}

function protect(state: State, p: string): Step {
  const { policies, item } = state;
  if (item.next !== undefined) return [state, { status: 409 }];
  if (policies[p] === undefined) return [state, { status: 400 }];
  return item.policy === p ? [state, { status: 200 }] : [{ ...state, item: { ...item, next: p } }, { status: 202 }];
}

function inVault(state: State, command: Command): Step {
  if (state.vault === 'absent') return [state, { status: 404 }];
  if (command.kind === 'get item') {
    const { policy } = state.item;
    return [state, policy === undefined ? { status: 404 } : { status: 200, shown: policy }];
  }
  if (state.vault === 'Deleting' && command.kind !== 'get policy') return [state, { status: 409 }];
  if (command.kind === 'put item') return protect(state, command.p);
  return 'p' in command ? onPolicy(state, command) : [state, { status: 0 }];
}

function onSecret(state: State, command: Command): Step {
  const { value, isDeleted } = state.secret;
  const isLive = value !== undefined && !isDeleted;
  const leads = (secret: State['secret'], status: number): Step => [{ ...state, secret }, { status }];
  switch (command.kind) {
    case 'put secret':
      return isDeleted ? [state, { status: 409 }] : leads({ value: command.value, isDeleted: false }, 200);
    case 'get secret':
      return [state, isLive ? { status: 200, shown: value } : { status: 404 }];
    case 'delete secret':
      return isLive ? leads({ value, isDeleted: true }, 200) : [state, { status: 404 }];
    case 'recover secret':
      if (isLive) return [state, { status: 400 }];
      return value === undefined ? [state, { status: 404 }] : leads({ value, isDeleted: false }, 200);
    default:
      return isDeleted ? leads({ isDeleted: false }, 204) : [state, { status: 404 }];
  }
}

/** What a command makes of the world, and what its caller is told. */
export function step(state: State, command: Command): Step {
  if (command.kind === 'time passes') return passTime(state);
  if (command.kind.endsWith('secret')) return onSecret(state, command);
  return command.kind.endsWith('vault') ? onVault(state, command) : inVault(state, command);
}
