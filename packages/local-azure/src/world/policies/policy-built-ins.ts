import { readBack } from '../json';
import type { PolicyDefinition, PolicyParameter } from './policy-definitions';
import { EVERY_MACHINE, PROTECTING, WITH_TAG, WITHOUT_TAG } from './protecting-policies';

const EFFECT: PolicyParameter = {
  type: 'String',
  metadata: { displayName: 'Effect', description: 'What becomes of what does not comply' },
  allowedValues: ['Audit', 'Deny', 'Disabled'],
  defaultValue: 'Audit',
};

const described = (type: string, displayName: string, description: string, strongType?: string): PolicyParameter => ({
  type,
  metadata: { displayName, description, ...(strongType !== undefined && { strongType }) },
});

const listOfAllowedLocations = described('Array', 'Allowed locations', 'Where things may be made', 'location');
const tagName = described('String', 'Tag Name', 'What the tag is called');
const tagValue = described('String', 'Tag Value', 'What the tag has to say');

const ofType = (type: string) => ({ field: 'type', equals: type });
const GROUPS = ofType('Microsoft.Resources/subscriptions/resourceGroups');
const TAG = "[concat('tags[', parameters('tagName'), ']')]";
const CHOSEN = "[parameters('effect')]";
const notRecovered = { field: 'Microsoft.KeyVault/vaults/createMode', notEquals: 'recover' };

interface BuiltIn extends Omit<PolicyDefinition, 'scope' | 'policyRule'> {
  condition: object;
  effect: string;
  details?: object;
}

const IF_MISSING: PolicyParameter = {
  ...EFFECT,
  allowedValues: ['auditIfNotExists', 'AuditIfNotExists', 'deployIfNotExists', 'DeployIfNotExists', 'disabled', 'Disabled'],
  defaultValue: 'DeployIfNotExists',
};

const optional = (parameter: PolicyParameter, defaultValue: unknown): PolicyParameter => ({ ...parameter, defaultValue });

const vaultLocation = described('String', 'Location', 'The region of the machines and of the vault', 'location');
const backupPolicyId = described(
  'String',
  'Backup Policy',
  'ARM id of the policy, in a vault of that region, by which machines are backed up',
  'Microsoft.RecoveryServices/vaults/backupPolicies',
);
const wordTag = described('String', 'Tag Name', 'What the tag is called');
const wordsOfTag = described('Array', 'Tag Values', 'What the tag may say');

const GROUP_TAG = "[resourceGroup().tags[parameters('tagName')]]";
const changing = (operation: string, value: string) => ({
  roleDefinitionIds: ['/providers/microsoft.authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c'],
  operations: [{ operation, field: TAG, value }],
});

