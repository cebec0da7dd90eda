interface Location {
  name: string;
  displayName: string;
  group: 'Europe' | 'US' | 'Asia Pacific';
  /** Region it is paired with. */
  paired: string;
}

/** The regions of this Azure. */
export const locations: readonly Location[] = [
  { name: 'westeurope', displayName: 'West Europe', group: 'Europe', paired: 'northeurope' },
  { name: 'northeurope', displayName: 'North Europe', group: 'Europe', paired: 'westeurope' },
  { name: 'germanywestcentral', displayName: 'Germany West Central', group: 'Europe', paired: 'germanynorth' },
  { name: 'germanynorth', displayName: 'Germany North', group: 'Europe', paired: 'germanywestcentral' },
  { name: 'eastus', displayName: 'East US', group: 'US', paired: 'westus' },
  { name: 'westus', displayName: 'West US', group: 'US', paired: 'eastus' },
  { name: 'centralus', displayName: 'Central US', group: 'US', paired: 'eastus2' },
  { name: 'eastus2', displayName: 'East US 2', group: 'US', paired: 'centralus' },
  { name: 'southeastasia', displayName: 'Southeast Asia', group: 'Asia Pacific', paired: 'eastasia' },
  { name: 'eastasia', displayName: 'East Asia', group: 'Asia Pacific', paired: 'southeastasia' },
];
