-- What the server of e8a9d2827f3b010bee963609f257e028113f1096 kept of orders of every kind.
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
INSERT INTO public.batches VALUES ('a77765bf-824e-46d8-870c-1a6c43612007', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'ca28a52cc0644564c7b5f709276f0e17b66741a58a16532d780696439ef5aa86', '{"vault":{"subscriptionId":"f2edfd5d-5496-4683-b94f-b3588c579009","resourceGroup":"IgniteRG","vaultName":"IgniteDemoVault"},"edition":"current","policyName":"DefaultPolicy"}', '2026-11-28T09:36:00.000Z', '2026-11-27T09:49:14.797Z', '[]', NULL, '13959 20112855-7529-4fc1-9b50-2872ffec354a', 1795772959842, 1);
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (1, '34363a34-6808-45cb-bf79-bbea5e02b2c1', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:49:14.004Z', '{"kind":"asked","at":"2026-11-28T09:29:00.025Z","command":"restores.start","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/RestoreRG/providers/Microsoft.Compute/virtualMachines/WinSingleVM1","about":{"recoveryPointId":"118277401972645","storageAccountId":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/contosostaging","targetGroup":"RestoreRG"},"reason":null,"correlationId":"0a2df7c5-86f3-4c8e-961d-66ca29a52424"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (2, '34363a34-6808-45cb-bf79-bbea5e02b2c1', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:49:14.166Z', '{"kind":"sent","at":"2026-11-28T09:32:00.000Z","method":"POST","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;RestoreRG;WinSingleVM1/protectedItems/VM;iaasvmcontainerv2;RestoreRG;WinSingleVM1/recoveryPoints/118277401972645/restore","status":202,"requestId":"0a2df7c5-86f3-4c8e-961d-66ca29a52424","correlationId":"0a2df7c5-86f3-4c8e-961d-66ca29a52424"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (3, '34363a34-6808-45cb-bf79-bbea5e02b2c1', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', 'bac3febe-07b6-4372-86c4-f8d435871563', '2026-11-27T09:49:14.182Z', '{"kind":"answered","at":"2026-11-28T09:32:00.010Z","result":"accepted","code":null,"jobId":"bac3febe-07b6-4372-86c4-f8d435871563","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (4, '03c0ced8-6591-4af1-8db0-4f7d05dc3ec7', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:49:14.186Z', '{"kind":"asked","at":"2026-11-28T09:31:00.009Z","command":"restores.start","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/FullRestoreVM1","about":{"recoveryPointId":"245919062362788","storageAccountId":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/contosostaging","targetGroup":"IgniteRG"},"reason":null,"correlationId":"d2381ac0-2508-445e-8602-b84d2105f4b8"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (5, '03c0ced8-6591-4af1-8db0-4f7d05dc3ec7', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:49:14.248Z', '{"kind":"sent","at":"2026-11-28T09:32:00.000Z","method":"POST","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;OperationsRG;FullRestoreVM1/protectedItems/VM;iaasvmcontainerv2;OperationsRG;FullRestoreVM1/recoveryPoints/245919062362788/restore","status":202,"requestId":"d2381ac0-2508-445e-8602-b84d2105f4b8","correlationId":"d2381ac0-2508-445e-8602-b84d2105f4b8"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (6, '03c0ced8-6591-4af1-8db0-4f7d05dc3ec7', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '0251de9e-4245-4b32-96d8-84c50ba34d53', '2026-11-27T09:49:14.269Z', '{"kind":"answered","at":"2026-11-28T09:33:00.003Z","result":"accepted","code":null,"jobId":"0251de9e-4245-4b32-96d8-84c50ba34d53","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (7, 'ad833a45-e8f2-472b-9e7b-c40df8a89b0b', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:49:14.550Z', '{"kind":"asked","at":"2026-11-28T09:34:00.041Z","command":"items.backUpNow","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/AppVM1","about":{},"reason":null,"correlationId":"6c491d3a-e5b2-405b-9dfe-d5186c840719"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (8, '2c3f3172-080b-44ef-8140-28cb9aa6a7e7', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/vault0', NULL, '2026-11-27T09:49:14.552Z', '{"kind":"asked","at":"2026-11-28T09:34:00.051Z","command":"vaults.create","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/Vault0","about":{"location":"northeurope","storageReplication":"LocallyRedundant","softDelete":"Enabled"},"reason":null,"correlationId":"57df4dee-b7fd-462a-8aab-f674aad7c3f2"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (9, 'ad833a45-e8f2-472b-9e7b-c40df8a89b0b', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:49:14.621Z', '{"kind":"sent","at":"2026-11-28T09:35:00.000Z","method":"POST","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer%3Biaasvmcontainerv2%3BOperationsRG%3BAppVM1/protectedItems/VM%3Biaasvmcontainerv2%3BOperationsRG%3BAppVM1/backup","status":202,"requestId":"6c491d3a-e5b2-405b-9dfe-d5186c840719","correlationId":"6c491d3a-e5b2-405b-9dfe-d5186c840719"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (10, 'cac84df7-05d1-4fa8-b07a-925252d3b550', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:49:14.673Z', '{"kind":"asked","at":"2026-11-28T09:34:00.083Z","command":"restores.start","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/LostVaultVM1","about":{"recoveryPointId":"137226758640309","storageAccountId":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/contosostaging","targetGroup":"IgniteRG"},"reason":null,"correlationId":"eb156be6-fef8-44e3-9094-87626bd1d115"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (11, 'ad833a45-e8f2-472b-9e7b-c40df8a89b0b', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:49:14.674Z', '{"kind":"answered","at":"2026-11-28T09:36:00.015Z","result":"accepted","code":null,"jobId":"52a3b338-c8f6-4484-a781-bb60f61f2dc4","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (12, 'a77765bf-824e-46d8-870c-1a6c43612007', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-27T09:49:14.686Z', '{"kind":"asked","at":"2026-11-28T09:34:00.074Z","command":"protection.enable","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault","about":{"policyName":"DefaultPolicy","machines":"1"},"reason":null,"correlationId":"eb9f26c8-dc55-452c-a7b2-9683116b0f37"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (13, 'c10ebc66-7e49-4cab-8f3a-92de47b3ebaf', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv', NULL, '2026-11-27T09:49:14.688Z', '{"kind":"asked","at":"2026-11-28T09:35:00.019Z","command":"keyVaults.grant","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults/NoPolicyKV","about":{"permissions":"keys/get, keys/list, keys/backup, secrets/get, secrets/list, secrets/backup"},"reason":null,"correlationId":"356ec66d-d5c6-4c68-97d7-78acaf20ce0d"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (18, 'c10ebc66-7e49-4cab-8f3a-92de47b3ebaf', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv', NULL, '2026-11-27T09:49:14.824Z', '{"kind":"sent","at":"2026-11-28T09:37:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults/NoPolicyKV/accessPolicies/add","status":200,"requestId":"356ec66d-d5c6-4c68-97d7-78acaf20ce0d","correlationId":"356ec66d-d5c6-4c68-97d7-78acaf20ce0d"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (19, 'cac84df7-05d1-4fa8-b07a-925252d3b550', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '287d8bb7-72b3-4b60-8d95-86ae47391b84', '2026-11-27T09:49:14.860Z', '{"kind":"answered","at":"2026-11-28T09:37:00.004Z","result":"accepted","code":null,"jobId":"287d8bb7-72b3-4b60-8d95-86ae47391b84","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (21, 'a77765bf-824e-46d8-870c-1a6c43612007', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-27T09:49:14.894Z', '{"kind":"answered","at":"2026-11-28T09:37:00.031Z","result":"accepted","code":null,"jobId":null,"about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (14, '2c3f3172-080b-44ef-8140-28cb9aa6a7e7', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/vault0', NULL, '2026-11-27T09:49:14.691Z', '{"kind":"sent","at":"2026-11-28T09:36:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/Vault0","status":201,"requestId":"57df4dee-b7fd-462a-8aab-f674aad7c3f2","correlationId":"57df4dee-b7fd-462a-8aab-f674aad7c3f2"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (15, '2c3f3172-080b-44ef-8140-28cb9aa6a7e7', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/vault0', NULL, '2026-11-27T09:49:14.709Z', '{"kind":"answered","at":"2026-11-28T09:36:00.022Z","result":"accepted","code":null,"jobId":null,"about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (16, '57cadfdf-60bf-4138-bb55-59c04850cb1a', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '0251de9e-4245-4b32-96d8-84c50ba34d53', '2026-11-27T09:49:14.715Z', '{"kind":"asked","at":"2026-11-28T09:34:00.107Z","command":"restores.putPlan","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupJobs/0251de9e-4245-4b32-96d8-84c50ba34d53","about":{"policyName":"DefaultPolicy","size":"Standard_DS2_v2","newMachine":"Alone0"},"reason":null,"correlationId":"57cadfdf-60bf-4138-bb55-59c04850cb1a"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (17, 'cac84df7-05d1-4fa8-b07a-925252d3b550', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-27T09:49:14.823Z', '{"kind":"sent","at":"2026-11-28T09:37:00.000Z","method":"POST","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;OperationsRG;LostVaultVM1/protectedItems/VM;iaasvmcontainerv2;OperationsRG;LostVaultVM1/recoveryPoints/137226758640309/restore","status":202,"requestId":"eb156be6-fef8-44e3-9094-87626bd1d115","correlationId":"eb156be6-fef8-44e3-9094-87626bd1d115"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (20, 'c10ebc66-7e49-4cab-8f3a-92de47b3ebaf', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv', NULL, '2026-11-27T09:49:14.881Z', '{"kind":"answered","at":"2026-11-28T09:37:00.028Z","result":"done","code":null,"jobId":null,"about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (22, '57cadfdf-60bf-4138-bb55-59c04850cb1a', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '0251de9e-4245-4b32-96d8-84c50ba34d53', '2026-11-27T09:49:15.394Z', '{"kind":"answered","at":"2026-11-28T09:42:00.055Z","result":"done","code":null,"jobId":null,"about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (23, 'a77765bf-824e-46d8-870c-1a6c43612007', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-27T09:49:15.442Z', '{"kind":"sent","at":"2026-11-28T09:42:00.000Z","method":"POST","resource":"/Subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/providers/Microsoft.RecoveryServices/locations/westeurope/backupPreValidateProtection","status":200,"requestId":"7a4f9997-485c-47ce-bbfe-b9e67ede14fa","correlationId":"7a4f9997-485c-47ce-bbfe-b9e67ede14fa"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (24, 'a77765bf-824e-46d8-870c-1a6c43612007', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-27T09:49:15.522Z', '{"kind":"sent","at":"2026-11-28T09:43:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault/backupFabrics/Azure/protectionContainers/IaasVMContainer%3Biaasvmcontainerv2%3Bdbvm1%3BDBVM1Restore/protectedItems/VM%3Biaasvmcontainerv2%3Bdbvm1%3BDBVM1Restore","status":202,"requestId":"7a4f9997-485c-47ce-bbfe-b9e67ede14fa","correlationId":"7a4f9997-485c-47ce-bbfe-b9e67ede14fa"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (25, 'bf398bca-fbdd-46be-8465-1c048ab2a001', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '0251de9e-4245-4b32-96d8-84c50ba34d53', '2026-11-27T09:49:15.803Z', '{"kind":"asked","at":"2026-11-28T09:45:00.003Z","command":"restores.createMachine","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/Alone0","about":{"size":"Standard_DS2_v2","given":"plan"},"reason":null,"correlationId":"ca32a859-4d5f-4817-9059-b40fb1a5b4b3"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (26, 'bf398bca-fbdd-46be-8465-1c048ab2a001', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '0251de9e-4245-4b32-96d8-84c50ba34d53', '2026-11-27T09:49:15.904Z', '{"kind":"sent","at":"2026-11-28T09:46:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.Network/networkInterfaces/FullRestoreVM1-0251de9e-nic","status":201,"requestId":"ca32a859-4d5f-4817-9059-b40fb1a5b4b3","correlationId":"ca32a859-4d5f-4817-9059-b40fb1a5b4b3"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (27, 'bf398bca-fbdd-46be-8465-1c048ab2a001', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '0251de9e-4245-4b32-96d8-84c50ba34d53', '2026-11-27T09:49:15.936Z', '{"kind":"sent","at":"2026-11-28T09:47:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/Alone0","status":201,"requestId":"ca32a859-4d5f-4817-9059-b40fb1a5b4b3","correlationId":"ca32a859-4d5f-4817-9059-b40fb1a5b4b3"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (28, 'bf398bca-fbdd-46be-8465-1c048ab2a001', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '0251de9e-4245-4b32-96d8-84c50ba34d53', '2026-11-27T09:49:15.940Z', '{"kind":"answered","at":"2026-11-28T09:47:00.003Z","result":"accepted","code":null,"jobId":null,"about":{}}');
INSERT INTO public.grants OVERRIDING SYSTEM VALUE VALUES (1, 'c10ebc66-7e49-4cab-8f3a-92de47b3ebaf', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv', '2026-11-28T09:36:00.004Z', 'done', '{"grantId":"c10ebc66-7e49-4cab-8f3a-92de47b3ebaf","tenantId":"5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30","keyVault":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv","by":{"name":"Adele Vance","username":"adele.vance@contoso.example"},"at":"2026-11-28T09:36:00.004Z","way":"access-policy","permissions":["keys/get","keys/list","keys/backup","secrets/get","secrets/list","secrets/backup"],"added":{"keys":["get","list","backup"],"secrets":["get","list","backup"]},"role":null,"before":{"policy":null,"roles":[]},"after":{"policy":{"keys":["backup","get","list"],"secrets":["backup","get","list"],"others":[]},"roles":[]},"undone":null}');
INSERT INTO public.installation VALUES ('7eaed924-ef85-4616-9505-3f3d2b281117');
INSERT INTO public.intents VALUES ('34363a34-6808-45cb-bf79-bbea5e02b2c1', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', '06bdf21c8ce72868f6c10b8f5dce78b67a41f96774a60c94449bc62e9ff409e8', '2026-11-27T09:49:14.120Z', 'accepted', '7e8b1814-eccf-476c-8cae-7fd25305b9be', '2026-11-28T09:31:00.002Z', NULL, 'bac3febe-07b6-4372-86c4-f8d435871563');
INSERT INTO public.intents VALUES ('03c0ced8-6591-4af1-8db0-4f7d05dc3ec7', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', '57a7cb5e707bb34c21045ed2e53d3ec584a01d3a907778f40f231d6155a0747d', '2026-11-27T09:49:14.232Z', 'accepted', 'cd5ecddf-56da-4b59-b897-2c2c03132bfd', '2026-11-28T09:32:00.000Z', NULL, '0251de9e-4245-4b32-96d8-84c50ba34d53');
INSERT INTO public.intents VALUES ('ad833a45-e8f2-472b-9e7b-c40df8a89b0b', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'cb0dd64d94926d2e60a272779e5990479a3d301584944a785ffca30b7731e8db', '2026-11-27T09:49:14.586Z', 'accepted', '5ec38504-b0db-4d65-88f4-c9c6a52f1986', '2026-11-28T09:35:00.010Z', NULL, '52a3b338-c8f6-4484-a781-bb60f61f2dc4');
INSERT INTO public.intents VALUES ('2c3f3172-080b-44ef-8140-28cb9aa6a7e7', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'ce68d8faeb4a92677d7b48a0490cbf863435f40fcf0b4f5cd5f317d308f83f89', '2026-11-27T09:49:14.624Z', 'accepted', '675f3fac-79b4-4704-a8c1-dfb9fc378a12', '2026-11-28T09:35:00.003Z', NULL, 'Vault0');
INSERT INTO public.intents VALUES ('cac84df7-05d1-4fa8-b07a-925252d3b550', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', '988ef35c3bb07d622018c00bc6caac3a72ac786ada3ca0ba6912f31cedd81236', '2026-11-27T09:49:14.796Z', 'accepted', 'f9dbcdc8-6d78-48b8-b6cd-71d71dee4a5a', '2026-11-28T09:37:00.000Z', NULL, '287d8bb7-72b3-4b60-8d95-86ae47391b84');
INSERT INTO public.kysely_migration VALUES ('0001-orders', '2026-11-27T09:49:12.938Z');
INSERT INTO public.kysely_migration_lock VALUES ('migration_lock', 0);
INSERT INTO public.machines VALUES ('a77765bf-824e-46d8-870c-1a6c43612007', 0, '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/dbvm1/providers/microsoft.compute/virtualmachines/dbvm1restore', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/dbvm1/providers/Microsoft.Compute/virtualMachines/DBVM1Restore', 'protected', 1, 'e5188330-965a-4f9a-830a-83654da85b2f', NULL, NULL, NULL, NULL, '7b1f67ce-6315-4443-b21e-7b875b03fbbc', NULL);
INSERT INTO public.restore_plans VALUES ('5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault/0251de9e-4245-4b32-96d8-84c50ba34d53', '2026-11-27T09:49:15.297Z', '{"answers":{"edition":"current","machine":{"name":"Alone0","group":"IgniteRG","size":"Standard_DS2_v2","subnetId":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default","publicIp":false},"keys":null,"policyName":"DefaultPolicy","letBackupIn":true,"removeLeftovers":true},"by":{"name":"Adele Vance","username":"adele.vance@contoso.example"},"at":"2026-11-28T09:41:00.011Z","given":[{"command":"create-machine","intentId":"bf398bca-fbdd-46be-8465-1c048ab2a001","at":"2026-11-28T09:45:00.001Z","user":"5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","inNameOf":{"name":"Adele Vance","username":"adele.vance@contoso.example"},"wasFailed":false,"outcome":"accepted"}],"standing":{"state":"running","inNameOf":{"name":"Adele Vance","username":"adele.vance@contoso.example"},"until":"2026-11-27T10:49:10.000Z","seenAt":"2026-11-28T09:45:00.001Z"}}', '13959 57129c54-76ab-48c1-9587-b1ea8dfb680e', 1795772960338, 1);
SELECT pg_catalog.setval('public.commands_position_seq', 28, true);
SELECT pg_catalog.setval('public.grants_position_seq', 1, true);
ALTER TABLE ONLY public.batches
    ADD CONSTRAINT batches_pkey PRIMARY KEY (batch_id);
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
