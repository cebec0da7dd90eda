import { describe, expect, it } from 'vitest';
import { CLOUD, LOCAL, problemsOf } from '../testing/settings';

describe('the database of several servers', () => {
  it.each([
    ['no address', 'tresor'],
    ['another kind', 'mysql://tresor@localhost/tresor'],
    ['nobody', 'postgresql://localhost/tresor'],
    ['no database', 'postgresql://tresor@localhost'],
    ['a parameter that is not known', 'postgresql://tresor@localhost/tresor?options=-c%20statement_timeout%3D0'],
    ['an authority that is not there', 'postgresql://tresor@localhost/tresor?sslmode=verify-full&sslrootcert=/nowhere'],
  ])('is refused with %s', (_what, url) => {
    expect(problemsOf({ ...LOCAL, DATABASE_URL: url })).toEqual([expect.stringContaining('DATABASE_URL')]);
  });

  it('may be on this computer in local mode', () => {
    expect(problemsOf({ ...LOCAL, DATABASE_URL: 'postgresql://tresor@127.0.0.1:5433/tresor' })).toEqual([]);
  });

  it('needs a password where it is not known whom tokens are meant for', () => {
    const url = 'postgresql://tresor@store.contoso.example/tresor?sslmode=verify-full';
    expect(problemsOf({ ...CLOUD, TRESOR_CLOUD: 'bleu', DATABASE_URL: url })).toContainEqual(expect.stringContaining('needs a password'));
  });

  it('is PostgreSQL: who still names a Redis is told, and does not run alone', () => {
    expect(problemsOf({ ...CLOUD, REDIS_URL: 'rediss://store.contoso.example' })).toEqual([expect.stringContaining('DATABASE_URL')]);
  });
});
