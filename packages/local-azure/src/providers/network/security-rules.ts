import { resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { at, list, record, recordOrNone, text } from '../../world/json';
import type { ArmResource } from '../../world/world';
import { NSG_TYPE } from './types';

type Rule = Record<string, unknown>;

const RULE_TYPE = `${NSG_TYPE}/securityRules`;
const PROTOCOLS = ['*', 'Tcp', 'Udp', 'Icmp', 'Esp', 'Ah'];
const ACCESS = ['Allow', 'Deny'];
const DIRECTIONS = ['Inbound', 'Outbound'];

/** What every security group has at its end; nobody can change it. */
const DEFAULTS = [
  ['AllowVnetInBound', 65_000, 'Inbound', 'Allow', 'VirtualNetwork', 'VirtualNetwork', 'Allow inbound traffic from all VMs in VNET'],
  ['AllowAzureLoadBalancerInBound', 65_001, 'Inbound', 'Allow', 'AzureLoadBalancer', '*', 'Allow inbound traffic from azure load balancer'],
  ['DenyAllInBound', 65_500, 'Inbound', 'Deny', '*', '*', 'Deny all inbound traffic'],
  [
    'AllowVnetOutBound',
    65_000,
    'Outbound',
    'Allow',
    'VirtualNetwork',
    'VirtualNetwork',
    'Allow outbound traffic from all VMs to all VMs in VNET',
  ],
  ['AllowInternetOutBound', 65_001, 'Outbound', 'Allow', '*', 'Internet', 'Allow outbound traffic from all VMs to Internet'],
  ['DenyAllOutBound', 65_500, 'Outbound', 'Deny', '*', '*', 'Deny all outbound traffic'],
] as const;

const NOTHING_SEVERAL = { sourcePortRanges: [], destinationPortRanges: [], sourceAddressPrefixes: [], destinationAddressPrefixes: [] };

/** The default rules of a security group. */
export const defaultRulesOf = (nsgId: string): Rule[] =>
  DEFAULTS.map(([name, priority, direction, access, from, to, description]) => ({
    name,
    id: `${nsgId}/defaultSecurityRules/${name}`,
    type: `${NSG_TYPE}/defaultSecurityRules`,
    properties: {
      provisioningState: 'Succeeded',
      description,
      protocol: '*',
      sourcePortRange: '*',
      destinationPortRange: '*',
      sourceAddressPrefix: from,
      destinationAddressPrefix: to,
      access,
      priority,
      direction,
      ...NOTHING_SEVERAL,
    },
  }));

const invalid = (code: string, message: string) => new ArmError(400, code, message);

/** A word in Azure's spelling. @throws ArmError 400 */
function wordIn(properties: Rule, name: 'protocol' | 'access' | 'direction', words: readonly string[]): string {
  const given = text({ protocol: properties['protocol'], access: properties['access'], direction: properties['direction'] }[name]);
  const found = words.find((word) => word.toLowerCase() === given?.toLowerCase());
  if (found !== undefined) return found;
  throw invalid('InvalidRequestFormat', `The ${name} of a security rule must be one of ${words.join(', ')}.`);
}

/** A priority from 100 to 4096. @throws ArmError 400 */
function priorityIn({ priority }: Rule): number {
  const given = Number(priority);
  if (Number.isInteger(given) && given >= 100 && given <= 4096) return given;
  throw invalid(
    'SecurityRuleInvalidPriority',
    `Security rule has invalid Priority. Value provided: ${String(priority)} Allowed range 100-4096.`,
  );
}

/** A value that is given once or several times, never both nor neither. @throws ArmError 400 */
function requireOne(rule: string, name: string, one: unknown, several: unknown): void {
  const isSeveral = list(several).length > 0;
  if ((text(one) !== undefined) !== isSeveral) return;
  throw invalid(
    'SecurityRuleParameterContainsUnsupportedValue',
    `Security rule ${rule} must have one of ${name} and ${name}es or ${name}s.`,
  );
}

const isPortRange = (range: string): boolean => {
  const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(range) ?? [];
  return range === '*' || (first !== undefined && Number(first) <= Number(last) && Number(last) <= 65_535);
};

/** @throws ArmError 400 */
function requirePorts(rule: string, properties: Rule): void {
  const { sourcePortRange, sourcePortRanges, destinationPortRange, destinationPortRanges } = properties;
  requireOne(rule, 'sourcePortRange', sourcePortRange, sourcePortRanges);
  requireOne(rule, 'destinationPortRange', destinationPortRange, destinationPortRanges);
  const ranges = [sourcePortRange, destinationPortRange, ...list(sourcePortRanges), ...list(destinationPortRanges)];
  const bad = ranges.flatMap((range) => text(range) ?? []).find((range) => !isPortRange(range));
  if (bad !== undefined)
    throw invalid(
      'SecurityRuleInvalidPortRange',
      `Security rule ${rule} has invalid Port range. Value provided: ${bad}. Value should be an integer OR integer range with '-' delimiter. Valid range 0-65535.`,
    );
}

/** @throws ArmError 400 or 501 */
function requireAddresses(rule: string, properties: Rule): void {
  const { sourceApplicationSecurityGroups, destinationApplicationSecurityGroups } = properties;
  if (list(sourceApplicationSecurityGroups).length + list(destinationApplicationSecurityGroups).length > 0) {
    throw new ArmError(501, 'NotImplemented', 'Local Azure has no application security groups.');
  }
  requireOne(rule, 'sourceAddressPrefix', properties['sourceAddressPrefix'], properties['sourceAddressPrefixes']);
  requireOne(rule, 'destinationAddressPrefix', properties['destinationAddressPrefix'], properties['destinationAddressPrefixes']);
}

/** A rule in the form in which its group holds it. @throws ArmError 400 or 501 */
function ruleOf(nsgId: string, given: unknown): Rule {
  const name = text(at(given, 'name')) ?? '';
  const properties = record(at(given, 'properties'));
  requirePorts(name, properties);
  requireAddresses(name, properties);
  return {
    name,
    id: `${nsgId}/securityRules/${name}`,
    type: RULE_TYPE,
    properties: {
      ...NOTHING_SEVERAL,
      ...properties,
      protocol: wordIn(properties, 'protocol', PROTOCOLS),
      access: wordIn(properties, 'access', ACCESS),
      priority: priorityIn(properties),
      direction: wordIn(properties, 'direction', DIRECTIONS),
      provisioningState: 'Succeeded',
    },
  };
}

const placeOf = ({ properties }: Rule) => `${String(at(properties, 'direction'))} ${String(at(properties, 'priority'))}`;

/** The rules that a group is to have. @throws ArmError 400 when two of them have one name, or priority and direction */
export function rulesOf(nsgId: string, given: readonly unknown[]): Rule[] {
  const rules = given.map((rule) => ruleOf(nsgId, rule));
  for (const [place, rule] of rules.entries()) {
    const before = rules.slice(0, place);
    const other = before.find((one) => placeOf(one) === placeOf(rule));
    const [name, otherName] = [String(rule['name']), String(other?.['name'])];
    if (other)
      throw invalid(
        'SecurityRuleConflict',
        `Security rule ${name} conflicts with rule ${otherName}. Rules cannot have the same Priority and Direction.`,
      );
    if (before.some(isCalled(name))) throw invalid('SecurityRuleConflict', `There are two security rules with the name ${name}.`);
  }
  return rules;
}

const isCalled = (name: string) => (rule: unknown) => text(at(rule, 'name'))?.toLowerCase() === name.toLowerCase();
const groupOf = (call: ArmCall): ArmResource =>
  resourceOf(call, NSG_TYPE, call.path.replace(/\/(?:defaultS|s)ecurityRules(?:\/[^/]+)?$/i, ''));
const stored = (nsg: ArmResource): readonly unknown[] => list(nsg.properties['securityRules']);

function found(call: ArmCall, rules: readonly unknown[]): ArmAnswer {
  const rule = rules.find(isCalled(call.params['rule'] ?? ''));
  if (rule === undefined) throw new ArmError(404, 'NotFound', `Resource ${call.path} not found.`);
  return { status: 200, body: rule };
}

function replace({ world }: ArmCall, nsg: ArmResource, rules: readonly unknown[]): void {
  world.resources.put({ ...nsg, properties: { ...nsg.properties, securityRules: rulesOf(nsg.id, rules) } });
}

/** Those that somebody made. @throws ArmError 404 without their group */
export const listRules = (call: ArmCall): ArmAnswer => ({ status: 200, body: { value: stored(groupOf(call)) } });

/** One of those by its name, in any case. @throws ArmError 404 */
export const getRule = (call: ArmCall): ArmAnswer => found(call, stored(groupOf(call)));

/** Those that every group has. @throws ArmError 404 without their group */
export const listDefaultRules = (call: ArmCall): ArmAnswer => ({ status: 200, body: { value: defaultRulesOf(groupOf(call).id) } });

/** One of those by its name, in any case. @throws ArmError 404 */
export const getDefaultRule = (call: ArmCall): ArmAnswer => found(call, defaultRulesOf(groupOf(call).id));

/** PUT of a rule: 201 when new. @throws ArmError 400, 404 or, for application security groups, 501 */
export function putRule(call: ArmCall): ArmAnswer {
  const nsg = groupOf(call);
  const name = call.params['rule'] ?? '';
  const isOther = (rule: unknown) => !isCalled(name)(rule);
  const before = stored(nsg);
  replace(call, nsg, [...before.filter(isOther), { ...recordOrNone(call.body), name }]);
  return { ...found(call, stored(groupOf(call))), status: before.every(isOther) ? 201 : 200 };
}

/** 204 where there was none. @throws ArmError 404 without its group */
export function deleteRule(call: ArmCall): ArmAnswer {
  const nsg = groupOf(call);
  const before = stored(nsg);
  const after = before.filter((rule) => !isCalled(call.params['rule'] ?? '')(rule));
  replace(call, nsg, after);
  return { status: after.length < before.length ? 200 : 204 };
}
