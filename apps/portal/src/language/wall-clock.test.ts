import { describe, expect, test } from 'vitest';
import { offsetLabel } from './wall-clock';
import { ianaOf, windowsOf, windowsZones } from './zone-table';

const at = (iso: string) => Date.parse(iso);

describe('a time zone', () => {
  test('is shown by its difference to UTC', () => {
    expect(offsetLabel('Europe/Berlin', at('2017-01-18T12:00:00Z'))).toBe('UTC+01:00');
    expect(offsetLabel('America/Los_Angeles', at('2017-07-18T12:00:00Z'))).toBe('UTC-07:00');
    expect(offsetLabel('Asia/Kolkata', at('2017-01-18T12:00:00Z'))).toBe('UTC+05:30');
    expect(offsetLabel('Etc/UTC', at('2017-01-18T12:00:00Z'))).toBe('UTC');
  });

  test('goes by its Windows name in Azure and by its IANA name in the browser', () => {
    expect(ianaOf('W. Europe Standard Time')).toBe('Europe/Berlin');
    expect(windowsOf('Europe/Berlin')).toBe('W. Europe Standard Time');
    expect(ianaOf('UTC')).toBe('Etc/UTC');
    expect(ianaOf('Nowhere Standard Time')).toBeNull();
    expect(windowsZones).toContain('UTC');
  });
});
