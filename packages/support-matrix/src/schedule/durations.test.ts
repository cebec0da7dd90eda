import { describe, expect, it } from 'vitest';
import { assumedDuration, durationOfDisks, durationOfJobs, type PastTimes } from './durations';

const nothing: PastTimes = { ofMachine: [], ofVault: [], gibibytes: null, backup: null, hasSnapshot: false };
const backup = { seconds: 2400, gibibytes: 32 };
const ofVault = [
  { seconds: 600, gibibytes: 100 },
  { seconds: 1200, gibibytes: 100 },
  { seconds: 900, gibibytes: 100 },
];

describe('how long the disks take', () => {
  it('is told by the machine’s own restores before anything else', () => {
    const known = { ...nothing, ofMachine: [2520, 2400, 2700], ofVault, gibibytes: 512, backup, hasSnapshot: true };
    expect(durationOfDisks(known)).toEqual({ low: 1920, expected: 2520, high: 3240, basis: { kind: 'machine', count: 3 } });
  });

  it('is in proportion to the size where others of the vault tell a pace', () => {
    expect(durationOfDisks({ ...nothing, ofVault, gibibytes: 512 })).toMatchObject({
      expected: 4608,
      basis: { kind: 'size', count: 3, gibibytes: 512 },
    });
  });

  it('is that of others where no size is known, and wide where they are few', () => {
    expect(durationOfDisks({ ...nothing, ofVault: [{ seconds: 600, gibibytes: null }], gibibytes: 512 })).toEqual({
      low: 300,
      expected: 600,
      high: 900,
      basis: { kind: 'vault', count: 1 },
    });
  });

  it('is minutes from a snapshot, that of the largest backup from the vault, and else assumed', () => {
    expect(durationOfDisks({ ...nothing, hasSnapshot: true, backup })).toMatchObject({ expected: 300, basis: { kind: 'snapshot' } });
    expect(durationOfDisks({ ...nothing, backup })).toMatchObject({ expected: 2400, basis: { kind: 'backup', gibibytes: 32 } });
    expect(durationOfDisks(nothing)).toEqual(assumedDuration('disks'));
  });
});

it('another step takes as long as the jobs of its kind, or is assumed', () => {
  expect(durationOfJobs('protection', [92])).toMatchObject({ expected: 92, basis: { kind: 'vault', count: 1 } });
  expect(durationOfJobs('protection', [])).toMatchObject({ basis: { kind: 'assumed' } });
});
