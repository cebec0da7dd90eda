import { defineMessages, type Message } from '../language/messages';

const names = defineMessages({
  plan: { de: 'Name des Plans', en: 'Plan name' },
  revision: { de: 'Stand des Plans', en: 'Version of the plan' },
  seen: { de: 'Stand der Einstellung', en: 'Version of the setting' },
  wave: { de: 'Welle', en: 'Wave' },
  target: { de: 'Ziel', en: 'Target' },
  objective: { de: 'Gewünschte Zeit (RTO, RPO)', en: 'Wanted time (RTO, RPO)' },
  tag: { de: 'Tag', en: 'Tag' },
  vm: { de: 'Name des virtuellen Computers', en: 'Virtual machine name' },
  group: { de: 'Ressourcengruppe', en: 'Resource group' },
  vault: { de: 'Name des Recovery Services-Tresors', en: 'Recovery Services vault name' },
  keyVault: { de: 'Name des Schlüsseltresors', en: 'Key vault name' },
  policy: { de: 'Name der Sicherungsrichtlinie', en: 'Backup policy name' },
  subscription: { de: 'Abonnement', en: 'Subscription' },
  provider: { de: 'Ressourcenanbieter', en: 'Resource provider' },
  managementGroup: { de: 'Verwaltungsgruppe', en: 'Management group' },
  job: { de: 'Auftrag', en: 'Job' },
  order: { de: 'Kennung des Vorgangs', en: 'Operation ID' },
  machines: { de: 'Virtuelle Computer', en: 'Virtual machines' },
  keyVaults: { de: 'Schlüsseltresore', en: 'Key vaults' },
  account: { de: 'Speicherkonto', en: 'Storage account' },
  subnet: { de: 'Subnetz', en: 'Subnet' },
  point: { de: 'Wiederherstellungspunkt', en: 'Recovery point' },
  size: { de: 'Größe des virtuellen Computers', en: 'Size of the virtual machine' },
  location: { de: 'Region', en: 'Region' },
  days: { de: 'Zeitraum in Tagen', en: 'Number of days' },
  until: { de: 'Aufbewahren bis', en: 'Retain until' },
  time: { de: 'Uhrzeit der Sicherung', en: 'Backup time' },
  zone: { de: 'Zeitzone', en: 'Time zone' },
  schedule: { de: 'Zeitplan', en: 'Schedule' },
  retention: { de: 'Aufbewahrung', en: 'Retention' },
  snapshots: { de: 'Aufbewahrung der Momentaufnahmen', en: 'Snapshot retention' },
  rights: { de: 'Berechtigungen', en: 'Permissions' },
  client: { de: 'Anwendung und Geheimnis', en: 'Application and secret' },
  reason: { de: 'Grund oder Ticketnummer', en: 'Reason or ticket number' },
  choice: { de: 'Auswahl', en: 'Choice' },
  picture: { de: 'Bild', en: 'Picture' },
  person: { de: 'Person', en: 'Person' },
  thing: { de: 'Betroffen', en: 'Concerns' },
  moment: { de: 'Zeitraum', en: 'Time' },
});

