-- What the server of 94ccdae7cb475f2247100ef0d32f26c29024bf28 kept of orders of every kind.
CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ begin raise exception 'recorded commands never change'; end $$;
CREATE TABLE public.batches (
    batch_id text NOT NULL,
    owner text NOT NULL,
    body_hash text NOT NULL,
    request text NOT NULL,
    started_at text NOT NULL,
    written_at text NOT NULL COLLATE pg_catalog."C",
    earlier_jobs text,
    ended bytea,
    leased_by text,
    leased_until bigint DEFAULT 0 NOT NULL,
    fence integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.command_segments (
    number integer NOT NULL,
    first_position bigint NOT NULL,
    last_position bigint NOT NULL,
    entries integer NOT NULL,
    before text NOT NULL,
    hash text NOT NULL,
    closed_at text NOT NULL COLLATE pg_catalog."C",
    removed_at text COLLATE pg_catalog."C"
);
CREATE TABLE public.commands (
    "position" bigint NOT NULL,
    command_id text NOT NULL,
    owner text NOT NULL,
    kind text NOT NULL,
    scope text NOT NULL,
    journey text,
    written_at text NOT NULL COLLATE pg_catalog."C",
    entry text NOT NULL,
    CONSTRAINT commands_entry_check CHECK ((octet_length(entry) <= 1024))
);
ALTER TABLE public.commands ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.commands_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.grants (
    "position" bigint NOT NULL,
    grant_id text NOT NULL,
    tenant_id text NOT NULL,
    key_vault text NOT NULL,
    written_at text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL,
    record text NOT NULL
);
ALTER TABLE public.grants ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.grants_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.installation (
    installation_id text NOT NULL
);
CREATE TABLE public.intents (
    intent_id text NOT NULL,
    owner text NOT NULL,
    body_hash text NOT NULL,
    written_at text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL,
    request_id text,
    sent_at text,
    checked_until text,
    job_id text
);
CREATE TABLE public.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);
CREATE TABLE public.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.machine_locks (
    vm_key text NOT NULL,
    batch_id text NOT NULL,
    locked_until bigint NOT NULL
);
CREATE TABLE public.machines (
    batch_id text NOT NULL,
    "position" integer NOT NULL,
    vm_key text NOT NULL,
    vm_id text NOT NULL,
    state text NOT NULL,
    sent integer DEFAULT 0 NOT NULL,
    operation_id text,
    rule_id text,
    azure_code text,
    azure_message text,
    recommendation text,
    job_id text,
    checked_until text
);
CREATE TABLE public.restore_plans (
    plan_id text NOT NULL,
    written_at text NOT NULL COLLATE pg_catalog."C",
    record text NOT NULL,
    leased_by text,
    leased_until bigint DEFAULT 0 NOT NULL,
    fence integer DEFAULT 0 NOT NULL
);
INSERT INTO public.batches VALUES ('dcec1be3-212a-4e24-aef8-d980b9a853e0', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'ca28a52cc0644564c7b5f709276f0e17b66741a58a16532d780696439ef5aa86', '{"vault":{"subscriptionId":"f2edfd5d-5496-4683-b94f-b3588c579009","resourceGroup":"IgniteRG","vaultName":"IgniteDemoVault"},"edition":"current","policyName":"DefaultPolicy"}', '2026-11-28T09:59:00.001Z', '2026-11-27T09:50:42.902Z', '[]', NULL, '15114 2892f84c-148d-4d05-aab4-19d898497991', 1795773049465, 1);
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (1, '76c87d59-4003-4cc5-a8ae-5450213b6b31', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:50:40.383Z', '{"kind":"asked","at":"2026-11-28T09:41:00.065Z","command":"restores.start","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/RestoreRG/providers/Microsoft.Compute/virtualMachines/WinSingleVM1","about":{"recoveryPointId":"232681656391384","storageAccountId":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/contosostaging","targetGroup":"RestoreRG"},"reason":null,"correlationId":"74a92c0f-aa1b-49b0-ade9-914e867e5a5c"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (2, '76c87d59-4003-4cc5-a8ae-5450213b6b31', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:50:40.882Z', '{"kind":"sent","at":"2026-11-28T09:45:00.001Z","method":"POST","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;RestoreRG;WinSingleVM1/protectedItems/VM;iaasvmcontainerv2;RestoreRG;WinSingleVM1/recoveryPoints/232681656391384/restore","status":202,"requestId":"74a92c0f-aa1b-49b0-ade9-914e867e5a5c","correlationId":"74a92c0f-aa1b-49b0-ade9-914e867e5a5c"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (3, '76c87d59-4003-4cc5-a8ae-5450213b6b31', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '68035c07-7dd6-4932-be72-49a3517edc9c', '2026-11-27T09:50:40.960Z', '{"kind":"answered","at":"2026-11-28T09:45:00.028Z","result":"accepted","code":null,"jobId":"68035c07-7dd6-4932-be72-49a3517edc9c","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (4, '8a310236-98ff-4932-8c7b-6eaeeed5c008', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:50:41.089Z', '{"kind":"asked","at":"2026-11-28T09:45:00.108Z","command":"restores.start","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/FullRestoreVM1","about":{"recoveryPointId":"205312067414519","storageAccountId":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/contosostaging","targetGroup":"IgniteRG"},"reason":null,"correlationId":"9d846324-e631-4858-ae98-0bf945fa0610"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (5, '8a310236-98ff-4932-8c7b-6eaeeed5c008', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:50:41.313Z', '{"kind":"sent","at":"2026-11-28T09:48:00.000Z","method":"POST","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;OperationsRG;FullRestoreVM1/protectedItems/VM;iaasvmcontainerv2;OperationsRG;FullRestoreVM1/recoveryPoints/205312067414519/restore","status":202,"requestId":"9d846324-e631-4858-ae98-0bf945fa0610","correlationId":"9d846324-e631-4858-ae98-0bf945fa0610"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (6, '8a310236-98ff-4932-8c7b-6eaeeed5c008', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '9ff11e26-836d-4f1e-9a86-c63f9ccc0694', '2026-11-27T09:50:41.458Z', '{"kind":"answered","at":"2026-11-28T09:49:00.001Z","result":"accepted","code":null,"jobId":"9ff11e26-836d-4f1e-9a86-c63f9ccc0694","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (7, 'b8021414-f778-4400-9169-373d8fbe698f', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:50:42.554Z', '{"kind":"asked","at":"2026-11-28T09:56:00.037Z","command":"items.backUpNow","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/AppVM1","about":{},"reason":null,"correlationId":"e6a2162f-b2d1-4878-b9b2-be8357128ac3"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (8, 'b8021414-f778-4400-9169-373d8fbe698f', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:50:42.668Z', '{"kind":"sent","at":"2026-11-28T09:58:00.001Z","method":"POST","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer%3Biaasvmcontainerv2%3BOperationsRG%3BAppVM1/protectedItems/VM%3Biaasvmcontainerv2%3BOperationsRG%3BAppVM1/backup","status":202,"requestId":"e6a2162f-b2d1-4878-b9b2-be8357128ac3","correlationId":"e6a2162f-b2d1-4878-b9b2-be8357128ac3"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (9, 'd4dabda1-b190-4976-828c-ba3bc5a68d9d', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/vault0', NULL, '2026-11-27T09:50:42.713Z', '{"kind":"asked","at":"2026-11-28T09:56:00.047Z","command":"vaults.create","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/Vault0","about":{"location":"northeurope","storageReplication":"LocallyRedundant","softDelete":"Enabled"},"reason":null,"correlationId":"e14e59d1-31af-4daf-918b-186102247b1a"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (10, 'ee34c1a5-1772-4c78-afe6-5ee6c212a91b', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '9ff11e26-836d-4f1e-9a86-c63f9ccc0694', '2026-11-27T09:50:42.722Z', '{"kind":"asked","at":"2026-11-28T09:56:00.078Z","command":"restores.putPlan","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupJobs/9ff11e26-836d-4f1e-9a86-c63f9ccc0694","about":{"policyName":"DefaultPolicy","size":"Standard_DS2_v2","newMachine":"Alone0"},"reason":null,"correlationId":"ee34c1a5-1772-4c78-afe6-5ee6c212a91b"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (11, 'dcec1be3-212a-4e24-aef8-d980b9a853e0', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-27T09:50:42.723Z', '{"kind":"asked","at":"2026-11-28T09:56:00.059Z","command":"protection.enable","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault","about":{"policyName":"DefaultPolicy","machines":"1"},"reason":null,"correlationId":"a661689c-e5a6-41ac-b399-60f4c0ea2a85"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (12, 'a123cde2-8379-4a7f-82e2-e59b010fbf3d', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:50:42.725Z', '{"kind":"asked","at":"2026-11-28T09:56:00.062Z","command":"restores.start","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/LostVaultVM1","about":{"recoveryPointId":"276387998461299","storageAccountId":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/contosostaging","targetGroup":"IgniteRG"},"reason":null,"correlationId":"4650175f-d7f8-47f5-b8e5-2ba45ffee953"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (13, 'effe0c1f-fec2-4da9-b9b3-6b5ec5a51be5', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv', NULL, '2026-11-27T09:50:42.779Z', '{"kind":"asked","at":"2026-11-28T09:58:00.093Z","command":"keyVaults.grant","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults/NoPolicyKV","about":{"permissions":"keys/get, keys/list, keys/backup, secrets/get, secrets/list, secrets/backup"},"reason":null,"correlationId":"cdc96fe6-f7e6-49a0-aefd-0f7058e65536"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (14, 'b8021414-f778-4400-9169-373d8fbe698f', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:50:42.863Z', '{"kind":"answered","at":"2026-11-28T09:59:00.030Z","result":"accepted","code":null,"jobId":"859e8786-885a-45e0-9dbc-1e893048f287","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (15, 'dcec1be3-212a-4e24-aef8-d980b9a853e0', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-27T09:50:43.011Z', '{"kind":"answered","at":"2026-11-28T10:00:00.025Z","result":"accepted","code":null,"jobId":null,"about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (16, 'd4dabda1-b190-4976-828c-ba3bc5a68d9d', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/vault0', NULL, '2026-11-27T09:50:43.049Z', '{"kind":"sent","at":"2026-11-28T10:01:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/Vault0","status":201,"requestId":"e14e59d1-31af-4daf-918b-186102247b1a","correlationId":"e14e59d1-31af-4daf-918b-186102247b1a"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (17, 'd4dabda1-b190-4976-828c-ba3bc5a68d9d', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/vault0', NULL, '2026-11-27T09:50:43.104Z', '{"kind":"answered","at":"2026-11-28T10:01:00.066Z","result":"accepted","code":null,"jobId":null,"about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (21, 'a123cde2-8379-4a7f-82e2-e59b010fbf3d', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', 'ddf60cba-291a-44ef-8f16-835f14519cbb', '2026-11-27T09:50:43.437Z', '{"kind":"answered","at":"2026-11-28T10:03:00.019Z","result":"accepted","code":null,"jobId":"ddf60cba-291a-44ef-8f16-835f14519cbb","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (22, 'dcec1be3-212a-4e24-aef8-d980b9a853e0', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-27T09:50:43.546Z', '{"kind":"sent","at":"2026-11-28T10:05:00.000Z","method":"POST","resource":"/Subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/providers/Microsoft.RecoveryServices/locations/westeurope/backupPreValidateProtection","status":200,"requestId":"f0984fe4-ea43-456c-a890-26fa27e34b84","correlationId":"f0984fe4-ea43-456c-a890-26fa27e34b84"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (23, 'dcec1be3-212a-4e24-aef8-d980b9a853e0', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-27T09:50:43.725Z', '{"kind":"sent","at":"2026-11-28T10:06:00.001Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault/backupFabrics/Azure/protectionContainers/IaasVMContainer%3Biaasvmcontainerv2%3Bdbvm1%3BDBVM1Restore/protectedItems/VM%3Biaasvmcontainerv2%3Bdbvm1%3BDBVM1Restore","status":202,"requestId":"f0984fe4-ea43-456c-a890-26fa27e34b84","correlationId":"f0984fe4-ea43-456c-a890-26fa27e34b84"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (24, 'ee34c1a5-1772-4c78-afe6-5ee6c212a91b', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '9ff11e26-836d-4f1e-9a86-c63f9ccc0694', '2026-11-27T09:50:43.886Z', '{"kind":"answered","at":"2026-11-28T10:06:00.082Z","result":"done","code":null,"jobId":null,"about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (25, '58841757-0a81-469b-ac7d-5f2d7331f775', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '9ff11e26-836d-4f1e-9a86-c63f9ccc0694', '2026-11-27T09:50:44.713Z', '{"kind":"asked","at":"2026-11-28T10:13:00.032Z","command":"restores.createMachine","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/Alone0","about":{"size":"Standard_DS2_v2","given":"plan"},"reason":null,"correlationId":"e837c212-d6f8-44de-bcd8-5861a6a21b9a"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (18, 'effe0c1f-fec2-4da9-b9b3-6b5ec5a51be5', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv', NULL, '2026-11-27T09:50:43.200Z', '{"kind":"sent","at":"2026-11-28T10:02:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults/NoPolicyKV/accessPolicies/add","status":200,"requestId":"cdc96fe6-f7e6-49a0-aefd-0f7058e65536","correlationId":"cdc96fe6-f7e6-49a0-aefd-0f7058e65536"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (19, 'a123cde2-8379-4a7f-82e2-e59b010fbf3d', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:50:43.257Z', '{"kind":"sent","at":"2026-11-28T10:02:00.000Z","method":"POST","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;OperationsRG;LostVaultVM1/protectedItems/VM;iaasvmcontainerv2;OperationsRG;LostVaultVM1/recoveryPoints/276387998461299/restore","status":202,"requestId":"4650175f-d7f8-47f5-b8e5-2ba45ffee953","correlationId":"4650175f-d7f8-47f5-b8e5-2ba45ffee953"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (20, 'effe0c1f-fec2-4da9-b9b3-6b5ec5a51be5', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv', NULL, '2026-11-27T09:50:43.432Z', '{"kind":"answered","at":"2026-11-28T10:03:00.014Z","result":"done","code":null,"jobId":null,"about":{}}');
INSERT INTO public.grants OVERRIDING SYSTEM VALUE VALUES (1, 'effe0c1f-fec2-4da9-b9b3-6b5ec5a51be5', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv', '2026-11-28T10:01:00.012Z', 'done', '{"grantId":"effe0c1f-fec2-4da9-b9b3-6b5ec5a51be5","tenantId":"5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30","keyVault":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv","by":{"name":"Adele Vance","username":"adele.vance@contoso.example"},"at":"2026-11-28T10:01:00.012Z","way":"access-policy","permissions":["keys/get","keys/list","keys/backup","secrets/get","secrets/list","secrets/backup"],"added":{"keys":["get","list","backup"],"secrets":["get","list","backup"]},"role":null,"before":{"policy":null,"roles":[]},"after":{"policy":{"keys":["backup","get","list"],"secrets":["backup","get","list"],"others":[]},"roles":[]},"undone":null}');
INSERT INTO public.installation VALUES ('5d960b7c-c2fd-43a3-9e54-3f2b6f3b11f2');
INSERT INTO public.intents VALUES ('76c87d59-4003-4cc5-a8ae-5450213b6b31', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', '4da9787ac71141d466cb4b64a4407ab679e39097356fbc253f6f5359f52522a3', '2026-11-27T09:50:40.817Z', 'accepted', 'a73583d8-e538-46f9-81cf-fdfaa4ee8d14', '2026-11-28T09:44:00.001Z', NULL, '68035c07-7dd6-4932-be72-49a3517edc9c');
INSERT INTO public.intents VALUES ('8a310236-98ff-4932-8c7b-6eaeeed5c008', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', '5ebce8b66539141d77cf6b3b4fdcb2891b1cdbb6f42b94d789ec7a73ed7d4ff3', '2026-11-27T09:50:41.246Z', 'accepted', '780d22bc-7577-4c10-b85c-2ce6ff296f6d', '2026-11-28T09:48:00.000Z', NULL, '9ff11e26-836d-4f1e-9a86-c63f9ccc0694');
INSERT INTO public.intents VALUES ('b8021414-f778-4400-9169-373d8fbe698f', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'cb0dd64d94926d2e60a272779e5990479a3d301584944a785ffca30b7731e8db', '2026-11-27T09:50:42.585Z', 'accepted', 'e3f17284-99e9-4d8f-8445-88ecea2b4e69', '2026-11-28T09:57:00.000Z', NULL, '859e8786-885a-45e0-9dbc-1e893048f287');
INSERT INTO public.intents VALUES ('d4dabda1-b190-4976-828c-ba3bc5a68d9d', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'ce68d8faeb4a92677d7b48a0490cbf863435f40fcf0b4f5cd5f317d308f83f89', '2026-11-27T09:50:42.897Z', 'accepted', '35ee4b14-40f4-4ee7-a264-87a9e80b9c62', '2026-11-28T09:59:00.000Z', NULL, 'Vault0');
INSERT INTO public.intents VALUES ('a123cde2-8379-4a7f-82e2-e59b010fbf3d', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', '88e23f95602ff336c498c047dbebdb81bca4c7effab4d146d6139cb5344d7111', '2026-11-27T09:50:43.134Z', 'accepted', 'e1e22974-241d-41f5-88cc-c5375b863e3c', '2026-11-28T10:01:00.000Z', NULL, 'ddf60cba-291a-44ef-8f16-835f14519cbb');
INSERT INTO public.kysely_migration VALUES ('0001-orders', '2026-11-27T09:50:36.169Z');
INSERT INTO public.kysely_migration VALUES ('0002-segments', '2026-11-27T09:50:36.178Z');
INSERT INTO public.kysely_migration_lock VALUES ('migration_lock', 0);
INSERT INTO public.machines VALUES ('dcec1be3-212a-4e24-aef8-d980b9a853e0', 0, '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/dbvm1/providers/microsoft.compute/virtualmachines/dbvm1restore', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/dbvm1/providers/Microsoft.Compute/virtualMachines/DBVM1Restore', 'protected', 1, '601a9587-c920-4e93-a498-dd2d4c914646', NULL, NULL, NULL, NULL, 'd2e07c9f-0fff-4d7e-b473-7906c40e5288', NULL);
INSERT INTO public.restore_plans VALUES ('5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault/9ff11e26-836d-4f1e-9a86-c63f9ccc0694', '2026-11-27T09:50:43.817Z', '{"answers":{"edition":"current","machine":{"name":"Alone0","group":"IgniteRG","size":"Standard_DS2_v2","subnetId":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default","publicIp":false},"keys":null,"policyName":"DefaultPolicy","letBackupIn":true,"removeLeftovers":true},"by":{"name":"Adele Vance","username":"adele.vance@contoso.example"},"at":"2026-11-28T10:06:00.018Z","given":[{"command":"create-machine","intentId":"58841757-0a81-469b-ac7d-5f2d7331f775","at":"2026-11-28T10:13:00.001Z","user":"5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","inNameOf":{"name":"Adele Vance","username":"adele.vance@contoso.example"},"wasFailed":false,"outcome":null}],"standing":{"state":"running","inNameOf":{"name":"Adele Vance","username":"adele.vance@contoso.example"},"until":"2026-11-27T10:50:33.000Z","seenAt":"2026-11-28T10:13:00.001Z"}}', '15114 ba34b1d8-852e-45de-a1a2-5634c33435aa', 1795773048824, 1);
SELECT pg_catalog.setval('public.commands_position_seq', 25, true);
SELECT pg_catalog.setval('public.grants_position_seq', 1, true);
ALTER TABLE ONLY public.batches
    ADD CONSTRAINT batches_pkey PRIMARY KEY (batch_id);
ALTER TABLE ONLY public.command_segments
    ADD CONSTRAINT command_segments_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.commands
    ADD CONSTRAINT commands_pkey PRIMARY KEY ("position");
ALTER TABLE ONLY public.grants
    ADD CONSTRAINT grants_pkey PRIMARY KEY (grant_id);
ALTER TABLE ONLY public.intents
    ADD CONSTRAINT intents_pkey PRIMARY KEY (intent_id);
ALTER TABLE ONLY public.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.machine_locks
    ADD CONSTRAINT machine_locks_pkey PRIMARY KEY (vm_key);
ALTER TABLE ONLY public.machines
    ADD CONSTRAINT machines_pkey PRIMARY KEY (batch_id, vm_key);
ALTER TABLE ONLY public.restore_plans
    ADD CONSTRAINT restore_plans_pkey PRIMARY KEY (plan_id);
CREATE INDEX batches_of_owner ON public.batches USING btree (owner);
CREATE INDEX commands_by_age ON public.commands USING btree (written_at);
CREATE INDEX commands_by_id ON public.commands USING btree (owner, command_id);
CREATE INDEX commands_of_journey ON public.commands USING btree (scope, journey);
CREATE INDEX commands_of_owner ON public.commands USING btree (owner, kind, written_at);
CREATE INDEX commands_of_scope ON public.commands USING btree (scope, written_at);
CREATE UNIQUE INDEX commands_said_once ON public.commands USING btree (command_id, owner, kind) WHERE (kind = ANY (ARRAY['asked'::text, 'ended'::text]));
CREATE INDEX grants_of_key_vault ON public.grants USING btree (tenant_id, key_vault);
CREATE INDEX intents_of_owner ON public.intents USING btree (owner);
CREATE TRIGGER commands_never_change BEFORE UPDATE ON public.commands FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
ALTER TABLE ONLY public.machines
    ADD CONSTRAINT machines_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES public.batches(batch_id) ON DELETE CASCADE;
