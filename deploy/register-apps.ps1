<#
.SYNOPSIS
Registers Tresor in an Entra tenant: the API, the portal, their principals, what they may do, and how the API proves who it is.

.DESCRIPTION
The twin of register-apps.sh for PowerShell 7 with the module Az.Accounts. It was NOT run by those who wrote it; register-apps.sh is run by
their tests. Whatever is as it should be stays untouched, so it can be run as often as wanted. It answers the settings that
`npm run start:cloud` needs. Sign in with Connect-AzAccount first, as a Cloud Application Administrator (or more) of the tenant.

Both registrations are of this tenant alone. What a Resource Guard of another tenant protects (multi-user authorization) stays closed to
Tresor: it asks for no token of that tenant.

.PARAMETER Origin
The https origin people open; several of them may be given, the first is the main one.

.PARAMETER Certificate
PEM file with certificate and private key; where there is none, one is made that is valid for a year. Another certificate than the registered
one is added to it: remove the old one when it is used no more.

.PARAMETER ManagedIdentity
Client id of the server's user-assigned managed identity, instead of a certificate.

.PARAMETER SystemIdentity
Client id of the server's own, system-assigned managed identity, instead of a certificate.

.PARAMETER Name
The registrations are called "<Name> API" and "<Name> portal".

.PARAMETER Cloud
public, usgov, china, delos or bleu, where that does not follow from the environment that Az is connected to.

.PARAMETER DryRun
Say what would be done, and do nothing.

.PARAMETER Undo
Delete both registrations, their principals and their consent.

