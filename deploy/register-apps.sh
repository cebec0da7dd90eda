#!/usr/bin/env bash
# Registers Tresor in an Entra tenant by the Azure CLI: the API, the portal, their principals, what they may do, and how the API proves
# who it is. Whatever is as it should be stays untouched, so it can be run as often as wanted. It prints the settings that
# `npm run start:cloud` needs on standard output, and what it does on standard error.
set -euo pipefail

usage() {
  cat <<'EOF'
Usage: register-apps.sh --origin https://tresor.contoso.com (--certificate FILE | --managed-identity ID | --system-identity ID) [options]
       register-apps.sh --undo [--name NAME] [--dry-run]

  --origin URL            the https origin people open; several of them may be given, the first is the main one
  --certificate FILE      PEM file with certificate and private key; where there is none, one is made that is valid for a year.
                          Another certificate than the registered one is added to it: remove the old one when it is used no more
  --managed-identity ID   client id of the server's user-assigned managed identity, instead of a certificate
  --system-identity ID    client id of the server's own, system-assigned managed identity, instead of a certificate
  --name NAME             the registrations are called "NAME API" and "NAME portal" (Tresor)
  --cloud NAME            public, usgov, china, delos or bleu, where that does not follow from the cloud az is set to
  --dry-run               say what would be done, and do nothing
  --undo                  delete both registrations, their principals and their consent

Sign in with `az login` first, as a Cloud Application Administrator (or more) of the tenant.

Both registrations are of this tenant alone. What a Resource Guard of another tenant protects (multi-user authorization) stays closed to
Tresor: it asks for no token of that tenant.
EOF
}

fail() {
  echo "register-apps: $*" >&2
  exit 1
}

# The scope's id is fixed: it has to be unique within the registration only.
SCOPE=access_as_user
SCOPE_ID=5c1b7e0a-93d4-4f6e-8a27-d06f4b9e1c35
# The app role whose holders read the record of everybody's commands. Nobody is assigned to it here.
AUDIT_ROLE=Audit.Read
AUDIT_ROLE_ID=7e1c94d0-52ab-4f3d-8c06-b9d3a1f4e827
# By this mark a later run, and --undo, know their own.
MARK=RegisteredByTresor
# The services, and what the API may do there for the person who is signed in.
GRAPH=00000003-0000-0000-c000-000000000000 USER_READ=e1fe6dd8-ba31-4d61-89e7-88639da4683d APPLICATION_READ=c79f8feb-a9db-4090-85f9-90d820caa0eb
MANAGEMENT=797f4846-ba00-4fd7-ba43-dac1f8f63013 MANAGEMENT_USER=41094075-9dad-400e-a0bd-54e686782033
KEY_VAULT=cfa8b339-82a2-471a-a3c9-0fc0be7a4093 KEY_VAULT_USER=f53da476-18e3-4152-8e01-aec403e6edc0
STORAGE=e406a681-f3d4-42a8-90b6-c2b029497af1 STORAGE_USER=03e0da56-190b-40ad-a80c-ea378c433f7f

origins=()
certificate='' identity='' identity_setting='' cloud='' name=Tresor dry_run=false undo=false changes=0

need() { [ $# -ge 2 ] && [ -n "$2" ] || fail "$1 needs a value"; }
while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) dry_run=true ;;
    --undo) undo=true ;;
    --help | -h) usage && exit 0 ;;
    --origin) need "$@" && origins+=("${2%/}") && shift ;;
    --certificate) need "$@" && certificate=$2 && shift ;;
    --managed-identity) need "$@" && identity=$2 identity_setting=$2 && shift ;;
    --system-identity) need "$@" && identity=$2 identity_setting=system && shift ;;
    --name) need "$@" && name=$2 && shift ;;
    --cloud) need "$@" && cloud=$2 && shift ;;
    *) fail "$1 is no option of this script; --help shows them" ;;
  esac
  shift
done