const rules = defineMessages({
  plan: { de: '1 bis 80 Zeichen in einer Zeile.', en: '1 to 80 characters on one line.' },
  vm: {
    de: '1 bis 64 Zeichen: Buchstaben von A bis Z, Ziffern, Bindestrich, Unterstrich und Punkt; am Anfang kein Bindestrich oder Punkt, am Ende kein Punkt.',
    en: '1 to 64 characters: letters from A to Z, digits, hyphens, underscores, and periods; no hyphen or period at the start, no period at the end.',
  },
  group: {
    de: '1 bis 90 Zeichen: Buchstaben, Ziffern, Unterstrich, Klammern, Punkt und Bindestrich; am Ende kein Punkt.',
    en: '1 to 90 characters: letters, digits, underscores, parentheses, periods, and hyphens; no period at the end.',
  },
  vault: {
    de: '2 bis 50 Zeichen: Buchstaben von A bis Z, Ziffern und Bindestrich; am Anfang ein Buchstabe.',
    en: '2 to 50 characters: letters from A to Z, digits, and hyphens; a letter at the start.',
  },
  keyVault: {
    de: '3 bis 24 Zeichen: Buchstaben von A bis Z, Ziffern und einzelne Bindestriche; am Anfang ein Buchstabe, am Ende kein Bindestrich.',
    en: '3 to 24 characters: letters from A to Z, digits, and single hyphens; a letter at the start, no hyphen at the end.',
  },
  policy: {
    de: '3 bis 150 Zeichen: Buchstaben von A bis Z, Ziffern und Bindestrich; am Anfang ein Buchstabe, am Ende kein Bindestrich.',
    en: '3 to 150 characters: letters from A to Z, digits, and hyphens; a letter at the start, no hyphen at the end.',
  },
  managementGroup: {
    de: '1 bis 90 Zeichen: Buchstaben von A bis Z, Ziffern, Unterstrich, Klammern, Punkt und Bindestrich; am Ende kein Punkt.',
    en: '1 to 90 characters: letters from A to Z, digits, underscores, parentheses, periods, and hyphens; no period at the end.',
  },
  provider: {
    de: 'Der Name eines Anbieters von Microsoft, etwa „Microsoft.Compute“.',
    en: 'The name of a provider of Microsoft’s, such as “Microsoft.Compute”.',
  },
  guid: { de: 'Eine Kennung aus 32 Ziffern und Buchstaben von A bis F.', en: 'An ID of 32 digits and letters from A to F.' },
  resource: {
    de: 'Ressourcen-IDs von Azure, und nicht mehr, als eine Anfrage fasst.',
    en: 'Azure resource IDs, and no more than fit in one request.',
  },
  point: { de: 'Eine Nummer aus 1 bis 32 Ziffern.', en: 'A number of 1 to 32 digits.' },
  size: {
    de: '1 bis 80 Zeichen: Buchstaben von A bis Z, Ziffern, Bindestrich und Unterstrich.',
    en: '1 to 80 characters: letters from A to Z, digits, hyphens, and underscores.',
  },
  location: { de: '3 bis 40 Kleinbuchstaben und Ziffern.', en: '3 to 40 lowercase letters and digits.' },
  tag: {
    de: 'Ein Name von 1 bis 512 Zeichen und ein Wert von höchstens 256; jedes Tag einmal.',
    en: 'A name of 1 to 512 characters and a value of at most 256; each tag once.',
  },
  number: { de: 'Eine ganze Zahl in den genannten Grenzen.', en: 'A whole number within the stated limits.' },
  date: { de: 'Ein Datum mit Uhrzeit, oder keines.', en: 'A date with a time, or none.' },
  time: { de: 'Eine volle oder halbe Stunde, etwa 22:30.', en: 'A full or half hour, such as 22:30.' },
  text: { de: 'Darf nicht leer sein und nicht zu lang.', en: 'Can’t be empty or too long.' },
  sha256: { de: '64 Hexadezimalziffern in Kleinbuchstaben.', en: '64 hexadecimal digits in lowercase.' },
  choice: { de: 'Eine der Möglichkeiten, die zur Wahl stehen.', en: 'One of the available options.' },
});

interface FieldRule {
  name: Message;
  rule: Message;
}

const choice = { name: names.choice, rule: rules.choice };
const vm = { name: names.vm, rule: rules.vm };
const group = { name: names.group, rule: rules.group };
const keyVault = { name: names.keyVault, rule: rules.keyVault };
const policy = { name: names.policy, rule: rules.policy };
const schedule = { name: names.schedule, rule: rules.choice };
const retention = { name: names.retention, rule: rules.number };
const order = { name: names.order, rule: rules.guid };
const client = { name: names.client, rule: rules.text };
const machines = { name: names.machines, rule: rules.resource };
const subnets = { name: names.subnet, rule: rules.resource };
const accounts = { name: names.account, rule: rules.resource };
const keyVaults = { name: names.keyVaults, rule: rules.resource };

