import type { ArmRoute } from '../../arm/route';
import { getResource, listResources } from '../../arm/resource-handlers';
import { deleteNetworkInterface, putNetworkInterface } from './network-interfaces';
import { getOperation, provisioned } from './provisioning';
import { deletePublicAddress, putPublicAddress } from './public-ip-addresses';
import { deleteSecurityGroup, putSecurityGroup, securityGroupView } from './security-groups';
import { deleteRule, getDefaultRule, getRule, listDefaultRules, listRules, putRule } from './security-rules';
import { NIC_TYPE, NSG_TYPE, PUBLIC_IP_TYPE, VNET_TYPE } from './types';
import { listUsages } from './usages';
import {
  deleteSubnet,
  deleteVirtualNetwork,
  getSubnet,
  listSubnets,
  listSubnetUsages,
  putSubnet,
  putVirtualNetwork,
} from './virtual-networks';

const subscription = '/subscriptions/{subscriptionId}';
const group = `${subscription}/resourceGroups/{resourceGroup}`;
const network = '/providers/Microsoft.Network';
const vnet = `${group}${network}/virtualNetworks/{virtualNetwork}`;
const nic = `${group}${network}/networkInterfaces/{networkInterface}`;
const address = `${group}${network}/publicIPAddresses/{publicIpAddress}`;
const nsg = `${group}${network}/networkSecurityGroups/{networkSecurityGroup}`;

const securityRules = 'Microsoft.Network/networkSecurityGroups/securityRules';

const listSecurityGroups = listResources(NSG_TYPE, securityGroupView);

export const routes: readonly ArmRoute[] = [
  ['GET', `${subscription}${network}/locations/{location}/operations/{operationId}`, null, getOperation],
  ['GET', `${subscription}${network}/locations/{location}/usages`, 'Microsoft.Network/locations/usages/read', listUsages],
  ['GET', `${subscription}${network}/virtualNetworks`, 'Microsoft.Network/virtualNetworks/read', listResources(VNET_TYPE)],
  ['GET', `${group}${network}/virtualNetworks`, 'Microsoft.Network/virtualNetworks/read', listResources(VNET_TYPE)],
  ['GET', vnet, 'Microsoft.Network/virtualNetworks/read', getResource(VNET_TYPE)],
  ['PUT', vnet, 'Microsoft.Network/virtualNetworks/write', provisioned(putVirtualNetwork)],
  ['DELETE', vnet, 'Microsoft.Network/virtualNetworks/delete', deleteVirtualNetwork],
  ['GET', `${vnet}/usages`, 'Microsoft.Network/virtualNetworks/usages/read', listSubnetUsages],
  ['GET', `${vnet}/subnets`, 'Microsoft.Network/virtualNetworks/subnets/read', listSubnets],
  ['GET', `${vnet}/subnets/{subnet}`, 'Microsoft.Network/virtualNetworks/subnets/read', getSubnet],
  ['PUT', `${vnet}/subnets/{subnet}`, 'Microsoft.Network/virtualNetworks/subnets/write', putSubnet],
  ['DELETE', `${vnet}/subnets/{subnet}`, 'Microsoft.Network/virtualNetworks/subnets/delete', deleteSubnet],
  ['GET', `${subscription}${network}/networkInterfaces`, 'Microsoft.Network/networkInterfaces/read', listResources(NIC_TYPE)],
  ['GET', `${group}${network}/networkInterfaces`, 'Microsoft.Network/networkInterfaces/read', listResources(NIC_TYPE)],
  ['GET', nic, 'Microsoft.Network/networkInterfaces/read', getResource(NIC_TYPE)],
  ['PUT', nic, 'Microsoft.Network/networkInterfaces/write', provisioned(putNetworkInterface, { ofChangesOnly: true })],
  ['DELETE', nic, 'Microsoft.Network/networkInterfaces/delete', deleteNetworkInterface],
  ['GET', `${subscription}${network}/publicIPAddresses`, 'Microsoft.Network/publicIPAddresses/read', listResources(PUBLIC_IP_TYPE)],
  ['GET', `${group}${network}/publicIPAddresses`, 'Microsoft.Network/publicIPAddresses/read', listResources(PUBLIC_IP_TYPE)],
  ['GET', address, 'Microsoft.Network/publicIPAddresses/read', getResource(PUBLIC_IP_TYPE)],
  ['PUT', address, 'Microsoft.Network/publicIPAddresses/write', provisioned(putPublicAddress)],
  ['DELETE', address, 'Microsoft.Network/publicIPAddresses/delete', deletePublicAddress],
  ['GET', `${subscription}${network}/networkSecurityGroups`, 'Microsoft.Network/networkSecurityGroups/read', listSecurityGroups],
  ['GET', `${group}${network}/networkSecurityGroups`, 'Microsoft.Network/networkSecurityGroups/read', listSecurityGroups],
  ['GET', nsg, 'Microsoft.Network/networkSecurityGroups/read', getResource(NSG_TYPE, securityGroupView)],
  ['PUT', nsg, 'Microsoft.Network/networkSecurityGroups/write', provisioned(putSecurityGroup)],
  ['DELETE', nsg, 'Microsoft.Network/networkSecurityGroups/delete', deleteSecurityGroup],
  ['GET', `${nsg}/securityRules`, `${securityRules}/read`, listRules],
  ['GET', `${nsg}/securityRules/{rule}`, `${securityRules}/read`, getRule],
  ['PUT', `${nsg}/securityRules/{rule}`, `${securityRules}/write`, putRule],
  ['DELETE', `${nsg}/securityRules/{rule}`, `${securityRules}/delete`, deleteRule],
  ['GET', `${nsg}/defaultSecurityRules`, 'Microsoft.Network/networkSecurityGroups/defaultSecurityRules/read', listDefaultRules],
  ['GET', `${nsg}/defaultSecurityRules/{rule}`, 'Microsoft.Network/networkSecurityGroups/defaultSecurityRules/read', getDefaultRule],
];
