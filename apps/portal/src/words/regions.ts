import { defineMessages, type Message } from '../language/messages';
import { own } from '../api/own';

/** Azure's regions by the names people know them by. */
const REGIONS: Readonly<Record<string, Message>> = defineMessages({
  australiacentral: { de: 'Australien, Mitte', en: 'Australia Central' },
  australiaeast: { de: 'Australien, Osten', en: 'Australia East' },
  australiasoutheast: { de: 'Australien, Südosten', en: 'Australia Southeast' },
  austriaeast: { de: 'Österreich, Osten', en: 'Austria East' },
  brazilsouth: { de: 'Brasilien, Süden', en: 'Brazil South' },
  canadacentral: { de: 'Kanada, Mitte', en: 'Canada Central' },
  canadaeast: { de: 'Kanada, Osten', en: 'Canada East' },
  centralindia: { de: 'Indien, Mitte', en: 'Central India' },
  centralus: { de: 'USA, Mitte', en: 'Central US' },
  eastasia: { de: 'Asien, Osten', en: 'East Asia' },
  eastus: { de: 'USA, Osten', en: 'East US' },
  eastus2: { de: 'USA, Osten 2', en: 'East US 2' },
  francecentral: { de: 'Frankreich, Mitte', en: 'France Central' },
  francesouth: { de: 'Frankreich, Süden', en: 'France South' },
  germanynorth: { de: 'Deutschland, Norden', en: 'Germany North' },
  germanywestcentral: { de: 'Deutschland, Westen-Mitte', en: 'Germany West Central' },
  israelcentral: { de: 'Israel, Mitte', en: 'Israel Central' },
  italynorth: { de: 'Italien, Norden', en: 'Italy North' },
  japaneast: { de: 'Japan, Osten', en: 'Japan East' },
  japanwest: { de: 'Japan, Westen', en: 'Japan West' },
  koreacentral: { de: 'Korea, Mitte', en: 'Korea Central' },
  koreasouth: { de: 'Korea, Süden', en: 'Korea South' },
  mexicocentral: { de: 'Mexiko, Mitte', en: 'Mexico Central' },
  northcentralus: { de: 'USA, Norden-Mitte', en: 'North Central US' },
  northeurope: { de: 'Europa, Norden', en: 'North Europe' },
  norwayeast: { de: 'Norwegen, Osten', en: 'Norway East' },
  norwaywest: { de: 'Norwegen, Westen', en: 'Norway West' },
  polandcentral: { de: 'Polen, Mitte', en: 'Poland Central' },
  qatarcentral: { de: 'Katar, Mitte', en: 'Qatar Central' },
  southafricanorth: { de: 'Südafrika, Norden', en: 'South Africa North' },
  southafricawest: { de: 'Südafrika, Westen', en: 'South Africa West' },
  southcentralus: { de: 'USA, Süden-Mitte', en: 'South Central US' },
  southeastasia: { de: 'Asien, Südosten', en: 'Southeast Asia' },
  southindia: { de: 'Indien, Süden', en: 'South India' },
  spaincentral: { de: 'Spanien, Mitte', en: 'Spain Central' },
  swedencentral: { de: 'Schweden, Mitte', en: 'Sweden Central' },
  switzerlandnorth: { de: 'Schweiz, Norden', en: 'Switzerland North' },
  switzerlandwest: { de: 'Schweiz, Westen', en: 'Switzerland West' },
  uaecentral: { de: 'VAE, Mitte', en: 'UAE Central' },
  uaenorth: { de: 'VAE, Norden', en: 'UAE North' },
  uksouth: { de: 'Vereinigtes Königreich, Süden', en: 'UK South' },
  ukwest: { de: 'Vereinigtes Königreich, Westen', en: 'UK West' },
  westcentralus: { de: 'USA, Westen-Mitte', en: 'West Central US' },
  westeurope: { de: 'Europa, Westen', en: 'West Europe' },
  westindia: { de: 'Indien, Westen', en: 'West India' },
  westus: { de: 'USA, Westen', en: 'West US' },
  westus2: { de: 'USA, Westen 2', en: 'West US 2' },
  westus3: { de: 'USA, Westen 3', en: 'West US 3' },
});

/** The name of a region; one that is not known is shown as Azure writes it. */
export function regionName(region: string): Message {
  return own(REGIONS, region.toLowerCase().replaceAll(' ', '')) ?? { de: region, en: region };
}