/** By the end of a field's path in the contract: two words where one has several meanings. */
const RULES = new Map<string, FieldRule>(
  Object.entries({
    'machine.name': vm,
    'how.name': keyVault,
    'keys.name': keyVault,
    'policy.name': policy,
    name: { name: names.plan, rule: rules.plan },
    vmName: vm,
    group,
    groups: group,
    diskGroups: group,
    vmGroup: group,
    targetGroup: group,
    resourceGroup: group,
    vaultName: { name: names.vault, rule: rules.vault },
    vault: { name: names.vault, rule: rules.vault },
    keyVaultName: keyVault,
    policyName: policy,
    managementGroup: { name: names.managementGroup, rule: rules.managementGroup },
    subscriptionId: { name: names.subscription, rule: rules.guid },
    provider: { name: names.provider, rule: rules.provider },
    jobId: { name: names.job, rule: rules.guid },
    intentId: order,
    orderId: order,
    planId: order,
    sha256: { name: names.picture, rule: rules.sha256 },
    rehearsalId: order,
    batchId: order,
    grantId: order,
    stamp: order,
    vmIds: machines,
    machines,
    items: machines,
    item: machines,
    revision: { name: names.revision, rule: rules.number },
    seen: { name: names.seen, rule: rules.choice },
    wave: { name: names.wave, rule: rules.number },
    latest: { name: names.point, rule: rules.date },
    moment: { name: names.point, rule: rules.choice },
    target: { name: names.target, rule: rules.choice },
    objectives: { name: names.objective, rule: rules.number },
    tagObjectives: { name: names.objective, rule: rules.choice },
    tag: { name: names.tag, rule: rules.tag },
    'tag.name': { name: names.tag, rule: rules.tag },
    'tag.value': { name: names.tag, rule: rules.tag },
    addedTags: { name: names.tag, rule: rules.tag },
    'addedTags.name': { name: names.tag, rule: rules.tag },
    'addedTags.value': { name: names.tag, rule: rules.tag },
    rtoMinutes: { name: names.objective, rule: rules.number },
    rpoMinutes: { name: names.objective, rule: rules.number },
    keyVaultId: keyVaults,
    keyVaultIds: keyVaults,
    storageAccountId: accounts,
    storageAccountIds: accounts,
    subnetId: subnets,
    subnetIds: subnets,
    recoveryPointId: { name: names.point, rule: rules.point },
    size: { name: names.size, rule: rules.size },
    location: { name: names.location, rule: rules.location },
    days: { name: names.days, rule: rules.number },
    'schedule.days': schedule,
    retainUntil: { name: names.until, rule: rules.date },
    time: { name: names.time, rule: rules.time },
    timeZone: { name: names.zone, rule: rules.choice },
    frequency: schedule,
    everyHours: { name: names.schedule, rule: rules.number },
    forHours: { name: names.schedule, rule: rules.number },
    count: retention,
    daily: retention,
    weekly: retention,
    monthly: retention,
    yearly: retention,
    weeks: { name: names.retention, rule: rules.choice },
    months: { name: names.retention, rule: rules.choice },
    dates: { name: names.retention, rule: rules.choice },
    'weekly.days': { name: names.retention, rule: rules.choice },
    'on.days': { name: names.retention, rule: rules.choice },
    basis: { name: names.retention, rule: rules.choice },
    instantRestoreDays: { name: names.snapshots, rule: rules.number },
    permissions: { name: names.rights, rule: rules.choice },
    application: client,
    clientId: client,
    clientSecret: client,
    reason: { name: names.reason, rule: rules.text },
    person: { name: names.person, rule: rules.text },
    thing: { name: names.thing, rule: rules.text },
    from: { name: names.moment, rule: rules.date },
    before: { name: names.moment, rule: rules.date },
    command: choice,
    result: choice,
    aspect: choice,
    data: choice,
    edition: choice,
    region: choice,
    fresh: choice,
    kind: choice,
    needsKeys: choice,
    newResourceGroup: choice,
    disks: choice,
    encryptPlain: choice,
    publicIp: choice,
    withoutProximityGroup: choice,
    withoutTags: choice,
    letBackupIn: choice,
    removeLeftovers: choice,
    softDelete: choice,
    storageReplication: choice,
    way: choice,
    wholeSubscription: choice,
  } satisfies Record<string, FieldRule>),
);

/** What a field of a request is called and what may be in it; undefined for what nobody enters. */
export function fieldRule(path: string): FieldRule | undefined {
  const words = path.split('.').filter((word) => !/^\d+$/.test(word));
  return RULES.get(words.slice(-2).join('.')) ?? RULES.get(words.at(-1) ?? '');
}