GUID='^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
[[ $name =~ ^[A-Za-z0-9][A-Za-z0-9\ ._-]{0,80}$ ]] || fail "--name: letters, digits, blanks, dots, hyphens and underscores, at most 81"
if ! $undo; then
  [ ${#origins[@]} -gt 0 ] || fail "--origin is missing; --help shows the options"
  for origin in "${origins[@]}"; do
    [[ $origin =~ ^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?$ ]] || fail "--origin: $origin is no https origin without a path"
  done
  if [ -n "$certificate" ]; then
    [ -z "$identity" ] || fail "a certificate and a managed identity exclude each other"
    command -v openssl >/dev/null || fail "openssl is missing; it reads and makes certificates"
  else
    [[ $identity =~ $GUID ]] || fail "one of --certificate FILE, --managed-identity ID and --system-identity ID is needed (an id is a GUID)"
  fi
fi
command -v az >/dev/null || fail "the Azure CLI (az) is missing"
tenant=$(az account show --query tenantId --output tsv 2>/dev/null) || fail "nobody is signed in; run: az login"

{ read -r az_cloud && read -r graph; } < <(az cloud show --query '[name, endpoints.microsoftGraphResourceId]' --output tsv) ||
  fail "az does not say which cloud it is set to"
graph=${graph%/}/v1.0
$undo || case ${cloud:-$az_cloud} in
  AzureCloud | public) cloud=public login=https://login.microsoftonline.com exchange=api://AzureADTokenExchange ;;
  AzureUSGovernment | usgov) cloud=usgov login=https://login.microsoftonline.us exchange=api://AzureADTokenExchangeUSGov ;;
  AzureChinaCloud | china) cloud=china login=https://login.partner.microsoftonline.cn exchange=api://AzureADTokenExchangeChina ;;
  delos) login=https://login.sovcloud-identity.de exchange=api://AzureADTokenExchange ;;
  bleu) login=https://login.sovcloud-identity.fr exchange=api://AzureADTokenExchange ;;
  *) fail "az is set to the cloud $az_cloud; say by --cloud which of Azure's it is" ;;
esac

log=$(mktemp)
trap 'rm -f "$log"' EXIT
say() { echo "$*" >&2; }

# read_graph PATH QUERY [FILTER]: what the query makes of the answer, as text.
read_graph() {
  az rest --method get --url "$graph/$1" ${3+--url-parameters "\$filter=$3"} --query "$2" --output tsv
}

# write METHOD PATH [BODY]: answers the id and, of what has one, the application id.
write() {
  az rest --method "$1" --url "$graph/$2" ${3+--body "$3"} --query '[id, appId]' --output tsv
}

# change WHAT COMMAND...: runs it, or says that it would; `made` is what it answered. What was just made is not known everywhere at once.
change() {
  local what=$1 pause
  shift
  changes=$((changes + 1)) made=''
  if $dry_run; then
    say "  would: $what"
    return
  fi
  for pause in 2 4 8 16 0; do
    if made=$("$@" 2>"$log"); then
      say "  done: $what"
      return
    fi
    if [ $pause = 0 ] || ! grep -Eq "ResourceNotFound|does not exist|NoBackingApplicationObject|must in the local tenant|can't find" "$log"; then break; fi
    sleep $pause
  done
  cat "$log" >&2
  fail "this was refused: $what. What was done before stays; put it right and run this again"
}

# find_app NAME QUERY: object id, application id, whether it is ours, and what the query adds, a line each; nothing where there is none.
find_app() {
  local found
  found=$(read_graph applications "value[].[id, appId, to_string(contains(tags, '$MARK'))$2]" "displayName eq '$1'") || exit 1
  [ -n "$found" ] || return 0
  [ "$(wc -l <<<"$found")" -eq 1 ] || fail "there are several registrations named \"$1\"; choose another --name"
  [ "$(cut -f3 <<<"$found")" = true ] || fail "the registration \"$1\" is not one that this script has made; choose another --name"
  tr '\t' '\n' <<<"$found"
}

# line NUMBER: of the registration that was found.
line() { sed -n "$1p" <<<"$parts"; }

