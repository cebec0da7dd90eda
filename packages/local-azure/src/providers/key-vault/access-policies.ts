import { resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { at, list, record, recordOrNone, text } from '../../world/json';
import type { ArmResource } from '../../world/world';
import { VAULT_TYPE } from './types';
import { own } from '../../world/own';

type Policy = Record<string, unknown>;

const KINDS = ['keys', 'secrets', 'certificates', 'storage'] as const;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The most access policies that a key vault takes. */
const LIMIT = 1024;

/** The access policies of a key vault, as they are. */
const policiesOf = (vault: ArmResource): Policy[] => list(vault.properties['accessPolicies']).map(record);

/** The access policies in a request. @throws ArmError 400 BadRequest when one names nobody, or there are too many */
export function policiesIn(properties: unknown): Policy[] {
  const given = list(record(properties)['accessPolicies']).map(record);
  for (const policy of given) {
    for (const name of ['tenantId', 'objectId']) {
      if (!GUID.test(text(own(policy, name)) ?? '')) throw badRequest(`An invalid value was provided for 'accessPolicies.${name}'.`);
    }
    if (recordOrNone(policy['permissions']) === undefined) throw badRequest("The parameter accessPolicies.permissions isn't specified.");
  }
  return requireFew(given);
}

function requireFew(policies: Policy[]): Policy[] {
  if (policies.length <= LIMIT) return policies;
  throw badRequest(`The number of access policies, ${policies.length}, is more than the ${LIMIT} that a key vault takes.`);
}

const badRequest = (message: string) => new ArmError(400, 'BadRequest', message);

const wordsOf = (policy: Policy, kind: string): string[] => list(at(policy, 'permissions', kind)).flatMap((word) => text(word) ?? []);

/** Policies are for the same one when tenant, object and, for compound identities, application agree. */
const whom = (policy: Policy) => [policy['objectId'], policy['applicationId']].map((id) => text(id)?.toLowerCase() ?? '').join('/');

type Change = (before: Policy | undefined, given: Policy) => Policy | undefined;

const CHANGES: Record<string, Change> = {
  add: (before, given) => ({
    ...given,
    permissions: permissions((kind) => union(before ? wordsOf(before, kind) : [], wordsOf(given, kind))),
  }),
  replace: (_before, given) => given,
  remove: (before, given) => {
    const left = before && { ...before, permissions: permissions((kind) => without(wordsOf(before, kind), wordsOf(given, kind))) };
    return left && KINDS.some((kind) => wordsOf(left, kind).length > 0) ? left : undefined;
  },
};

function permissions(words: (kind: string) => string[]): Record<string, string[]> {
  return Object.fromEntries(KINDS.map((kind) => [kind, words(kind)] as const).filter(([, of]) => of.length > 0));
}

const has = (words: string[], word: string) => words.some((one) => one.toLowerCase() === word.toLowerCase());
const union = (a: string[], b: string[]) => [...a, ...b.filter((word) => !has(a, word))];
const without = (a: string[], b: string[]) => a.filter((word) => !has(b, word));

/** PUT …/accessPolicies/{add|replace|remove}: changes what some principals may do and answers the policies given for them. */
export function changeAccessPolicies(call: ArmCall): ArmAnswer {
  const vault = resourceOf(call, VAULT_TYPE, call.path.replace(/\/accessPolicies\/[^/]+$/i, ''));
  const word = (call.params['change'] ?? '').toLowerCase();
  const change = own(CHANGES, word);
  if (!change) throw badRequest(`The operation '${word}' on access policies is unknown.`);
  const given = policiesIn(record(call.body)['properties']);
  const policies = given.reduce((before, one) => {
    const found = before.find((policy) => whom(policy) === whom(one));
    const changed = change(found, one);
    const others = before.filter((policy) => policy !== found);
    return changed ? [...others, changed] : others;
  }, policiesOf(vault));
  requireFew(policies);
  call.world.write(() => {
    call.world.resources.put({
      ...vault,
      systemData: {
        ...record(vault['systemData']),
        lastModifiedBy: call.principal.objectId,
        lastModifiedByType: 'User',
        lastModifiedAt: new Date(call.world.clock.now()).toISOString(),
      },
      properties: { ...vault.properties, accessPolicies: policies },
    });
  });
  const body = { id: `${vault.id}/accessPolicies/`, type: 'Microsoft.KeyVault/vaults/accessPolicies', location: vault.location };
  return { status: 200, body: { ...body, properties: { accessPolicies: policies } } };
}
