import { inSubscription, needsBash } from '../bash';
import { stoppedAt } from '../heading';
import type { ItemValues } from '../values';
import { sh, type Code } from '../writing';
import { lines, type Frame, type Section } from '../script';

/** Says in which part a command failed, in the shell that it is set in. */
export const reportWhere = sh`trap 'echo "$stopped: $doing$left" >&2' ERR`;

/** Stops where a function answers no: what fails within a function is not reported. */
export const must = (holds: Code): Code => sh`${holds} || false`;

export const FRAME: Frame = {
  dialect: 'az',
  first: '#!/usr/bin/env bash',
  // A part of its own: pasted into a shell it leaves that open, asks the person and not the next line, and removes what is for itself alone.
  opening: (language) =>
    lines(sh`(`, needsBash, sh`set -euo pipefail`, sh`umask 077`, sh`stopped=${stoppedAt(language)}`, sh`left=''`, reportWhere),
  doing: (what) => sh`doing=${what}`,
  closing: sh`)`,
};

/** Signs in and says which vault all that follows is about. */
export function signIn(subscriptionId: string, resourceGroup: string, vaultName: string): Section {
  return {
    says: 'signIn',
    code: lines(
      sh`az account show --output none 2>/dev/null || az login --output none`,
      sh`az account set --subscription ${subscriptionId}`,
      sh`subscription=${subscriptionId}`,
      inSubscription,
      sh`vault=(--resource-group ${resourceGroup} --vault-name ${vaultName})`,
    ),
  };
}

/** The service's own name of the item; how it spells it may differ. */
export const itemNameOf = ({ vmGroup, vmName }: Pick<ItemValues, 'vmGroup' | 'vmName'>): string =>
  `VM;iaasvmcontainerv2;${vmGroup};${vmName}`;

/** The protected item, by the service's own names: two machines of one name cannot be mistaken for each other. */
function item(values: ItemValues): Section {
  const name = itemNameOf(values);
  return {
    says: 'item',
    code: lines(
      sh`item=("\${vault[@]}" --container-name ${name.replace('VM', 'IaasVMContainer')} --item-name ${name})`,
      sh`kind=(--backup-management-type AzureIaasVM --workload-type VM)`,
    ),
  };
}

/** What every script about a machine begins with. */
export const opening = (values: ItemValues): Section[] => [
  signIn(values.subscriptionId, values.resourceGroup, values.vaultName),
  item(values),
];

/** A folder for key data that nobody else can read and that is gone when the script ends. */
export const temporaryFolder: Section = {
  says: 'temporary',
  code: lines(sh`temporary=$(mktemp -d)`, sh`trap 'rm -rf "$temporary"' EXIT`),
};
