// Not proved: no Bicep compiler could be had; template.json is the source, and this only refers to it.
param image string
param tenantId string
param portalClientId string
param apiClientId string
param host string
param certificateName string = ''
param auditRole string = ''
param evidenceKeyName string = ''
param location string = resourceGroup().location

module tresor 'template.json' = {
  name: 'tresor'
  params: {
    image: image
    tenantId: tenantId
    portalClientId: portalClientId
    apiClientId: apiClientId
    host: host
    certificateName: certificateName
    auditRole: auditRole
    evidenceKeyName: evidenceKeyName
    location: location
  }
}

output address string = tresor.outputs.address
output staticAddress string = tresor.outputs.staticAddress
output verification string = tresor.outputs.verification
