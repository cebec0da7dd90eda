interface Location {
  name: string;
  displayName: string;
  group: 'Europe' | 'US' | 'Asia Pacific';
  /** Region it is paired with. */
  paired: string;
  longitude: string;
  latitude: string;
  physicalLocation: string;
}

/** The regions of this Azure. */
export const locations: readonly Location[] = [
  {
    name: 'westeurope',
    displayName: 'West Europe',
    group: 'Europe',
    paired: 'northeurope',
    longitude: '4.9',
    latitude: '52.3667',
    physicalLocation: 'Netherlands',
  },
  {
    name: 'northeurope',
    displayName: 'North Europe',
    group: 'Europe',
    paired: 'westeurope',
    longitude: '-6.2597',
    latitude: '53.3478',
    physicalLocation: 'Ireland',
  },
  {
    name: 'germanywestcentral',
    displayName: 'Germany West Central',
    group: 'Europe',
    paired: 'germanynorth',
    longitude: '8.682127',
    latitude: '50.110924',
    physicalLocation: 'Frankfurt',
  },
  {
    name: 'germanynorth',
    displayName: 'Germany North',
    group: 'Europe',
    paired: 'germanywestcentral',
    longitude: '8.806422',
    latitude: '53.073635',
    physicalLocation: 'Berlin',
  },
  {
    name: 'eastus',
    displayName: 'East US',
    group: 'US',
    paired: 'westus',
    longitude: '-79.8164',
    latitude: '37.3719',
    physicalLocation: 'Virginia',
  },
  {
    name: 'westus',
    displayName: 'West US',
    group: 'US',
    paired: 'eastus',
    longitude: '-122.417',
    latitude: '37.783',
    physicalLocation: 'California',
  },
  {
    name: 'centralus',
    displayName: 'Central US',
    group: 'US',
    paired: 'eastus2',
    longitude: '-93.6208',
    latitude: '41.5908',
    physicalLocation: 'Iowa',
  },
  {
    name: 'eastus2',
    displayName: 'East US 2',
    group: 'US',
    paired: 'centralus',
    longitude: '-78.3889',
    latitude: '36.6681',
    physicalLocation: 'Virginia',
  },
  {
    name: 'southeastasia',
    displayName: 'Southeast Asia',
    group: 'Asia Pacific',
    paired: 'eastasia',
    longitude: '103.833',
    latitude: '1.283',
    physicalLocation: 'Singapore',
  },
  {
    name: 'eastasia',
    displayName: 'East Asia',
    group: 'Asia Pacific',
    paired: 'southeastasia',
    longitude: '114.188',
    latitude: '22.267',
    physicalLocation: 'Hong Kong',
  },
];

/** Regions without availability zones. Source: learn.microsoft.com/azure/reliability/regions-list */
const UNDIVIDED: ReadonlySet<string> = new Set(['germanynorth', 'westus']);

/** The availability zones of a region. */
export const zonesOf = (location: string): readonly string[] =>
  locations.some(({ name }) => name === location) && !UNDIVIDED.has(location) ? ['1', '2', '3'] : [];

const geographies: readonly [RegExp, string][] = [
  [/europe$/, 'Europe'],
  [/^germany/, 'Germany'],
  [/us\d?$/, 'United States'],
  [/asia$/, 'Asia Pacific'],
];

/** The geography of a region: beyond it no backup of a key or a secret is restored. That of an unknown region is its own name. */
export function geographyOf(location = ''): string {
  return geographies.find(([pattern]) => pattern.test(location))?.[1] ?? location;
}