if $undo; then
  for app in "$name portal" "$name API"; do
    parts=$(find_app "$app" '')
    if [ -n "$parts" ]; then
      change "delete the registration \"$app\" and its principal" write delete "applications/$(line 1)"
    else
      say "  There is no registration \"$app\"."
    fi
  done
  if [ $changes = 0 ]; then say "Nothing to undo."; else say "Certificates on this computer stay. Entra keeps deleted registrations for 30 days."; fi
  exit 0
fi

# list ITEM...: a list of strings in JSON.
list() {
  local text='' one
  for one in "$@"; do text="$text${text:+,}\"$one\""; done
  echo "[$text]"
}

# access APP PERMISSION...: what a registration asks for at one service.
access() {
  local app=$1 text='' one
  shift
  for one in "$@"; do text="$text${text:+,}{\"id\":\"$one\",\"type\":\"Scope\"}"; done
  echo "{\"resourceAppId\":\"$app\",\"resourceAccess\":[$text]}"
}

# settle NAME QUERY BODY LABEL WANTED...: makes the registration, or changes it where a part is otherwise than wanted; leaves `parts`.
settle() {
  local app=$1 query=$2 body=$3 at=4 differs=''
  shift 3
  parts=$(find_app "$app" "$query")
  if [ -z "$parts" ]; then
    change "register \"$app\"" write post applications "$body"
    parts=$made
    return
  fi
  while [ $# -gt 0 ]; do
    [ "$(line $at)" = "$2" ] || differs="$differs${differs:+; }$1: $(line $at) → $2"
    at=$((at + 1))
    shift 2
  done
  if [ -z "$differs" ]; then say "  kept: \"$app\""; else change "change \"$app\" ($differs)" write patch "applications/$(line 1)" "$body"; fi
}

say "Tenant $tenant, cloud $cloud$($dry_run && echo ', dry run: nothing is changed')"
access_query='to_string(sort_by(requiredResourceAccess, &resourceAppId)[].[resourceAppId, sort(resourceAccess[].id)])'
own="\"signInAudience\":\"AzureADMyOrg\",\"tags\":[\"$MARK\"]"

scope="{\"id\":\"$SCOPE_ID\",\"value\":\"$SCOPE\",\"type\":\"User\",\"isEnabled\":true,\"adminConsentDisplayName\":\"Use $name\",
  \"adminConsentDescription\":\"Lets the portal call the API of $name for the person who is signed in.\"}"
role="{\"id\":\"$AUDIT_ROLE_ID\",\"value\":\"$AUDIT_ROLE\",\"displayName\":\"Auditor\",\"isEnabled\":true,\"allowedMemberTypes\":[\"User\"],
  \"description\":\"Reads the record of all commands that were given through $name.\"}"
services="$(access $GRAPH $APPLICATION_READ $USER_READ),$(access $MANAGEMENT $MANAGEMENT_USER)"
services="$services,$(access $KEY_VAULT $KEY_VAULT_USER),$(access $STORAGE $STORAGE_USER)"
query="signInAudience, to_string(api.requestedAccessTokenVersion), to_string(api.oauth2PermissionScopes[].[id, value, isEnabled])"
query="$query, to_string(appRoles[?id=='$AUDIT_ROLE_ID'].[value, isEnabled]), $access_query"
query="$query, to_string(identifierUris), to_string(api.preAuthorizedApplications[].[appId, delegatedPermissionIds])"
query="$query, to_string(keyCredentials[].customKeyIdentifier)"
settle "$name API" ", $query" \
  "{\"displayName\":\"$name API\",$own,\"api\":{\"requestedAccessTokenVersion\":2,\"oauth2PermissionScopes\":[$scope]},\"appRoles\":[$role],\"requiredResourceAccess\":[$services]}" \
  'who may sign in' AzureADMyOrg 'version of its tokens' 2 'scope' "[[\"$SCOPE_ID\",\"$SCOPE\",true]]" 'role of auditors' "[[\"$AUDIT_ROLE\",true]]" 'permissions' \
  "[[\"$GRAPH\",[\"$APPLICATION_READ\",\"$USER_READ\"]],[\"$MANAGEMENT\",[\"$MANAGEMENT_USER\"]],[\"$KEY_VAULT\",[\"$KEY_VAULT_USER\"]],[\"$STORAGE\",[\"$STORAGE_USER\"]]]"
api_id=$(line 1) api_app=$(line 2) uris=$(line 9) clients=$(line 10) thumbprints=$(line 11)

redirects=()
while read -r origin; do redirects+=("$origin/auth/redirect.html"); done < <(printf '%s\n' "${origins[@]}" | LC_ALL=C sort -u)
settle "$name portal" ", signInAudience, to_string(sort(spa.redirectUris)), $access_query" \
  "{\"displayName\":\"$name portal\",$own,\"spa\":{\"redirectUris\":$(list "${redirects[@]}")},\"requiredResourceAccess\":[$(access $GRAPH $USER_READ)]}" \
  'who may sign in' AzureADMyOrg 'redirect URIs' "$(list "${redirects[@]}")" 'permissions' "[[\"$GRAPH\",[\"$USER_READ\"]]]"
portal_app=$(line 2)

if [ "$uris" = "[\"api://$api_app\"]" ] && [ "$clients" = "[[\"$portal_app\",[\"$SCOPE_ID\"]]]" ]; then
  say "  kept: the portal is known to the API"
else
  change "name the API api://${api_app:-(its id)} and let the portal use it" write patch "applications/$api_id" \
    "{\"identifierUris\":[\"api://$api_app\"],\"api\":{\"preAuthorizedApplications\":[{\"appId\":\"$portal_app\",\"delegatedPermissionIds\":[\"$SCOPE_ID\"]}]}}"
fi

make_certificate() (
  umask 077
  openssl req -x509 -newkey rsa:3072 -nodes -days 365 -subj "/CN=$name API" -keyout /dev/stdout | cat >"$certificate.new" &&
    mv "$certificate.new" "$certificate"
)

# How the API proves who it is.
if [ -n "$certificate" ]; then
  [ -e "$certificate" ] || change "make the certificate $certificate" make_certificate
  thumbprint=none in_base64=none
  if [ -e "$certificate" ]; then
    thumbprint=$(openssl x509 -in "$certificate" -noout -fingerprint -sha1 2>/dev/null) || fail "$certificate holds no certificate in PEM"
    thumbprint=$(tr -d : <<<"${thumbprint#*=}")
    in_base64=$(openssl x509 -in "$certificate" -outform DER | openssl dgst -sha1 -binary | openssl base64)
  fi
  # Graph tells the thumbprint in one way or the other.
  if grep -Fqi "\"$thumbprint\"" <<<"$thumbprints" || grep -Fq "\"$in_base64\"" <<<"$thumbprints"; then
    say "  kept: the certificate with the thumbprint $thumbprint"
  else
    change "add the certificate $certificate to \"$name API\"" az ad app credential reset --id "$api_id" --append \
      --cert "$(openssl x509 -in "$certificate" 2>/dev/null)" --only-show-errors --output none
  fi
else
  principal=$(read_graph servicePrincipals 'value[].id' "appId eq '$identity'")
  [ -n "$principal" ] || fail "the tenant has no managed identity with the client id $identity"
  issuer=$login/$tenant/v2.0 credentials=applications/$api_id/federatedIdentityCredentials trusted=''
  trust="{\"name\":\"server\",\"issuer\":\"$issuer\",\"subject\":\"$principal\",\"audiences\":[\"$exchange\"]}"
  [ -z "$api_id" ] || trusted=$(read_graph "$credentials" "value[?name=='server'].join(' ', [issuer, subject, audiences[0]])")
  if [ "$trusted" = "$issuer $principal $exchange" ]; then
    say "  kept: the API trusts the managed identity $identity"
  elif [ -z "$trusted" ]; then
    change "let the API trust the managed identity $identity" write post "$credentials" "$trust"
  else
    change "let the API trust the managed identity $identity instead" write patch "$credentials/server" "$trust"
  fi
fi

# The principals: both registrations' own, and those of the services. A line each: application id, object id.
principals=$(read_graph servicePrincipals 'value[].[appId, id]' \
  "appId in ('$GRAPH', '$MANAGEMENT', '$KEY_VAULT', '$STORAGE'${api_app:+, '$api_app'}${portal_app:+, '$portal_app'})")
principal_of() { awk -v app="$1" '$1 == app { print $2 }' <<<"$principals"; }
before=$changes
for app in "$api_app:\"$name API\"" "$portal_app:\"$name portal\"" "$GRAPH:Microsoft Graph" "$MANAGEMENT:Azure Resource Manager" \
  "$KEY_VAULT:Azure Key Vault" "$STORAGE:Azure Storage"; do
  id=${app%%:*}
  [ -z "$id" ] || [ -z "$(principal_of "$id")" ] || continue
  change "make the principal of ${app#*:}" write post servicePrincipals "{\"appId\":\"$id\"}"
  principals=$(printf '%s\n%s\t%s' "$principals" "$id" "$(head -n 1 <<<"$made")")
done
[ $changes != "$before" ] || say "  kept: the principals of both registrations and of the services"

# read_grants APP: what everybody has consented to for a client. A line each: the service, the id, the scopes.
read_grants() {
  client=$(principal_of "$1") grants=''
  [ -z "$client" ] || grants=$(read_graph oauth2PermissionGrants "value[?consentType=='AllPrincipals'].[resourceId, id, scope]" "clientId eq '$client'")
}

# consent LABEL SERVICE SCOPES: for everybody, so that nobody is asked at the first sign-in.
consent() {
  local resource id scopes scope missing=''
  resource=$(principal_of "$2")
  id=$(awk -F'\t' -v resource="$resource" '$1 == resource { print $2 }' <<<"$grants")
  scopes=$(awk -F'\t' -v resource="$resource" '$1 == resource { print $3 }' <<<"$grants")
  for scope in $3; do [[ " $scopes " == *" $scope "* ]] || missing="$missing $scope"; done
  if [ -z "$missing" ]; then
    say "  kept: consent of everybody for $1"
  elif [ -n "$id" ]; then
    change "widen the consent for $1 by$missing" write patch "oauth2PermissionGrants/$id" "{\"scope\":\"$scopes$missing\"}"
  else
    change "consent for everybody to $1 ($3)" write post oauth2PermissionGrants \
      "{\"clientId\":\"$client\",\"consentType\":\"AllPrincipals\",\"resourceId\":\"$resource\",\"scope\":\"$3\"}"
  fi
}
read_grants "$api_app"
consent 'Graph, by the API' $GRAPH 'User.Read Application.Read.All'
consent 'Resource Manager, by the API' $MANAGEMENT user_impersonation
consent 'key vaults, by the API' $KEY_VAULT user_impersonation
consent 'blobs, by the API' $STORAGE user_impersonation
read_grants "$portal_app"
consent 'sign-in, by the portal' $GRAPH 'openid profile offline_access User.Read'

if [ $changes = 0 ]; then say "Nothing to change."; else say "Changes$($dry_run && echo ' to be made'): $changes."; fi
if [ -z "$api_app" ] || [ -z "$portal_app" ]; then exit 0; fi

cat <<EOF
TRESOR_TENANT_ID=$tenant
TRESOR_PORTAL_CLIENT_ID=$portal_app
TRESOR_API_CLIENT_ID=$api_app
TRESOR_PUBLIC_ORIGIN=${origins[0]}
TRESOR_CLOUD=$cloud
TRESOR_AUDIT_ROLE=$AUDIT_ROLE
EOF
if [ -n "$certificate" ]; then
  path=$(cd "$(dirname "$certificate")" && pwd)/$(basename "$certificate")
  printf 'TRESOR_API_CERTIFICATE=%s\nTRESOR_API_CERTIFICATE_KEY=%s\n' "$path" "$path"
else
  echo "TRESOR_MANAGED_IDENTITY=$identity_setting"
fi
