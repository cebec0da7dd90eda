/** Marks our files among SQLite's: "LoAz". */
export const applicationId = 0x4c6f417a;

const running = `CASE WHEN collection = 'backup-jobs' AND json_valid(json) THEN json_extract(json, '$.status') END = 'InProgress'`;
const changeDetail = (name: string, from: string, value: string) =>
  `UPDATE documents SET json = json_set(json, '$.details.${name}', ${value.replaceAll('?', `json_extract(json, '$.details.${from}')`)})
     WHERE ${running} AND json_type(json, '$.details.${from}') = 'text';`;

/** What jobs know was kept as texts, JSON within JSON among them. Those that have ended do not need it any more. */
const typedJobDetails = [
  ...['ranAt', 'megabytes', 'expiresAt'].map((name) => changeDetail(name, name, 'CAST(? AS INTEGER)')),
  ...['machine', 'exclusion'].map((name) => changeDetail(name, name, 'json(?)')),
  changeDetail('dataDisks', 'dataDisks', `json('[' || ? || ']')`),
  changeDetail('fromSnapshot', 'source', `json(iif(? = 'snapshot', 'true', 'false'))`),
  changeDetail('isUpdate', 'updated', 'json(?)'),
  changeDetail('isSoft', 'soft', 'json(?)'),
  `UPDATE documents SET json = json_set(json, '$.details.atWork', json_extract(json, '$.details.machine'))
     WHERE ${running} AND json_type(json, '$.details.machine.step') = 'text';`,
].join('\n');

/** What became of operations was kept for good. Those of the last days are, for the little they are. */
const operationsOfLastWeek = `DELETE FROM documents
  WHERE collection IN ('compute-operations', 'backup-operations', 'cross-region-operations') AND json_valid(json)
    AND json_extract(json, '$.startedAt') < (SELECT world_ms FROM clock) - 7 * 86400000;`;

const job = `CASE WHEN collection = 'backup-jobs' AND json_valid(json) THEN json END`;
const ofJob = (path: string) => `json_extract(${job}, '$.${path}')`;

/** The disks of a restore were told by machine and moment; the job that is written on them now tells them alone. */
const disksOfJobs = `UPDATE resources
  SET json = json_patch(json, json_object('tags', json_object('RSVaultBackup', jobs.id)))
  FROM (
    SELECT ${ofJob('id')} AS id,
      lower(${ofJob('details.target')} || '/providers/Microsoft.Compute/disks/' || ${ofJob('vmName')}) AS beginning,
      strftime('-%Y%m%d-%H%M%S', ${ofJob('startedAt')} / 1000, 'unixepoch') AS ending
    FROM documents WHERE collection = 'backup-jobs'
  ) AS jobs
  WHERE resources.type = 'microsoft.compute/disks' AND json_valid(resources.json)
    AND json_extract(resources.json, '$.tags.RSVaultBackup') IS NULL
    AND (lower(resources.id) = beginning || '-osdisk' || ending OR lower(resources.id) GLOB beginning || '-datadisk-[0-9][0-9][0-9]' || ending);`;

/** The schema, one step a version. Steps that were released are never changed: a new version adds one. */
export const migrations: readonly string[] = [
  `CREATE TABLE documents (
     collection TEXT NOT NULL,
     key TEXT NOT NULL,
     json TEXT NOT NULL,
     PRIMARY KEY (collection, key)
   ) WITHOUT ROWID;
   CREATE TABLE resources (
     id TEXT NOT NULL UNIQUE,
     type TEXT NOT NULL,
     name TEXT NOT NULL,
     json TEXT NOT NULL
   );
   CREATE INDEX resources_by_type ON resources (type, id);
   CREATE INDEX resources_by_name ON resources (name, type);
   CREATE TABLE steps (
     id TEXT PRIMARY KEY,
     due_at INTEGER NOT NULL,
     kind TEXT NOT NULL,
     payload TEXT NOT NULL,
     sequence INTEGER NOT NULL
   );
   CREATE INDEX steps_by_due ON steps (due_at, sequence);
   CREATE TABLE clock (
     one INTEGER PRIMARY KEY CHECK (one = 1),
     world_ms INTEGER NOT NULL,
     real_ms INTEGER NOT NULL,
     mode TEXT NOT NULL
   );`,
  `CREATE TABLE contents (
     id TEXT NOT NULL,
     piece INTEGER NOT NULL,
     bytes BLOB NOT NULL,
     PRIMARY KEY (id, piece)
   );`,
  // Without rowids, what is longer than a quarter of a page got a page of its own.
  `CREATE TABLE documents_by_rowid (
     collection TEXT NOT NULL,
     key TEXT NOT NULL,
     json TEXT NOT NULL,
     UNIQUE (collection, key)
   );
   INSERT INTO documents_by_rowid SELECT collection, key, json FROM documents ORDER BY collection, key;
   DROP TABLE documents;
   ALTER TABLE documents_by_rowid RENAME TO documents;`,
  // What is sealed is a blob in place of a text. An older world is known by its signing key, which its copies have, too.
  `CREATE TABLE world (
     one INTEGER PRIMARY KEY CHECK (one = 1),
     id TEXT NOT NULL,
     proof BLOB,
     swept INTEGER NOT NULL
   );
   INSERT INTO world (one, id, swept)
     SELECT 1,
       coalesce(
         (SELECT json_extract(json, '$.kid') FROM documents WHERE collection = 'authority' AND key = 'signing-key' AND json_valid(json)),
         lower(hex(randomblob(16)))
       ),
       NOT EXISTS (SELECT 1 FROM documents);`,
  typedJobDetails,
  operationsOfLastWeek,
  disksOfJobs,
];

/** The first version whose worlds have an id and are sealed. */
export const SEALED_SINCE = 4;
