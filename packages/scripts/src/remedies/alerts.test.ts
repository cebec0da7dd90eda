import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { alertScript, type SilentVault } from './alerts';

const vault = (subscriptionId: string, vaultName: string, isOff = false): SilentVault => ({
  subscriptionId,
  resourceGroup: "It's (a) group",
  vaultName,
  isOff,
});
const vaults = [vault('s1', 'One'), vault('S1', 'Two', true), vault('s2', 'Three')];
const ADDRESS = "o'neill@contoso.example";

/** What az would be called with: the script is run by a real shell in which the command only says its arguments. */
function run(script: string): string[] {
  const az = 'command() { printf "%s|" "${@:2}" >&2; echo >&2; echo /the/group; };';
  const { stderr, status } = spawnSync('bash', ['-c', `${az} ${script}`], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stderr.trim().split('\n');
}

const scope = (name: string, subscription: string) =>
  `/subscriptions/${subscription}/resourceGroups/It's (a) group/providers/Microsoft.RecoveryServices/vaults/${name}`;

it('the script makes a group and a rule for each vault in its subscription, and turns on the alerts of those that raise none', () => {
  const calls = run(alertScript('az', vaults, ADDRESS));
  const made = ['monitor action-group create', 'monitor alert-processing-rule create'];
  expect(calls.map((call) => call.split('|').slice(0, 3).join(' '))).toEqual([
    'account set --subscription',
    ...made,
    'backup vault backup-properties',
    ...made,
    'account set --subscription',
    ...made,
  ]);
  expect(calls[3]).toContain("|--resource-group|It's (a) group|--name|Two|--job-failure-alerts|Enable|");
  expect(calls[1]).toContain(`|--action|email|${ADDRESS}|${ADDRESS}|`);
  expect(calls[2]).toMatch(/\|--action-groups\|\/the\/group\|/);
  const asked = calls.map((call) => /\|--subscription\|([^|]+)\|$/.exec(call)?.[1]);
  expect(asked).toEqual(['s1', 's1', 's1', 's1', 's1', 's1', 's2', 's2', 's2']);
  expect(calls[5]).toContain(`|--scopes|${scope('Two', 'S1')}|`);
});

it.each(['az', 'powershell'] as const)('what was made for a vault is not written over when another’s turn comes (%s)', (shell) => {
  const names = vaults.map((one) => alertScript(shell, [one], ADDRESS).match(/(?<=-name |-Name )'tresor-[^']+'/g) ?? []);
  expect(names.flat()).toHaveLength(2 * vaults.length);
  expect(new Set(names.flat()).size).toBe(vaults.length);
});

it('vaults of one name have theirs each in the group of the vault', () => {
  const calls = run(alertScript('az', [vault('s1', 'One'), { ...vault('s1', 'One'), resourceGroup: 'Other' }], ADDRESS));
  const groups = calls.flatMap((call) => /action-group.*--resource-group\|([^|]+)/.exec(call)?.[1] ?? []);
  expect(groups).toEqual(["It's (a) group", 'Other']);
});

it('no rule is made without the group that it should name', () => {
  const az = 'command() { echo "$*" >&2; [[ "$*" != *action-group* ]]; };';
  const { stderr, status } = spawnSync('bash', ['-c', `${az} ${alertScript('az', vaults, ADDRESS)}`], { encoding: 'utf8' });
  expect(status).not.toBe(0);
  expect(stderr).not.toContain('alert-processing-rule');
});

it('PowerShell gets the same values as verbatim strings', () => {
  const script = alertScript('powershell', vaults, ADDRESS);
  expect(script).toContain("-EmailAddress 'o''neill@contoso.example'");
  expect(script).toContain("-Name 'Two' -DisableAzureMonitorAlertsForJobFailure $false");
  expect(script.match(/Set-AzAlertProcessingRule/g)).toHaveLength(3);
});