const BUILT_INS: readonly BuiltIn[] = [
  {
    name: 'e56962a6-4747-49cd-b67b-bf8b01975c4c',
    displayName: 'Allowed locations',
    description: 'Nothing is made elsewhere, but for groups and what has no region.',
    category: 'General',
    version: '1.0.0',
    mode: 'Indexed',
    parameters: { listOfAllowedLocations },
    condition: {
      allOf: [
        { field: 'location', notIn: "[parameters('listOfAllowedLocations')]" },
        { field: 'location', notEquals: 'global' },
        { field: 'type', notEquals: 'Microsoft.AzureActiveDirectory/b2cDirectories' },
      ],
    },
    effect: 'deny',
  },
  {
    name: 'e765b5de-1225-4ba3-bd56-1ac6695af988',
    displayName: 'Allowed locations for resource groups',
    description: 'No group is made elsewhere.',
    category: 'General',
    version: '1.0.0',
    mode: 'All',
    parameters: { listOfAllowedLocations },
    condition: { allOf: [GROUPS, { field: 'location', notIn: "[parameters('listOfAllowedLocations')]" }] },
    effect: 'deny',
  },
  {
    name: '96670d01-0a4d-4649-9c89-2d3abc0a5025',
    displayName: 'Require a tag on resource groups',
    description: 'No group is without this tag.',
    category: 'Tags',
    version: '1.0.0',
    mode: 'All',
    parameters: { tagName },
    condition: { allOf: [GROUPS, { field: TAG, exists: 'false' }] },
    effect: 'deny',
  },
  {
    name: '8ce3da23-7156-49e4-b145-24f95f9dcb46',
    displayName: 'Require a tag and its value on resource groups',
    description: 'No group is without this tag, or has it with another value.',
    category: 'Tags',
    version: '1.0.0',
    mode: 'All',
    parameters: { tagName, tagValue },
    condition: { allOf: [GROUPS, { field: TAG, notEquals: "[parameters('tagValue')]" }] },
    effect: 'deny',
  },
  {
    name: '871b6d14-10aa-478d-b590-94f262ecfa99',
    displayName: 'Require a tag on resources',
    description: 'No resource is without this tag; groups may be.',
    category: 'Tags',
    version: '1.0.1',
    mode: 'Indexed',
    parameters: { tagName },
    condition: { field: TAG, exists: 'false' },
    effect: 'deny',
  },
  {
    name: '1e30110a-5ceb-460c-a204-c1c3969c6d62',
    displayName: 'Require a tag and its value on resources',
    description: 'No resource is without this tag, or has it with another value; groups may.',
    category: 'Tags',
    version: '1.0.1',
    mode: 'Indexed',
    parameters: { tagName, tagValue },
    condition: { not: { field: TAG, equals: "[parameters('tagValue')]" } },
    effect: 'deny',
  },
  {
    name: 'ea3f2387-9b95-492a-a190-fcdc54f7b070',
    displayName: 'Inherit a tag from the resource group if missing',
    description: 'What is made or changed without this tag gets it from its group.',
    category: 'Tags',
    version: '1.0.0',
    mode: 'Indexed',
    parameters: { tagName },
    condition: {
      allOf: [
        { field: TAG, exists: 'false' },
        { value: GROUP_TAG, notEquals: '' },
      ],
    },
    effect: 'modify',
    details: changing('add', GROUP_TAG),
  },
  {
    name: 'cd3aa116-8754-49c9-a813-ad46512ece54',
    displayName: 'Inherit a tag from the resource group',
    description: 'What is made or changed gets this tag from its group, whatever it said before.',
    category: 'Tags',
    version: '1.0.0',
    mode: 'Indexed',
    parameters: { tagName },
    condition: {
      allOf: [
        { field: TAG, notEquals: GROUP_TAG },
        { value: GROUP_TAG, notEquals: '' },
      ],
    },
    effect: 'modify',
    details: changing('addOrReplace', GROUP_TAG),
  },
  {
    name: '5ffd78d9-436d-4b41-a421-5baa819e3008',
    displayName: 'Add or replace a tag on resources',
    description: 'What is made or changed gets this tag with this value; groups do not.',
    category: 'Tags',
    version: '1.0.0',
    mode: 'Indexed',
    parameters: { tagName, tagValue },
    condition: { field: TAG, notEquals: "[parameters('tagValue')]" },
    effect: 'modify',
    details: changing('addOrReplace', "[parameters('tagValue')]"),
  },
  {
    name: '405c5871-3e91-4644-8a63-58e19d68ff5b',
    displayName: 'Azure Key Vault should disable public network access',
    description: 'No key vault answers the internet.',
    category: 'Key Vault',
    version: '1.0.0',
    mode: 'Indexed',
    parameters: { effect: EFFECT },
    condition: {
      allOf: [
        ofType('Microsoft.KeyVault/vaults'),
        notRecovered,
        { field: 'Microsoft.KeyVault/vaults/publicNetworkAccess', notEquals: 'Disabled' },
      ],
    },
    effect: CHOSEN,
  },
  {
    name: '0b60c0b2-2dc2-4e1c-b5c9-abbed971de53',
    displayName: 'Key vaults should have deletion protection enabled',
    description: 'What is deleted in a key vault comes back until its time is over, and nobody ends that sooner.',
    category: 'Key Vault',
    version: '2.1.0',
    mode: 'Indexed',
    parameters: { effect: EFFECT },
    condition: {
      allOf: [
        ofType('Microsoft.KeyVault/vaults'),
        notRecovered,
        {
          anyOf: [
            {
              allOf: [
                { value: '[requestContext().apiVersion]', less: '2019-09-01' },
                {
                  anyOf: [
                    { field: 'Microsoft.KeyVault/vaults/enableSoftDelete', equals: 'false' },
                    { field: 'Microsoft.KeyVault/vaults/enableSoftDelete', exists: 'false' },
                  ],
                },
              ],
            },
            {
              allOf: [
                { value: '[requestContext().apiVersion]', greaterOrEquals: '2019-09-01' },
                { field: 'Microsoft.KeyVault/vaults/enableSoftDelete', equals: 'false' },
              ],
            },
            { field: 'Microsoft.KeyVault/vaults/enablePurgeProtection', exists: 'false' },
            { field: 'Microsoft.KeyVault/vaults/enablePurgeProtection', equals: 'false' },
          ],
        },
      ],
    },
    effect: CHOSEN,
  },
  {
    name: '12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5',
    displayName: '[Preview]: Azure Key Vault should use RBAC permission model',
    description: 'Roles say who may do what with keys and secrets, not the access policies of the key vault.',
    category: 'Key Vault',
    version: '1.0.0-preview',
    mode: 'Indexed',
    parameters: { effect: EFFECT },
    condition: {
      allOf: [
        ofType('Microsoft.KeyVault/vaults'),
        { not: { field: 'Microsoft.KeyVault/vaults/createMode', equals: 'recover' } },
        {
          anyOf: [
            { field: 'Microsoft.KeyVault/vaults/enableRbacAuthorization', exists: 'false' },
            { field: 'Microsoft.KeyVault/vaults/enableRbacAuthorization', equals: 'false' },
          ],
        },
      ],
    },
    effect: CHOSEN,
  },
  {
    name: 'b2982f36-99f2-4db5-8eff-283140c09693',
    displayName: 'Storage accounts should disable public network access',
    description: 'No storage account answers the internet.',
    category: 'Storage',
    version: '1.0.1',
    mode: 'All',
    parameters: { effect: EFFECT },
    condition: {
      allOf: [
        ofType('Microsoft.Storage/storageAccounts'),
        { field: 'Microsoft.Storage/storageAccounts/publicNetworkAccess', notEquals: 'Disabled' },
      ],
    },
    effect: CHOSEN,
  },
  {
    name: '34c877ad-507e-4c82-993e-3452a6e0ad3c',
    displayName: 'Storage accounts should restrict network access',
    description: 'A storage account answers the networks that it names, and no others.',
    category: 'Storage',
    version: '1.1.0',
    mode: 'Indexed',
    parameters: { effect: EFFECT },
    condition: {
      allOf: [
        ofType('Microsoft.Storage/storageAccounts'),
        { field: 'Microsoft.Storage/storageAccounts/networkAcls.defaultAction', notEquals: 'Deny' },
      ],
    },
    effect: CHOSEN,
  },
  {
    name: 'cccc23c7-8427-4f53-ad12-b6a63eb452b3',
    displayName: 'Allowed virtual machine size SKUs',
    description: 'No virtual machine has another size.',
    category: 'Compute',
    version: '1.0.1',
    mode: 'Indexed',
    parameters: {
      listOfAllowedSKUs: described('Array', 'Allowed Size SKUs', 'Which sizes virtual machines may have', 'VMSKUs'),
    },
    condition: {
      allOf: [
        ofType('Microsoft.Compute/virtualMachines'),
        { not: { field: 'Microsoft.Compute/virtualMachines/sku.name', in: "[parameters('listOfAllowedSKUs')]" } },
      ],
    },
    effect: 'deny',
  },
  {
    name: '83a86a26-fd1f-447c-b59d-e51f44264114',
    displayName: 'Network interfaces should not have public IPs',
    description: 'No network interface has a public address.',
    category: 'Network',
    version: '1.0.0',
    mode: 'Indexed',
    parameters: {},
    condition: {
      allOf: [
        ofType('Microsoft.Network/networkInterfaces'),
        { not: { field: 'Microsoft.Network/networkInterfaces/ipconfigurations[*].publicIpAddress.id', notLike: '*' } },
      ],
    },
    effect: 'deny',
  },
  {
    name: '9ebbbba3-4d65-4da9-bb67-b22cfaaff090',
    displayName: '[Preview]: Azure Recovery Services vaults should disable public network access',
    description: 'No Recovery Services vault answers the internet.',
    category: 'Backup',
    version: '1.0.0-preview',
    mode: 'Indexed',
    parameters: { effect: EFFECT },
    condition: {
      allOf: [
        ofType('Microsoft.RecoveryServices/vaults'),
        { field: 'Microsoft.RecoveryServices/vaults/publicNetworkAccess', notEquals: 'Disabled' },
      ],
    },
    effect: CHOSEN,
  },
  {
    name: '345fa903-145c-4fe1-8bcd-93ec2adccde8',
    displayName: 'Configure backup on virtual machines with a given tag to an existing recovery services vault in the same location',
    description: 'Machines of known images that have the tag are backed up by the vault.',
    category: 'Backup',
    version: '9.3.0',
    mode: 'Indexed',
    parameters: {
      vaultLocation,
      inclusionTagName: optional(wordTag, ''),
      inclusionTagValue: wordsOfTag,
      backupPolicyId,
      effect: IF_MISSING,
    },
    condition: WITH_TAG,
    effect: CHOSEN,
    details: PROTECTING,
  },
  {
    name: '09ce66bc-1220-4153-8104-e3f51c936913',
    displayName: 'Configure backup on virtual machines without a given tag to an existing recovery services vault in the same location',
    description: 'Machines of known images are backed up by the vault, but for those that have the tag.',
    category: 'Backup',
    version: '9.3.0',
    mode: 'Indexed',
    parameters: {
      vaultLocation,
      backupPolicyId,
      exclusionTagName: optional(wordTag, ''),
      exclusionTagValue: optional(wordsOfTag, []),
      effect: IF_MISSING,
    },
    condition: WITHOUT_TAG,
    effect: CHOSEN,
    details: PROTECTING,
  },
];

