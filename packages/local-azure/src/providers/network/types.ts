export const NIC_TYPE = 'Microsoft.Network/networkInterfaces';
export const NSG_TYPE = 'Microsoft.Network/networkSecurityGroups';
export const PUBLIC_IP_TYPE = 'Microsoft.Network/publicIPAddresses';
export const VNET_TYPE = 'Microsoft.Network/virtualNetworks';
