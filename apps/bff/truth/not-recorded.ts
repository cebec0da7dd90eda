const PIM = 'Cannot be recorded: Privileged Identity Management takes a license that the tenants of the public test suites do not have.';
const VALIDATED =
  'Searched, not found: the Azure portal asks it before a person confirms, and no recording of the command lines and SDKs searched does.';
const NOT_SEARCHED = 'Not searched.';

/** Why no real answer was read by an operation: searched and not found, cannot be recorded, or not searched. */
export const NOT_RECORDED: Readonly<Record<string, string>> = {
  ProtectionIntent_Validate: VALIDATED,
  Operation_Validate: VALIDATED,
  BackupCrrJobs_List: NOT_SEARCHED,
  Token_OnBehalfOf:
    'Cannot be recorded: recorders of test suites leave token exchanges out or replace them, and none acts on behalf of a user.',
  Discovery_Keys: 'Searched, not found: the suites are clients and check no tokens. `npm run doctor -- --record` writes them down.',
  RoleEligibilityScheduleInstances_List: PIM,
  RoleAssignmentScheduleInstances_ListForScope: PIM,
  RoleAssignmentScheduleRequests_ListForScope: PIM,
  ManagementGroups_GetDescendants: NOT_SEARCHED,
  ManagementLocks_ListAtResourceGroupLevel: NOT_SEARCHED,
  PolicyRestrictions_CheckAtResourceGroupScope: NOT_SEARCHED,
  Users_ListTransitiveMemberOf: 'Cannot be recorded: the suites sign in as applications, which are in no groups.',
  VirtualNetworks_ListUsage: NOT_SEARCHED,
  KeyVault_Vaults_CheckNameAvailability: NOT_SEARCHED,
};
