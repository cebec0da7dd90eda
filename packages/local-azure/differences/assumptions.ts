/** Something that Local Azure does although no documentation and no recording of the service says so. */
interface Assumption {
  what: string;
  why: string;
}

/** By the namespace of the provider or the name of the data plane; the first ones hold everywhere. */
export const assumptions: Readonly<Record<string, readonly Assumption[]>> = {
  Everywhere: [
    {
      what: 'Every well-formed api-version is accepted; answers look alike in all of them, but for a few members named in the code and for those versions of Azure Backup that ask the paired region.',
      why: 'Clients of many ages must be served, and what a version adds they pass over.',
    },
    {
      what: 'A segment of a path that holds an encoded slash is refused with 400 InvalidRequestUri.',
      why: 'One segment is one name, and no name holds a slash; how the service says so is stated nowhere.',
    },
    {
      what: 'In an unkind world role assignments, access policies, lists of a subscription and Resource Graph are late by the lengths below, always or as chance says; in a kind one everything counts at once.',
      why: 'The service names longest times, if any, and differs from day to day.',
    },
    {
      what: 'The headers with remaining calls show full buckets unless throttling is switched on; one bucket stands for each kind of call. Resource Graph, key vaults and single machines then have their own limits; that of Azure Backup is set by hand.',
      why: 'The limits of single providers are published in part only, and an hour of Azure Backup’s is a minute of a quickened world.',
    },
    {
      what: 'In the clouds for which no application id of the Backup service is published, China and the sovereign ones, it has that of the public cloud.',
      why: 'Microsoft’s documentation names those of the public cloud and of Azure Government alone.',
    },
    {
      what: 'Tokens of the computer’s managed identity are given for the exchange of workload identity federation alone, with that service’s application id as their audience.',
      why: 'The portal’s API needs no others; no recording shows such a token.',
    },
    {
      what: 'Writes (PUT, PATCH, POST) to a provider that is not registered in the subscription are refused, after rights and the resource group were looked at; reads and deletes are served.',
      why: 'Recordings of 2020 show the refusal of PUTs, with its words; none shows a reading.',
    },
    {
      what: 'A certificate that is not yet valid is refused with AADSTS700027, as one that is over or not registered; a disabled application is refused with AADSTS7000112 before its credential is looked at.',
      why: 'Numbers and words are from Microsoft’s list of error codes and from what people reported; no recording shows them.',
    },
    {
      what: 'Resource Manager refuses people PUT, PATCH and DELETE who have proved no more than a password, with 401 RequestDisallowedByAzure and a challenge for the authentication context p1; actions (POST) and programs are let through. Everybody here signs in with a second factor until told otherwise, by whatever grant.',
      why: 'Microsoft asks it of all tenants since October 2025, for what creates, updates or deletes; code, words and challenge are those that people report. Whether any action is refused as well nothing says.',
    },
    {
      what: 'Firewalls of key vaults and storage accounts take everybody to call from 198.51.100.7, which the refusal of a key vault tells; rules of addresses let in from there, rules of networks let in nobody.',
      why: 'All callers are on this computer, whose own address no firewall in Azure ever sees.',
    },
  ],
  'Microsoft.RecoveryServices': [
    {
      what: 'A first backup fails with UserErrorRequestDisallowedByPolicy where policies forbid the resource group of snapshots (AzureBackupRG_<region>_1, without tags) or the collection of restore points in it, which has the tags of its machine. Neither is shown; the group counts as made once any machine of the subscription in the region was backed up, or where one of that name stands, the collection once the machine was backed up.',
      why: 'The troubleshooting page names the code, its words, the tags and that the group may be made by hand; what a collection is tagged with and when policies are asked again nothing says.',
    },
    {
      what: 'A restore fails with UserErrorRequestDisallowedByPolicy, with the words of Resource Manager, where policies forbid its disks, and then leaves nothing; where they forbid the network interface or the machine made of the disks, these stay.',
      why: 'That Azure Backup makes disks and machines as requests to Resource Manager follows from the rights it asks for; the code is published of backups alone.',
    },
    {
      what: 'A restore asks its caller for storageAccounts/write at the staging account and resourceGroups/write at the group that takes the disks, enabling backup for virtualMachines/write at the machine; else 403 LinkedAuthorizationFailed. The machine that was backed up, which may be gone, is not asked about.',
      why: 'Azure’s table of roles for Azure Backup names these rights, and people report that a restore wants them; no recording shows the refusals.',
    },
    {
      what: 'Where a vault scans at the source, a recovery point tells of what was at work in the machine when its snapshot was taken (`threatStatus` with `threatInfo`, from version 2026 on); a threat of low severity makes a warning of it. What a restore brings back is infected as it was.',
      why: 'One recording of 2026 shows an unhealthy point with its threats; how the others are told, and since when, no page says.',
    },
    {
      what: 'Versions 2018-12-20, 2021-11-15 and 2023-01-15 ask the paired region of a vault. It has the points that were moved to the vault 12 hours after their moment, the first ones 48 hours after Cross Region Restore was turned on, and none of the snapshots.',
      why: 'The documentation names these lengths as the longest, and the swagger has those versions for that region alone; the real lags vary, and no recording shows them.',
    },
    {
      what: 'Nothing moves points to the archive; those of a seed that lie there are restored by a plain request as little as by one with a rehydration.',
      why: 'Policies with an archive are answered with 501; the documentation says that a rehydration is needed, and with which code a plain request is refused nothing shows.',
    },
    {
      what: 'An access token for a restore in the paired region is good for a day, for one point and one region; the service of every region signs in as the same application. Disks alone are restored there, as managed disks.',
      why: 'Path and members are those of the swagger, and a token recorded in May 2023 tells its day; what a wrong one is answered and what a job there tells beside other restores is not published.',
    },
    {
      what: 'A restore in the paired region does not have the item to itself, cannot be cancelled, though it is called cancellable, and is known to the lists of that region alone, not to those of the vault nor to Resource Graph.',
      why: 'Recorded in May 2023; no request that cancels it is described, and the command line asks that region for such jobs and refuses to stop them; whether the vault or Resource Graph names them nothing shows.',
    },
    {
      what: 'Where the Backup service of a region is made to answer no more, whatever is asked of it below its vaults and below its location is 503 ServiceUnavailable, after rights were looked at; vaults, Resource Graph and the paired region answer as ever, and what has begun goes on.',
      why: 'The documentation says that Cross Region Restore is there for such a day and that it is read from the secondary region; with what code the primary one is refused then nothing shows.',
    },
    {
      what: 'Points of encrypted machines hold the key and the secrets of their moment, with the bytes that a backup of each would hold.',
      why: 'No public recording shows the backup of a machine with Azure Disk Encryption; the form is that of the swagger and of the official scripts.',
    },
    {
      what: 'Unmanaged disks come back as managed ones (`restoreWithManagedDisks` and a resource group), as Standard HDDs with the encryption settings that the machine’s model or the VHD had, those of dual pass in version 1.0; a resource group alone makes none of them, and in the edition of January 2017 nothing does.',
      why: 'The member is in the swagger, and Microsoft’s PowerShell sends it, tests it, and warns where only the group is named; what the disks are like then no recording shows.',
    },
    {
      what: 'Whole machines are made of managed disks only; when disks are replaced the machine is turned off and on again by itself, and once a machine is touched the job can no longer be cancelled.',
      why: 'Recordings show both kinds of restore with the tasks and names of their jobs, but not what becomes of the machine meanwhile, nor a cancellation.',
    },
    {
      what: 'A vault protects machines of other subscriptions of its tenant, but not those that Azure Disk Encryption encrypts (UserErrorCrossSubscriptionBackupNotSupportedForEncryptedVm), and none of another tenant; the lists of machines that could be protected name those of its own subscription.',
      why: 'The official clients of 2026 do it and say what they look at first; the documentation says of Azure Disk Encryption only that it must be one subscription. No recording shows the codes.',
    },
    {
      what: 'A vault made without settings is locally redundant, and its soft delete is always on; in the edition of January 2017 it is geo-redundant, and soft delete can be turned off.',
      why: 'So a vault made on 9 September 2026 answered; in 2024 they were geo-redundant and not always on.',
    },
    {
      what: 'Soft delete is not turned off (BMSUserErrorDisablingSoftDeleteStateNotAllowed), and a new vault that is to be without it has it all the same, in the state Enabled; a vault that is without it stays so. In the edition of January 2017 it can be turned off where it is not always on, and what is deleted then is gone at once.',
      why: 'Code and message are those that users of the Azure CLI and of Terraform reported in 2025 and 2026. The documentation says that Azure enforces soft delete in all regions, but not what becomes of a vault that had turned it off, nor whether a Resource Guard is asked first.',
    },
    {
      what: 'A vault protects a machine of which another one keeps deleted data, but in the edition of January 2017; one whose backup is only stopped it does not.',
      why: 'Microsoft’s page on soft delete lets deleted items be registered again, with any vault; no recording shows a machine in two vaults.',
    },
    {
      what: 'From 15 September 2028 on, a machine that Azure Disk Encryption encrypts is refused protection, and its backups fail, with UserErrorAzureDiskEncryptionRetired; not in the edition of January 2017. Its disks go on unlocking, and restores go on working.',
      why: 'Microsoft’s page on encrypted machines says that backups will be blocked then and that restores might not work, and another one that disks no longer unlock after a restart; the code is assumed.',
    },
    {
      what: 'Backups of an item are suspended (BackupsSuspended) by a DisableBackup job, in an immutable vault only, else 400 BMSUserErrorInvalidInput; the item then names no policy, its points end by the one that was, and no Resource Guard is asked.',
      why: 'Clients of Microsoft show the state, where it is allowed, that the policy may be missing and that only stopping asks the guard; code, job and what becomes of points without a policy are in no recording.',
    },
    {
      what: 'The tenth backup of a virtual machine that is asked for on one day of UTC is refused with CloudDosAbsoluteLimitReached, but in the edition of January 2017.',
      why: 'The support matrix of 2026 names the number; the code is the one that Azure Backup gives for other limits of a day.',
    },
    {
      what: 'The 201st policy of a vault is refused with BMSUserErrorPolicyLimitReached, the 501st vault of a subscription in a region (in the edition of January 2017 the 26th) with VaultLimitReached.',
      why: 'The documentation names the numbers, and no codes.',
    },
    {
      what: 'Confidential VMs outside the preview are refused with UserErrorConfidentialVmNotSupported, Ultra Disks, Premium SSD v2 and (before version 2025-01-01) Trusted Launch with a standard policy with UserErrorDiskTypeNotSupportedWithStandardPolicy and UserErrorTrustedLaunchNotSupportedWithStandardPolicy.',
      why: 'The documentation says that they are not supported, and with which policy; no page and no recording shows the codes.',
    },
    {
      what: 'Of several scheduled backups a day the last one planned goes to the vault, the others end with their snapshot; a failed last one is not made up for by the next day’s first.',
      why: 'The documentation of enhanced policies says so, but for the failed one; how the service finds the last of a day it does not say.',
    },
    {
      what: 'Disks of a snapshot that was taken before the key was rotated are never made when the machine was encrypted without an Entra application; points in the vault are not concerned. The code is assumed.',
      why: 'The page on restoring encrypted machines says that it may fail and sends people to the vault; it names neither code nor exception.',
    },
    {
      what: 'In the edition of January 2017 the lack of a key vault or of keys refuses the restore of a whole machine, never that of its disks, and neither a template nor a file with keys is left beside the disks of an encrypted machine.',
      why: 'The article’s messages come from a text of October 2016, when whole machines were restored; its way to lost keys takes them from the recovery point, and the later one from beside disks that were restored without them. Template and file are documented from April and August 2017.',
    },
    {
      what: 'Schedules follow the clocks of their time zone, summer time included; retention is counted in calendar units of UTC from the moment of the point.',
      why: 'Policies name a time zone; an older page of the documentation says that backups do not follow summer time. The portal tells of both.',
    },
    {
      what: 'How long backups and restores take grows with the size of the disks; the first backup takes longest.',
      why: 'Recordings show one machine of 127 GiB; all other sizes are reckoned from it.',
    },
    {
      what: 'A policy that a machine is just being given cannot be deleted, and neither can a vault in which a job has an item to itself.',
      why: 'Otherwise the job would end with an item of a policy or vault that is gone.',
    },
    {
      what: 'A vault that is being deleted refuses changes with 409 ResourceBeingDeleted until it is gone.',
      why: 'Seen for other providers only.',
    },
    {
      what: 'Recovery of files (provisionInstantItemRecovery, revokeInstantItemRecovery) is refused for encrypted points and answers 501 for all others.',
      why: 'The service refuses it for encrypted machines; nothing here could mount the disks of the others.',
    },
    {
      what: 'Exported jobs are one JSON file of job details, in an account that nobody sees, and its key begins with a question mark.',
      why: 'The swagger names the address and the key; what lies there is described nowhere.',
    },
    {
      what: 'A security PIN is given to anyone who may ask, and nothing asks for it.',
      why: 'The service wants it for agents on computers of one’s own, which are not served.',
    },
    {
      what: 'What a Resource Guard protects is refused with 400 UserErrorOperationBlockedByResourceGuard where the request of the guard is missing or was not unlocked, and with 403 LinkedAuthorizationFailed where the caller names it without a right to it. What is unlocked may be deleted for half an hour by anyone who may delete it at all.',
      why: 'The documentation says that Resource Manager judges the caller’s rights on the guard, and recordings of the command line show the half hour; they show no refusal.',
    },
    {
      what: 'A policy is weaker, and with a Resource Guard needs its approval, that keeps points of any level or snapshots for less time or backs up less often; resuming and undeleting never do.',
      why: 'The concept page names reduced retention and a longer recovery point objective; the command line compares the same parts.',
    },
    {
      what: 'A vault is joined to another Resource Guard only after the first one’s removal was approved; a guard that is gone still protects, and nobody can approve it.',
      why: 'Anything else would undo the protection; no documentation speaks of either.',
    },
    {
      what: 'While nobody runs Local Azure its clock goes on, unless it stands; missed backups are made up for at the next start.',
      why: 'A service that never stops has no such case.',
    },
    {
      what: 'A recovery point is there from the end of its snapshot on, as a snapshot alone, and stays when the backup is cancelled after that; the state of the item waits for the end of the backup.',
      why: 'Microsoft’s page on instant restore says when a point can be used; what a cancellation leaves, and when the state turns, no recording shows.',
    },
    {
      what: 'A backup shows its transfer as not started for 15 seconds after the end of its snapshot.',
      why: 'Recordings show it so six and 14 seconds after, with a start that was in the past when it was told.',
    },
  ],
  'Microsoft.DataProtection': [
    {
      what: 'Resource Guards alone are served, with the critical operations of Recovery Services vaults; the types of the requests for immutability and for stopping with the data kept are named like the others.',
      why: 'Backup vaults are none of the journeys; the two newer types are in no description that was found.',
    },
    {
      what: 'Who holds an action of Microsoft.DataProtection on a guard may use its requests: Backup MUA Operator, Contributor and Owner.',
      why: 'The built-in role says so; the name of the action that Resource Manager asks for is published nowhere.',
    },
  ],
  'Microsoft.Compute': [
    {
      what: 'Disk encryption with an Entra application fails where security groups or the subnet keep the machine from Entra or from the key vault; without one the network is not asked about. The firewall of the key vault is not asked about either.',
      why: 'The documentation names both addresses for disk encryption with an application; the words of the failure are not published, and whether a machine without one needs them differs from page to page.',
    },
    {
      what: 'Machines of unmanaged disks are made, and start.',
      why: 'Azure has retired such disks and starts no machine with them; those of the article have them, and how the service refuses it no recording shows.',
    },
    {
      what: 'What became of an operation can be asked for seven days and until the end of the day, of every provider here.',
      why: 'Azure keeps it for a limited time, which it does not name for each.',
    },
    {
      what: 'A size that is neither listed nor of a series that exists is refused as InvalidParameter, as is an unknown SKU of a disk; an availability set that is missing as NotFound, as other things are that a machine names.',
      why: 'The first two are seen in public reports; for the third one shows the status alone.',
    },
    {
      what: 'Who copies a disk or a snapshot needs beginGetAccess at it, who attaches a disk needs to write it; a source in another region, or one that is neither disk nor snapshot, is refused with 400 InvalidParameter.',
      why: 'Azure’s refusals for want of these rights are known from what people report; the codes of the others are assumed.',
    },
    {
      what: 'A machine that attaches the disk of its system is of that disk’s security type, else 400 BadRequest, and of a size that starts the disk’s generation; settings of its firmware without a security type are refused as InvalidParameter, changes of either while it runs as OperationNotAllowed. Which firmware a machine with Trusted Launch has that names none is not said.',
      why: 'People report the first two refusals with their words; that the type has to be set for the third is in the reference, and that a machine is stopped for a change in the documentation, their codes are not.',
    },
    {
      what: 'A confidential machine that does not say what of the disk of its system is encrypted is refused with 400 BadRequest, one that says otherwise than the disk it attaches, too; of a machine that is none the member is refused with InvalidParameter. A disk encryption set for a confidential disk is not looked at.',
      why: 'People report the first refusal, of new disks; that it holds for attached ones, and the words of the others, are assumed.',
    },
    {
      what: 'Ultra Disks and Premium SSD v2 are taken without caching only, Ultra Disks only where additionalCapabilities.ultraSSDEnabled is set, which is changed while a machine is off. Write Accelerator is for premium disks that are cached for reading at most, on sizes of the M-series, as many as the size allows. Without a word of its model a machine caches the disk of its system for reading and writing, and no other.',
      why: 'Recorded or reported are the refusals of an Ultra Disk, of its caching and of a size without Write Accelerator, and that a new data disk is not cached; the documentation has the rest, not the words of its refusals.',
    },
    {
      what: 'A machine is put into a proximity placement group that is there (404 NotFound) and in its region (400 BadRequest), by who may write that; a group with machines is not deleted. Its data center has the sizes of the group’s intent alone, where it names some: a machine of another one is accepted and fails while it is made or started, with OverconstrainedAllocationRequest. That a data center is full does not happen. By which license a system runs is kept and shown, and nobody looks whether there is one. Dedicated hosts are not served.',
      why: 'That writing the group is needed is known from what people report, and the code of what fails late from the documentation; the other codes, and that the intent says all that the data center has, are assumed.',
    },
    {
      what: 'A machine that attaches a system with a purchasePlan and does not name that plan is accepted and fails while it is made, with VMMarketplaceInvalidInput; a plan is not changed later, 409 PropertyChangeNotAllowed. Terms of the marketplace count as accepted in every subscription.',
      why: 'People report the code, its words and that it comes late; how a plan that is added is refused is assumed.',
    },
    {
      what: 'Where a new machine is refused for want of cores, hardware or usable keys, its network interfaces are kept for it for 180 seconds: 400 NicReservedForAnotherVm for another machine and for their deletion.',
      why: 'People report code, words and length; after which refusals the service keeps them nobody lists.',
    },
    {
      what: 'Network interfaces are changed only while their machine is deallocated; else 400 AddingOrDeletingNetworkInterfacesOnARunningVirtualMachineNotSupported.',
      why: 'People report the code where one interface became several; that it holds for every change is assumed.',
    },
    {
      what: 'Of the conditions in headers only If-None-Match: * is heard, and only for machines, from version 2024-03-01 on: 412 PreconditionFailed where the machine is there. Machines have no ETag and If-Match answers 501; other resources do not hear either.',
      why: 'The reference names the header and its one value, not the refusal; its code is the one that people report of scale sets.',
    },
    {
      what: 'Every size is offered in every region, and in every zone of those that have zones, until it is taken away: a restricted one is listed with its restriction and refused with 409 SkuNotAvailable, as is a scarce one, which no list tells; of an exhausted one a machine is accepted and fails while it is made or started, with AllocationFailed or ZonalAllocationFailed. A machine that is there already is asked again only for another size.',
      why: 'The reference has the restrictions, people report the refusals with their words; which of them Azure gives when, nobody lists.',
    },
    {
      what: 'Cores are refused first for the region, then for the family of the size, when a machine is made, with OperationNotAllowed; changing a size is not looked at. What Azure goes on to tell, how to ask for more, is left out.',
      why: 'People report these words of machines that were made singly (and QuotaExceeded of deployments); which quota comes first nobody says.',
    },
    {
      what: 'A system whose start is damaged runs until its next start, is then shown as running with an agent that is not ready, and writes to its console why it stopped. Disks, snapshots and recovery points made of it are damaged, too.',
      why: 'Azure does not look into disks; what it shows of such a machine is what it shows of any whose agent does not answer.',
    },
    {
      what: 'An agent that hung comes up again with its machine; one that is not installed stays so.',
      why: 'The agent is a service of the system. Only somebody inside the machine installs it: in the server room.',
    },
    {
      what: 'Encryption at host and customer-managed keys at rest exclude disk encryption inside the machine; the codes are assumed.',
      why: 'Documentation names the restrictions, not the codes.',
    },
    {
      what: 'A disk of an availability zone is refused to a machine that is in none in the words that tell of another zone.',
      why: 'Documentation shows the refusal of another zone; that both have to be in one is said everywhere.',
    },
    {
      what: 'How long machines take to start, stop, be made and be encrypted is the same for all of them.',
      why: 'The service promises no times; these are like those that recordings show.',
    },
    {
      what: 'The codes with which keys and key vaults that cannot be used are refused are partly assumed.',
      why: 'Documentation gives the sentences, seldom the codes.',
    },
    {
      what: 'After the operation disk encryption prepares the machine for half a minute, and goes through the volumes of Linux for two more.',
      why: 'Recordings show the disk called encrypted while the extension is still transitioning; how long it takes depends on the disks.',
    },
    {
      what: 'Copies and snapshots of an encrypted disk are unlocked by the same secret and key as the disk was then.',
      why: 'It follows from how the encryption works; no recording shows it.',
    },
    {
      what: 'Members of a body that would name or make what is not here (placement, capacity, galleries, disks shared or guarded by Entra, load balancing) answer 501 where they say something.',
      why: 'Kept without effect, they would mislead an administrator who relies on them.',
    },
    {
      what: 'The screen of boot diagnostics shows in one font of capitals, and its log tells, how the machine stands at the moment of the question: its system, its disks, its agent, or the recovery key it waits for. Accounts of one’s own for it answer 501.',
      why: 'There is no machine that could draw or write; the state is what an administrator looks for there.',
    },
    {
      what: 'Run Command answers 501.',
      why: 'There is no machine in which a script could run, and an answer made up for some scripts would be taken for one of all.',
    },
    {
      what: 'Without osType an image is of Windows when its publisher is Microsoft’s own for Windows, SQL Server or SharePoint, else of Linux.',
      why: 'The service knows the image; none lies here.',
    },
    {
      what: 'An extension runs again when its settings, its version or forceUpdateTag are others than before.',
      why: 'It is what forceUpdateTag is documented for.',
    },
    {
      what: 'What is made or changed of a disk is done a second later, at once where the clock stands, and shows its new settings meanwhile; a machine that is to take the disk before is refused with 409 Conflict.',
      why: 'Recordings show operations of that length, and nobody who attaches a disk meanwhile.',
    },
    {
      what: 'Snapshots, availability sets and disk encryption sets are ready at once, and every size is offered to every machine.',
      why: 'Nothing in backing up and restoring waits for them.',
    },
    {
      what: 'A disk encryption set that follows its key looks for a newer version an hour after it was written, and each hour from then on.',
      why: 'The documentation says within one hour; nothing is published about what happens when it may not use the key, so it says so and tries again.',
    },
  ],
  'Microsoft.Storage': [
    { what: 'A new account is ready after a moment, whatever its kind and replication.', why: 'The service promises no times.' },
    {
      what: 'Signatures are judged by the clock of the computer, not by that of the world.',
      why: 'Clients make them by their own clock, which nobody can turn.',
    },
    {
      what: 'New metadata makes no version of a blob; a deleted container comes back under its own name alone; a former version can be listed, not read or deleted by itself. Accounts of the seed keep deleted blobs and containers for seven days.',
      why: 'What Tresor tells of deleted files needs no more. Microsoft’s documentation says that accounts made in the portal keep them so; recordings show the list of deleted blobs, and that a day that has begun is not counted.',
    },
  ],
  'Microsoft.Authorization': [
    {
      what: 'A PUT is judged by policies as it was sent, a PATCH by the resource with its members merged into it and its tags replaced, each before its provider is asked and after rights, registration and locks were looked at; tags that are changed by themselves as the resource that has them then; deletions and actions are let through. All policies in the way are named in one answer, where the organization has words of its own these instead. Evaluated comparisons are told to who may read policy assignments alone.',
      why: 'The documentation of the effect deny says when it is judged; code, words and members of the answer are those of Microsoft’s examples and of what people report. The order of these looks nothing says.',
    },
    {
      what: 'Of the policies that come with Azure nineteen are known, their texts shortened; policies of one’s own are made at a subscription or a management group. A rule with a field, a condition, a function or an effect that would not be followed is answered with 501 when it is made, and so are overrides, resource selectors, versions and identities of users of assignments; Azure knows many more. Initiatives are those that somebody made; of those that come with Azure, which have hundreds of policies, none is known.',
      why: 'The rules are those that Microsoft publishes; what is assigned must be followed in full or not at all.',
    },
    {
      what: 'An exemption counts as late as an assignment and ends at once, when it is deleted or expires; outside of the scope of its assignment it is refused with InvalidPolicyExemptionScope, and it is not told in the refusals of others. Of an initiative a policy without a reference id is called by its place. Words of the organization for one policy of an initiative stand in place of those for all.',
      why: 'The documentation describes structure, rights and what exemptions do; of codes, of how soon one counts and of ids that are left out nothing is said, and no recording is known.',
    },
    {
      what: 'Modify changes tags alone, of what is made or changed by a PUT or a PATCH, of tags that are changed by themselves, and of managed disks that Azure Backup restores; of disks that are made with a machine, snapshots and collections of restore points it changes none. Policies change one after the other, each what those before it left, and those that refuse are asked then. A tag that its group does not have is empty.',
      why: 'The documentation of the effect says when it is asked and what it does, and Microsoft publishes the rules; that two that change the same refuse each other unless they say otherwise is not followed. Of what services make themselves nothing is said.',
    },
    {
      what: 'DeployIfNotExists looks ten to fifteen minutes after a PUT or PATCH of a machine, or of its tags, whether a vault backs it up, keeps data of it or is about to begin; only then, and only for that, something is deployed: as PolicyDeployment_<number> in the group of the machine, with the rights of the assignment’s own identity. What that lacks is an entry in the activity log and nothing else. Machines that are there already are left alone, and remediation tasks are not served. Policies that look at the image of a machine pass over those that were made of disks.',
      why: 'The documentation of the effect says when it looks, and that its delay is ten minutes; how compliance is found says a quarter of an hour. The rules and the deployment are those that Microsoft publishes; that machines made of disks have no image people report (github.com/Azure/azure-policy/issues/1020). Whether a stopped backup counts nothing says.',
    },
    {
      what: 'A machine whose own disks policies forbid is accepted, and stands as failed with RequestDisallowedByPolicy; the disk, which is judged with the tags of the machine, is there then. Disks that a restored or attached machine is made of were judged when they were made.',
      why: 'People report such machines, with these words; in Azure the disk is not made, and whether it gets the tags of the machine no page says.',
    },
    {
      what: 'A read-only lock does not hinder the Backup service itself, whose jobs go on making disks in a group that is locked while they run.',
      why: 'The documentation of locks names backups that fail where the group of restore points is locked; of restores that are under way it says nothing.',
    },
    {
      what: 'Members that a role assignment does not have (condition, description) are null.',
      why: 'Known from what the command line shows; the swagger has no null there.',
    },
    {
      what: 'Role assignments at a resource, a group or what is below it go at once when that is deleted.',
      why: 'Documentation says so of key vaults alone; elsewhere it names assignments that are orphaned and cleaned up some time later.',
    },
    { what: 'Only the built-in roles that the journey needs are known.', why: 'There are hundreds, and the others change nothing here.' },
    {
      what: 'The codes with which built-in roles, missing or wide assignable scopes and the removal of the last owner are refused.',
      why: 'Documentation gives the sentences, not the codes.',
    },
    {
      what: 'An action of a custom role must belong to a provider of Microsoft; whether the provider has it is not checked.',
      why: 'The list of all actions is far longer than what is served here.',
    },
    {
      what: 'Conditions of role assignments answer 501; there are no management groups.',
      why: 'Neither the company nor the journeys have any.',
    },
    {
      what: 'Roles that are only eligible are activated and given back by anyone who is eligible, at once and by the settings that a role has at first (8 hours at most, with a reason, without anybody’s consent, but for roles of the seed that name who must approve); everybody may list one’s own, and others’ activations are not shown.',
      why: 'The settings of Privileged Identity Management are not served; the reference names neither an action for asTarget() nor the codes of all refusals.',
    },
  ],
  'Microsoft.Resources': [
    {
      what: 'In a subscription that is Warned or Disabled PUT, PATCH and every POST that is no mere read answer 409 ReadOnlyDisabledSubscription, of all providers; its machines and backups go on as before, and key vaults and blobs are served.',
      why: 'Code, words and the rule are published; what providers do of themselves in such a subscription, and when, is not.',
    },
    {
      what: 'A template is judged by policies when it is validated, foreseen (what-if) or deployed: 400 InvalidTemplateDeployment, each refusal in its details. Resources whose expressions speak of what is not there yet are judged in their turn, and end the deployment then.',
      why: 'Code, words and status are those that people report of validations; of what-if the documentation says only that it validates.',
    },
    {
      what: 'Templates are understood as far as restores and what is like them need: parameters, variables, resources with copies and conditions, outputs and the usual functions.',
      why: 'The language is larger than this program; a function that is not known is refused by its name.',
    },
    {
      what: 'Lists of resources are filtered by type, name, region, group and tag, and by a part of a name; what else the service filters by answers 501, and what it does not know InvalidFilterInQueryString. A page without $top has 1,000 entries, and one of no number is refused as one that is too large.',
      why: 'The two codes are seen in public reports; that they stand for these cases, too, is assumed.',
    },
    {
      what: 'Everything can be made in each of the regions that are listed here, and nowhere else; what knows no region, in global.',
      why: 'Which provider is in which region changes from month to month.',
    },
    {
      what: 'With which words templates are refused whose variables lead back to themselves or that come to more than 4 MB, and range() of more than 10,000.',
      why: 'Documentation gives the limits, of these not the words.',
    },
    {
      what: 'A request nested deeper than 256 levels is refused as InvalidRequestContent.',
      why: 'Where the service’s limit lies is not documented.',
    },
    {
      what: 'A deployment goes on step by step as its resources get ready. In the complete mode it then deletes, in any order that works, what stands by itself in the group and not in the template; what cannot go fails the deployment.',
      why: 'The documentation tells which types are deleted, not in which order, nor how often what is in use is tried.',
    },
    {
      what: 'What a deployment would do is found by doing it in a trial that is undone; what a provider would refuse is the failure that is told.',
      why: 'The service compares models of resources, and warns of noise in what it tells; here the providers themselves can be asked.',
    },
    {
      what: 'The template of a group holds what its providers show, 200 resources at most, with names as parameters and nothing else.',
      why: 'The service leaves out what its schemas do not know; with which code more resources are refused is not documented.',
    },
    {
      what: 'With which codes deployments at subscriptions are refused: without a region (LocationRequired), in the complete mode (InvalidDeployment).',
      why: 'Documentation gives the rules, not the codes.',
    },
    { what: 'Resources and groups have tags, subscriptions have none.', why: 'Nothing here is found by them.' },
    {
      what: 'More than 50 tags, names of more than 512 and values of more than 256 characters, names that differ in case alone or begin with microsoft, azure or windows, and forbidden characters in them are refused with 400 InvalidTags, before policies are asked.',
      why: 'The documentation of tags has the limits, not the codes; that reserved words are refused once they are sent people report. Limits of single providers, and the one for all tags of a virtual machine together, are not followed.',
    },
    {
      what: 'The operations of a provider are those that are served, in words made of their names.',
      why: 'The list of the service is far longer, and its words are its own.',
    },
    { what: 'The list of subscriptions counts them in a member that the swagger does not name.', why: 'The service is seen to send it.' },
  ],
  'Microsoft.Network': [
    {
      what: 'Where the clock goes by itself and the world is unkind, public addresses, networks, security groups and changed interfaces are Updating for a while, and an interface or network that names one then is refused with 429 RetryableError, to come again when it is over; a machine that names such an interface is not.',
      why: 'Recordings show the state and an operation called off by the next; the refusal is known from what people report, its Retry-After is not.',
    },
    {
      what: 'A subscription may have 250 public addresses in a region unless its quota is set otherwise.',
      why: 'Azure’s limit depends on the offer; the block that addresses are taken from here is no larger.',
    },
    {
      what: 'Of the rules of security groups one thing follows: whether a running machine reaches Azure by HTTPS, without which its backup fails with ExtensionSnapshotFailedNoNetwork. Tags that are told from one another are VirtualNetwork, Internet, AzureCloud, Storage and AzureBackup.',
      why: 'No other traffic exists here; which endpoints the extension must reach is told in general words.',
    },
    {
      what: 'The codes with which rules are refused, SecurityRuleConflict and SecurityRuleInvalidPriority aside.',
      why: 'Documentation gives the bounds, not the codes.',
    },
  ],
  'Microsoft.Insights': [
    {
      what: 'A request has one entry in the activity log, at once and with the answer it got, and for what takes time another one with its outcome; refusals for want of rights have none.',
      why: 'The service writes a beginning as well, and all of them some minutes later.',
    },
    {
      what: 'Entries of a resource (`resourceUri`) are those of what lies below it, too.',
      why: 'The portal of the service shows them there; the documentation does not say.',
    },
    {
      what: 'The filters of the documentation are known, and caller, status and channels beside them; with which code others are refused is assumed.',
      why: 'Clients send these; documentation gives no refusals.',
    },
    { what: 'Entries do not name the address of the caller.', why: 'All callers are on this computer.' },
  ],
  'Microsoft.PolicyInsights': [
    {
      what: 'What is described is judged without the members that are not named, but policies that look at a pending field are told as its restrictions alone; the lack of a pending field without values is told as Required. Policies that are not enforced, or do not count yet, are not named.',
      why: 'The swagger and its examples show the members and what they are for; how a policy is told that looks at both nothing says.',
    },
  ],
  'Microsoft.ResourceGraph': [
    {
      what: 'Queries with more than three joins, or with more than one of another table, are refused with DisallowedMaxNumberOfRemoteTables; resources and resourcecontainers are joined as often as one table. In which direction does not matter.',
      why: 'The limits are from Microsoft’s page on the query language, the code from what people reported; some queries beyond them run all the same.',
    },
    {
      what: 'The query language is served in part: filters, projections, extensions, summaries, joins, orders and limits, moments, regular expressions, parse and let; of parse the simple kind, of let values and tables.',
      why: 'The whole language is larger than this program; what is not understood is refused with its place.',
    },
  ],
  'Microsoft.KeyVault': [
    {
      what: 'A new key vault, and one that was brought back, can be reached under its name after five seconds.',
      why: 'Recordings show new ones registering their name for half a minute, and recovered ones ready when the answer comes, which takes seconds.',
    },
    {
      what: 'A deleted key vault has its own address at once and lies among the deleted ones five seconds later.',
      why: 'Its address was recorded one second after the deletion; how soon the list shows it is stated nowhere.',
    },
    {
      what: 'The purge of a key vault that is protected from it is refused with status 405.',
      why: 'Tools show the code MethodNotAllowed and the text of that refusal, none its status.',
    },
    {
      what: 'A key vault that is being purged refuses another purge and its recovery with 409 ConflictError.',
      why: 'Recordings show a purge that goes on for some seconds, and nobody who asks meanwhile.',
    },
  ],
  'Key Vault data plane': [
    {
      what: 'The versions of a deleted key or secret are an empty list, as are those of one that never was.',
      why: 'Recordings show the list of what never was, answered with 200 and nothing in it; of what is deleted at the moment there is none.',
    },
    {
      what: 'Who lacks a permission of the access policies is refused with ForbiddenByPolicy, whatever was asked for.',
      why: 'It was recorded for reading a key; for what is deleted AccessDenied was recorded, too, and both mean the same.',
    },
    {
      what: 'A backup is sealed by a key of this world, so that no other world can restore it.',
      why: 'The format of the service is secret; only its outside was recorded.',
    },
    {
      what: 'A backup is refused with the same conflict over what is there and over what the key vault is still deleting, recovering or purging, secrets as keys.',
      why: 'It was recorded for a key whose purge went on for ten more seconds; its text names a name that is in use as the other cause.',
    },
    {
      what: 'Keys and secrets are refused in the same words while they are deleted or recovered, where they are not deleted any more, and where they are not found among the deleted.',
      why: 'Each refusal was recorded for one of the two.',
    },
    {
      what: 'Deletions, recoveries and purges take five seconds; where the clock stands none, unless told otherwise.',
      why: 'The service was seen to take between one and 40 seconds, in which it refuses with ObjectIsBeingDeleted.',
    },
    {
      what: 'Keys rotate at the time their policy names, to the second; nobody is notified before they expire, and the notice of a policy stays once it is there. A key that is disabled or deleted at its time, or whose vault is, is looked at again a day later.',
      why: 'There is no Event Grid here that could notify; the documentation names the bounds of the times, neither the hour of the day nor what becomes of such keys.',
    },
    {
      what: 'The codes with which keys of the wrong kind are refused: for keys in hardware where the vault is of the standard tier, for operations and algorithms that a kind of key does not have.',
      why: 'Documentation gives the rules, not the codes.',
    },
    {
      what: 'No key is exportable, released or attested.',
      why: 'All three need hardware of the service; the first is answered with 501, as are the operations.',
    },
    {
      what: 'A key vault that does not exist answers 404 VaultNotFound.',
      why: 'In Azure its name would not resolve; here every name leads to this computer.',
    },
  ],
  'Blob data plane': [
    {
      what: 'Restored disks are sparse: a header and footer are written, the rest reads as zeros.',
      why: 'There is no machine whose bytes could be copied.',
    },
    {
      what: 'A header or a parameter of the service that an operation does not understand answers 501.',
      why: 'Passed over, it would leave a blob that is not the one asked for.',
    },
    {
      what: 'Blobs are copied from accounts of this world only, and at once; one request copies at most 256 MiB while its caller waits.',
      why: 'Nothing leaves this computer, and no other caller should have to wait for a copy.',
    },
    {
      what: 'Leases run by the clock of the computer, not by that of the world.',
      why: 'Clients renew theirs by their own clock, which nobody can turn.',
    },
    {
      what: 'The lease that a machine has on its VHD, and on the container of it, ends when the machine lets go of the VHD; breaking it answers 501.',
      why: 'The service breaks it, and what becomes of the machine then no documentation says.',
    },
    {
      what: 'Deleting a leased container by Resource Manager is refused with 412 LeaseIdMissing, as its blobs’ own protocol does.',
      why: 'The documentation says that it is refused, not how.',
    },
    {
      what: 'Signatures that are good for https only are good over plain http, too.',
      why: 'Every caller is on this computer, and the portal speaks plain http with it.',
    },
    {
      what: 'A storage account that does not exist answers 404 ResourceNotFound.',
      why: 'In Azure its name would not resolve; here every name leads to this computer.',
    },
  ],
};
