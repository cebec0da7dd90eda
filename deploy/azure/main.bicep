// Not proved: no Bicep compiler could be had; template.json is the source, and this only refers to it. azd gives every parameter as text.
param image string
param tenantId string
param portalClientId string
param apiClientId string
param host string
param name string = 'tresor'
param registry string = ''
param certificateName string = ''
param auditRole string = ''
param evidenceKeyName string = ''
param internal string = 'true'
param addresses string = '10.40.0.0/22'
param appsAddresses string = '10.40.0.0/23'
param endpointsAddresses string = '10.40.2.0/26'
param servers string = '2'
param databaseSku string = 'Standard_D2ds_v5'
param location string = resourceGroup().location

module tresor 'template.json' = {
  name: 'tresor'
  params: {
    image: image
    tenantId: tenantId
    portalClientId: portalClientId
    apiClientId: apiClientId
    host: host
    name: name
    registry: registry
    certificateName: certificateName
    auditRole: auditRole
    evidenceKeyName: evidenceKeyName
    internal: bool(internal)
    addresses: addresses
    appsAddresses: appsAddresses
    endpointsAddresses: endpointsAddresses
    servers: int(servers)
    databaseSku: databaseSku
    location: location
  }
}

output address string = tresor.outputs.address
output staticAddress string = tresor.outputs.staticAddress
output verification string = tresor.outputs.verification
