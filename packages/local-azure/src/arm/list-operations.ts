import type { ArmHandler, ArmRoute } from './route';
import { own } from '../world/own';

const verbs: Record<string, string> = { read: 'Get', write: 'Create or update', delete: 'Delete' };

function display(provider: string, action: string) {
  const parts = action.split('/').slice(1);
  const last = parts.at(-1) ?? '';
  const isAction = last === 'action';
  const resource = parts.slice(0, isAction ? -2 : -1).join('/');
  const operation = isAction ? (parts.at(-2) ?? '') : `${own(verbs, last) ?? last} ${resource}`;
  return { provider, resource, operation, description: operation };
}

/** GET /providers/{namespace}/operations: what can be done with a provider, from its own contents page. */
export const listOperations =
  (namespace: string, routes: () => readonly ArmRoute[]): ArmHandler =>
  () => {
    const actions = new Map(routes().flatMap(([, , action]) => (action === null ? [] : [[action.toLowerCase(), action]])));
    const value = [...actions.values()].toSorted().map((name) => ({ name, display: display(namespace, name), origin: 'user' }));
    return { status: 200, body: { value } };
  };
