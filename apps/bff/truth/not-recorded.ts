const PIM = 'Privileged Identity Management takes a license that the tenants of the public test suites do not have.';
const GROUP_DELETED =
  'Test suites delete the whole resource group. What was recorded of other providers’ deletes does not count: each answers otherwise (200, 202, 204).';
const VALIDATED =
  'The Azure portal asks it before a person confirms; none of the command lines and SDKs whose recordings were searched does.';
const LISTED = 'Recorded are single ones; test suites do not list a subscription that they share with others.';
const PAIRED =
  'The suite of the command line turns Cross Region Restore on and ends there: points take two days to come to the paired region.';
const NOT_GATHERED = 'None of the recordings that were gathered so far holds it.';

/** Why no real answer was read by an operation: by its name, for every one of them. */
export const NOT_RECORDED: Readonly<Record<string, string>> = {
  ProtectionIntent_Validate: VALIDATED,
  Operation_Validate: VALIDATED,
  RecoveryPoints_GetAccessToken: PAIRED,
  AadProperties_Get: PAIRED,
  CrossRegionRestore_Trigger: PAIRED,
  CrrOperationStatus_Get: PAIRED,
  BackupCrrJobs_List: PAIRED,
  BackupCrrJobDetails_Get: PAIRED,
  Token_OnBehalfOf: 'Recorders of test suites leave token exchanges out or replace them, and none acts on behalf of a user.',
  Discovery_Keys:
    'Servers that check tokens ask for these keys, and the suites are clients. `npm run doctor -- --record` writes them down.',
  ResourceGuardProxy_UnlockDelete:
    'It takes a guard of a second person; the suites have only their requests recorded, with no answer at hand.',
  RoleEligibilityScheduleInstances_List: PIM,
  RoleAssignmentScheduleInstances_ListForScope: PIM,
  RoleAssignmentScheduleRequests_ListForScope: PIM,
  NetworkInterfaces_Delete: GROUP_DELETED,
  PublicIPAddresses_Delete: GROUP_DELETED,
  Disks_Delete: GROUP_DELETED,
  Container_Delete: 'Recorded of containers are only refusals of other requests; deletes of blobs are recorded and read.',
  Service_ListContainers:
    'Nothing of its answer is read but whether a firewall refuses it, and that refusal is recorded of another request.',
  ManagementGroups_GetDescendants: 'The suites work in one subscription and look at none of the groups above it.',
  ManagementGroups_List: 'As for GetDescendants.',
  ManagementLocks_ListAtResourceGroupLevel: 'The suites lock nothing they would have to unlock again before they delete it.',
  Providers_Get: NOT_GATHERED,
  Providers_Register: NOT_GATHERED,
  PolicyRestrictions_CheckAtResourceGroupScope: NOT_GATHERED,
  PolicyAssignments_Get: NOT_GATHERED,
  PolicyDefinitions_GetBuiltIn: NOT_GATHERED,
  NetworkInterfaces_ListAll: LISTED,
  PublicIPAddresses_ListAll: LISTED,
  Users_ListTransitiveMemberOf: 'The suites sign in as applications, which are in no groups; recorded of Graph are service principals.',
  ResourceGroups_Delete: NOT_GATHERED,
  NetworkSecurityGroups_CreateOrUpdate: NOT_GATHERED,
  NetworkSecurityGroups_Get: NOT_GATHERED,
  PublicIPAddresses_Get: NOT_GATHERED,
  VirtualNetworks_CreateOrUpdate: NOT_GATHERED,
  VirtualNetworks_ListUsage: NOT_GATHERED,
  VirtualMachines_RetrieveBootDiagnosticsData: NOT_GATHERED,
  KeyVault_Vaults_CheckNameAvailability: 'The suites make names up and never ask whether they are free.',
};