// Whatever has a member of this name as a literal is taken for a promise.
const ruleOf = ({ condition, effect, details }: Pick<BuiltIn, 'condition' | 'effect' | 'details'>): unknown =>
  readBack<unknown>(`{"if":${JSON.stringify(condition)},"then":${JSON.stringify({ effect, details })}}`);

/** Some of the policies that come with Azure, by name, id and rule as github.com/Azure/azure-policy has them, described in words of our own. */
export const BUILT_IN_POLICIES: readonly PolicyDefinition[] = BUILT_INS.map(({ condition, effect, details, ...others }) => ({
  ...others,
  scope: '',
  policyRule: ruleOf({ condition, effect, ...(details && { details }) }),
}));

/** A policy of an organization’s own, at a subscription: its machines are backed up by a vault, whatever they were made of. */
export const backingUpEveryMachine = (scope: string): PolicyDefinition => ({
  name: 'back-up-every-machine',
  scope,
  displayName: 'Back up every virtual machine',
  description: 'Machines are backed up by the vault, those that were made of disks included.',
  category: 'Backup',
  version: '1.0.0',
  mode: 'Indexed',
  parameters: { vaultLocation, backupPolicyId },
  policyRule: ruleOf({ condition: EVERY_MACHINE, effect: 'deployIfNotExists', details: PROTECTING }),
});