.EXAMPLE
./register-apps.ps1 -Origin https://tresor.contoso.com -Certificate ./tresor.pem
#>
#Requires -Version 7
#Requires -Modules Az.Accounts
[CmdletBinding()]
param(
  [ValidatePattern('^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?$')] [string[]] $Origin = @(),
  [string] $Certificate = '',
  [guid] $ManagedIdentity = [guid]::Empty,
  [guid] $SystemIdentity = [guid]::Empty,
  [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9 ._-]{0,80}$')] [string] $Name = 'Tresor',
  [ValidateSet('', 'public', 'usgov', 'china', 'delos', 'bleu')] [string] $Cloud = '',
  [switch] $DryRun,
  [switch] $Undo
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# The scope's id is fixed: it has to be unique within the registration only.
$scope = 'access_as_user'
$scopeId = '5c1b7e0a-93d4-4f6e-8a27-d06f4b9e1c35'
# The app role whose holders read the record of everybody's commands. Nobody is assigned to it here.
$auditRole = 'Audit.Read'
$auditRoleId = '7e1c94d0-52ab-4f3d-8c06-b9d3a1f4e827'
# By this mark a later run, and -Undo, know their own.
$mark = 'RegisteredByTresor'
$graphApp = '00000003-0000-0000-c000-000000000000'
$managementApp = '797f4846-ba00-4fd7-ba43-dac1f8f63013'
$keyVaultApp = 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093'
$storageApp = 'e406a681-f3d4-42a8-90b6-c2b029497af1'
$userRead = 'e1fe6dd8-ba31-4d61-89e7-88639da4683d'
$applicationRead = 'c79f8feb-a9db-4090-85f9-90d820caa0eb'
$managementUser = '41094075-9dad-400e-a0bd-54e686782033'
$keyVaultUser = 'f53da476-18e3-4152-8e01-aec403e6edc0'
$storageUser = '03e0da56-190b-40ad-a80c-ea378c433f7f'

$identity = @(@($ManagedIdentity, $SystemIdentity) | Where-Object { $_ -ne [guid]::Empty })
if (-not $Undo) {
  if ($Origin.Count -eq 0) { throw '-Origin is missing.' }
  if ($identity.Count + [int]($Certificate -ne '') -ne 1) { throw 'One of -Certificate, -ManagedIdentity and -SystemIdentity is needed.' }
}
$Origin = @($Origin | ForEach-Object { $_.TrimEnd('/') })

$context = Get-AzContext
if ($null -eq $context -or $null -eq $context.Tenant) { throw 'Nobody is signed in; run: Connect-AzAccount' }
$tenant = $context.Tenant.Id
$environments = @{ AzureCloud = 'public'; AzureUSGovernment = 'usgov'; AzureChinaCloud = 'china' }
if ($Cloud -eq '') { $Cloud = $environments[$context.Environment.Name] }
$clouds = @{
  public = @('https://login.microsoftonline.com', 'https://graph.microsoft.com', 'api://AzureADTokenExchange')
  usgov  = @('https://login.microsoftonline.us', 'https://graph.microsoft.us', 'api://AzureADTokenExchangeUSGov')
  china  = @('https://login.partner.microsoftonline.cn', 'https://microsoftgraph.chinacloudapi.cn', 'api://AzureADTokenExchangeChina')
  delos  = @('https://login.sovcloud-identity.de', 'https://graph.svc.sovcloud.de', 'api://AzureADTokenExchange')
  bleu   = @('https://login.sovcloud-identity.fr', 'https://graph.svc.sovcloud.fr', 'api://AzureADTokenExchange')
}
if (-not $Cloud) { throw "Az is connected to $($context.Environment.Name); say by -Cloud which of Azure's clouds it is." }
$login, $graph, $exchange = $clouds[$Cloud]
$script:changes = 0

function Invoke-Graph([string] $Method, [string] $Path, [hashtable] $Body) {
  $request = @{ Method = $Method; Uri = "$graph/v1.0/$Path" }
  if ($Body) { $request.Payload = ConvertTo-Json $Body -Depth 10 -Compress }
  $answer = Invoke-AzRestMethod @request
  if ($answer.StatusCode -ge 400) { throw "$Method $Path was answered by $($answer.StatusCode): $($answer.Content)" }
  if ($answer.Content) { ConvertFrom-Json $answer.Content }
}

function Find-All([string] $Path, [string] $Filter) {
  (Invoke-Graph GET "$Path`?`$filter=$([uri]::EscapeDataString($Filter))").value
}

# Does it, or says that it would. What was just made is not known everywhere at once.
function Set-Graph([string] $What, [string] $Method, [string] $Path, [hashtable] $Body) {
  $script:changes += 1
  if ($DryRun) { Write-Host "  would: $What"; return }
  foreach ($pause in 2, 4, 8, 16, 0) {
    try {
      $answer = Invoke-Graph $Method $Path $Body
      Write-Host "  done: $What"
      return $answer
    } catch {
      if ($pause -eq 0 -or "$_" -notmatch 'ResourceNotFound|does not exist|NoBackingApplicationObject|must in the local tenant') {
        throw "This was refused: $What. What was done before stays; put it right and run this again. $_"
      }
      Start-Sleep -Seconds $pause
    }
  }
}

function Find-App([string] $AppName) {
  $found = @(Find-All 'applications' "displayName eq '$AppName'")
  if ($found.Count -gt 1) { throw "There are several registrations named ""$AppName""; choose another -Name." }
  if ($found.Count -eq 1 -and $found[0].tags -notcontains $mark) {
    throw "The registration ""$AppName"" is not one that this script has made; choose another -Name."
  }
  if ($found.Count -eq 1) { $found[0] }
}

if ($Undo) {
  foreach ($appName in "$Name portal", "$Name API") {
    $app = Find-App $appName
    if ($app) { $null = Set-Graph "delete the registration ""$appName"" and its principal" DELETE "applications/$($app.id)" }
    else { Write-Host "There is no registration ""$appName""." }
  }
  if ($script:changes -eq 0) { Write-Host 'Nothing to undo.' }
  else { Write-Host 'Certificates on this computer stay. Entra keeps deleted registrations for 30 days.' }
  return
}

function New-Access([string] $App, [string[]] $Permissions) {
  @{ resourceAppId = $App; resourceAccess = @($Permissions | ForEach-Object { @{ id = $_; type = 'Scope' } }) }
}
function Get-AccessText($Access) {
  @($Access | Sort-Object { $_.resourceAppId } | ForEach-Object { "$($_.resourceAppId)=" + (@($_.resourceAccess.id | Sort-Object) -join ',') }) -join ';'
}

# Makes the registration, or changes it where a part is otherwise than wanted.
function Set-App([string] $AppName, [hashtable] $Body, [scriptblock] $Parts) {
  $app = Find-App $AppName
  if (-not $app) { return Set-Graph "register ""$AppName""" POST 'applications' $Body }
  $wanted = & $Parts ([pscustomobject](ConvertFrom-Json (ConvertTo-Json $Body -Depth 10)))
  $now = & $Parts $app
  $differs = @($wanted.Keys | Where-Object { $wanted[$_] -ne $now[$_] } | ForEach-Object { "$($_): $($now[$_]) → $($wanted[$_])" })
  if ($differs.Count -eq 0) { Write-Host "  kept: ""$AppName""" }
  else { $null = Set-Graph "change ""$AppName"" ($($differs -join '; '))" PATCH "applications/$($app.id)" $Body }
  return $app
}

Write-Host "Tenant $tenant, cloud $Cloud$(if ($DryRun) { ', dry run: nothing is changed' })"
$api = Set-App "$Name API" @{
  displayName            = "$Name API"
  signInAudience         = 'AzureADMyOrg'
  tags                   = @($mark)
  api                    = @{
    requestedAccessTokenVersion = 2
    oauth2PermissionScopes      = @(@{
        id                      = $scopeId
        value                   = $scope
        type                    = 'User'
        isEnabled               = $true
        adminConsentDisplayName = "Use $Name"
        adminConsentDescription = "Lets the portal call the API of $Name for the person who is signed in."
      })
  }
  appRoles               = @(@{
      id                 = $auditRoleId
      value              = $auditRole
      displayName        = 'Auditor'
      description        = "Reads the record of all commands that were given through $Name."
      isEnabled          = $true
      allowedMemberTypes = @('User')
    })
  requiredResourceAccess = @(
    (New-Access $graphApp $applicationRead, $userRead), (New-Access $managementApp $managementUser),
    (New-Access $keyVaultApp $keyVaultUser), (New-Access $storageApp $storageUser))
} {
  param($app)
  [ordered]@{
    'who may sign in'       = $app.signInAudience
    'version of its tokens' = $app.api.requestedAccessTokenVersion
    'scope'                 = @($app.api.oauth2PermissionScopes | ForEach-Object { "$($_.id) $($_.value) $($_.isEnabled)" }) -join ';'
    'role of auditors'      = @($app.appRoles | Where-Object { $_.id -eq $auditRoleId } | ForEach-Object { "$($_.value) $($_.isEnabled)" }) -join ';'
    'permissions'           = Get-AccessText $app.requiredResourceAccess
  }
}
$portal = Set-App "$Name portal" @{
  displayName            = "$Name portal"
  signInAudience         = 'AzureADMyOrg'
  tags                   = @($mark)
  spa                    = @{ redirectUris = @($Origin | ForEach-Object { "$_/auth/redirect.html" }) }
  requiredResourceAccess = @(, (New-Access $graphApp $userRead))
} {
  param($app)
  [ordered]@{
    'who may sign in' = $app.signInAudience
    'redirect URIs'   = @($app.spa.redirectUris | Sort-Object -Unique) -join ' '
    'permissions'     = Get-AccessText $app.requiredResourceAccess
  }
}
$apiApp, $portalApp = ($api ? $api.appId : $null), ($portal ? $portal.appId : $null)

$clients = if ($api) { @($api.api.preAuthorizedApplications | ForEach-Object { "$($_.appId) $($_.delegatedPermissionIds -join ',')" }) -join ';' }
if ($api -and (@($api.identifierUris) -join ' ') -eq "api://$apiApp" -and $clients -eq "$portalApp $scopeId") {
  Write-Host '  kept: the portal is known to the API'
} else {
  $null = Set-Graph "name the API api://$apiApp and let the portal use it" PATCH "applications/$($api ? $api.id : '')" @{
    identifierUris = @("api://$apiApp")
    api            = @{ preAuthorizedApplications = @(@{ appId = $portalApp; delegatedPermissionIds = @($scopeId) }) }
  }
}

# How the API proves who it is.
if ($Certificate) {
  if (-not (Test-Path $Certificate)) {
    $script:changes += 1
    if ($DryRun) { Write-Host "  would: make the certificate $Certificate" }
    else {
      $key = [System.Security.Cryptography.RSA]::Create(3072)
      $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
        "CN=$Name API", $key, [System.Security.Cryptography.HashAlgorithmName]::SHA256, [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
      $made = $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddMinutes(-5), [DateTimeOffset]::UtcNow.AddDays(365))
      $null = New-Item -ItemType File -Path $Certificate
      if (-not $IsWindows) { chmod 600 $Certificate }
      Set-Content -Path $Certificate -Value ($key.ExportPkcs8PrivateKeyPem() + "`n" + $made.ExportCertificatePem())
      Write-Host "  done: make the certificate $Certificate"
    }
  }
  $known = @()
  if ($api) { $known = @((Invoke-Graph GET "applications/$($api.id)?`$select=keyCredentials").keyCredentials) }
  $public = if (Test-Path $Certificate) { [System.Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPem((Get-Content -Raw $Certificate)) }
  $raw = if ($public) { [Convert]::ToBase64String($public.RawData) }
  if ($raw -and @($known | ForEach-Object { $_.key }) -contains $raw) { Write-Host "  kept: the certificate with the thumbprint $($public.Thumbprint)" }
  else {
    $new = @{ type = 'AsymmetricX509Cert'; usage = 'Verify'; key = $raw; displayName = "CN=$Name API" }
    $null = Set-Graph "add the certificate $Certificate to ""$Name API""" PATCH "applications/$($api ? $api.id : '')" @{ keyCredentials = @($known) + $new }
  }
} else {
  $principal = @(Find-All 'servicePrincipals' "appId eq '$identity'")
  if ($principal.Count -eq 0) { throw "The tenant has no managed identity with the client id $identity." }
  $trust = @{ name = 'server'; issuer = "$login/$tenant/v2.0"; subject = $principal[0].id; audiences = @($exchange) }
  $trusted = if ($api) { (Invoke-Graph GET "applications/$($api.id)/federatedIdentityCredentials").value | Where-Object { $_.name -eq 'server' } }
  $path = "applications/$($api ? $api.id : '')/federatedIdentityCredentials"
  if (-not $trusted) { $null = Set-Graph "let the API trust the managed identity $identity" POST $path $trust }
  elseif ($trusted.issuer -eq $trust.issuer -and $trusted.subject -eq $trust.subject -and (@($trusted.audiences) -join ' ') -eq $exchange) {
    Write-Host "  kept: the API trusts the managed identity $identity"
  } else { $null = Set-Graph "let the API trust the managed identity $identity instead" PATCH "$path/server" $trust }
}

# The principals: both registrations' own, and those of the services.
$principals = @{}
foreach ($app in @($apiApp, $portalApp, $graphApp, $managementApp, $keyVaultApp, $storageApp)) {
  $found = if ($app) { @(Find-All 'servicePrincipals' "appId eq '$app'") }
  if ($found) { $principals[$app] = $found[0].id; continue }
  $made = Set-Graph "make the principal of $($app ?? 'a new registration')" POST 'servicePrincipals' @{ appId = $app }
  if ($made) { $principals[$app] = $made.id }
}

# For everybody, so that nobody is asked at the first sign-in.
function Set-Consent([string] $App, [string] $Label, [string] $Resource, [string[]] $Scopes) {
  $client, $service = $principals[$App], $principals[$Resource]
  $grant = if ($client) {
    Find-All 'oauth2PermissionGrants' "clientId eq '$client'" | Where-Object { $_.consentType -eq 'AllPrincipals' -and $_.resourceId -eq $service }
  }
  $missing = @($Scopes | Where-Object { -not $grant -or ($grant.scope -split ' ') -notcontains $_ })
  if ($missing.Count -eq 0) { Write-Host "  kept: consent of everybody for $Label" }
  elseif ($grant) { $null = Set-Graph "widen the consent for $Label to $Scopes" PATCH "oauth2PermissionGrants/$($grant.id)" @{ scope = "$Scopes" } }
  else {
    $null = Set-Graph "consent for everybody to $Label ($Scopes)" POST 'oauth2PermissionGrants' @{
      clientId = $client; consentType = 'AllPrincipals'; resourceId = $service; scope = "$Scopes"
    }
  }
}
Set-Consent "$apiApp" 'Graph, by the API' $graphApp @('User.Read', 'Application.Read.All')
Set-Consent "$apiApp" 'Resource Manager, by the API' $managementApp @('user_impersonation')
Set-Consent "$apiApp" 'key vaults, by the API' $keyVaultApp @('user_impersonation')
Set-Consent "$apiApp" 'blobs, by the API' $storageApp @('user_impersonation')
Set-Consent "$portalApp" 'sign-in, by the portal' $graphApp @('openid', 'profile', 'offline_access', 'User.Read')

Write-Host $(if ($script:changes -eq 0) { 'Nothing to change.' } else { "$($script:changes) changes$(if ($DryRun) { ' would be made' })." })
if (-not $apiApp -or -not $portalApp) { return }
"TRESOR_TENANT_ID=$tenant"
"TRESOR_PORTAL_CLIENT_ID=$portalApp"
"TRESOR_API_CLIENT_ID=$apiApp"
"TRESOR_PUBLIC_ORIGIN=$($Origin[0])"
"TRESOR_CLOUD=$Cloud"
"TRESOR_AUDIT_ROLE=$auditRole"
if ($Certificate) {
  $path = (Resolve-Path $Certificate -ErrorAction SilentlyContinue)?.Path ?? $Certificate
  "TRESOR_API_CERTIFICATE=$path"
  "TRESOR_API_CERTIFICATE_KEY=$path"
} else { "TRESOR_MANAGED_IDENTITY=$(if ($SystemIdentity -ne [guid]::Empty) { 'system' } else { $ManagedIdentity })" }
