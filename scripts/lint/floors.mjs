/**
 * The house, from the top floor down. A room uses what stands on a floor below its own; rooms of one floor do not know each other,
 * and neither do the rooms of a folder with a star. Tests go where they like, but never into a part that theirs does not know. Of `typesOf` a
 * part takes types, and values from below its root, which come without schemas.
 * @type {Record<string, { knows: string[], tests?: string[], typesOf?: string, floors?: string[][] }>}
 */
export const PARTS = {
  'packages/retention': { knows: [] },
  'packages/support-matrix': { knows: ['retention'] },
  'packages/contracts': { knows: ['support-matrix', 'retention'] },
  'packages/scripts': { knows: ['contracts'], typesOf: 'contracts' },
  'packages/review': { knows: [] },
  'packages/local-azure': {
    knows: ['retention'],
    floors: [
      ['cli', 'index', 'main'],
      ['testing'],
      ['start'],
      ['control', 'listen'],
      ['control-directory', 'control-guest', 'control-policy', 'control-size', 'server'],
      ['programs', 'providers', 'server-room', 'saved-worlds'],
      ['identity', 'seeds'],
      ['providers/*'],
      ['arm', 'graph', 'key-vault', 'storage'],
      ['entra', 'tls'],
      ['pages'],
      ['http'],
      ['world'],
    ],
  },
  'apps/bff': {
    knows: ['contracts', 'support-matrix', 'retention'],
    tests: ['local-azure'],
    floors: [
      ['audit-main', 'doctor-main', 'evidence-main', 'main', 'store-main'],
      ['start'],
      ['server'],
      ['routes'],
      ['doctor'],
      ['workflows'],
      ['azure', 'store'],
      ['http'],
      ['session'],
      ['telemetry'],
      ['config'],
      ['facts'],
      ['caches', 'kept-bytes', 'problem'],
      ['azure-words', 'bell'],
      ['pause'],
      ['clouds', 'guid-for', 'lease-lost', 'line-sink', 'memoized', 'network', 'own', 'read-bounded', 'turns'],
    ],
  },
  'apps/portal': {
    knows: ['contracts', 'support-matrix', 'retention', 'scripts'],
    typesOf: 'contracts',
    floors: [
      ['main', 'written-pages'],
      ['blade-code', 'first-reads', 'view'],
      ['routes'],
      ['shell'],
      ['features/*'],
      ['azure', 'notifications'],
      ['blades'],
      ['ui'],
      ['words'],
      ['map', 'theme'],
      ['language'],
      ['api', 'kept'],
      ['session'],
      ['watchers'],
    ],
  },
};

/** What only some rooms of the BFF may use of Azure's packages, and of OpenTelemetry's. `names`: only these of its exports; types are free where they are said to be. */
export const GUARDED_PACKAGES = [
  { packages: /^@azure\/(arm-|keyvault-|core-)/, rooms: /^azure\//, why: 'Only azure/ uses the SDKs of Azure.' },
  {
    packages: /^@azure\/(arm-|keyvault-)/,
    rooms: /^azure\/connection\/(azure|clients|pipeline|transport)\.ts$/,
    typesAreFree: true,
    why: 'Clients of Azure are made in azure/connection/clients.ts.',
  },
  {
    packages: /^@azure\/core-rest-pipeline$/,
    names: ['createPipelineFromOptions', 'createEmptyPipeline', 'createDefaultHttpClient'],
    rooms: /^azure\/connection\/(azure|clients|pipeline|transport)\.ts$/,
    why: 'Pipelines and transports are made in azure/connection.',
  },
  {
    packages: /^@opentelemetry\//,
    rooms: /^telemetry\/sdk\//,
    why: 'Only telemetry/sdk uses OpenTelemetry, and is loaded where somebody watches.',
  },
];
