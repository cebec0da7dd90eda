// Ends well only where there is a PostgreSQL to test with afterwards.
import { ensurePostgres } from './postgres.mjs';
import { fail } from './prepare.mjs';

if (!ensurePostgres())
  fail('PostgreSQL 15 or newer was not found and could not be installed; install Debian’s package postgresql and try again.');
