-- What the server of b6425897289d3245597932b374dda21531911f8a kept of orders of every kind.
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
CREATE TABLE public.recovery_plans (
    plan_id text NOT NULL,
    written_at text NOT NULL COLLATE pg_catalog."C",
    record text NOT NULL,
    leased_by text,
    leased_until bigint DEFAULT 0 NOT NULL,
    fence integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.restore_plans (
    plan_id text NOT NULL,
    written_at text NOT NULL COLLATE pg_catalog."C",
    record text NOT NULL,
    leased_by text,
    leased_until bigint DEFAULT 0 NOT NULL,
    fence integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.screens (
    plan_id text NOT NULL,
    sha256 text NOT NULL,
    type text NOT NULL,
    folded bytea NOT NULL
);
INSERT INTO public.batches VALUES ('aea607c5-05cc-472d-bc2a-f766f4cce7e1', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'ca28a52cc0644564c7b5f709276f0e17b66741a58a16532d780696439ef5aa86', '{"vault":{"subscriptionId":"f2edfd5d-5496-4683-b94f-b3588c579009","resourceGroup":"IgniteRG","vaultName":"IgniteDemoVault"},"edition":"current","policyName":"DefaultPolicy"}', '2026-11-29T10:51:00.006Z', '2026-11-28T02:53:00.347Z', NULL, '\x558ebd4ec3301446dfe5ce314e6a3b893b021253170616842aff5cb786248eaeed0c20de1db51548ac47fabe735ebf609b8fd1c31e78ae363b8a6b8969c93cecd007af3c5352f74cf6a36056cbc0ac50e3e8d4a0db5673c29c2a397ca254d7ccbddde68eaf94b6e891323f444729a750ee1ed2bcd6827c8b54aa990ec69de382993fdebf1cba67cc25114203b99882b08795524157d05f182e05f6852a3690562473e9bb250723bb5d10812927149383d1cc063930af8641eabed3b215d000d509af83a54e5303e6b3121e5df2f89fcc98b339fd414297e619177f15fed2f7646f6eaf9451281ceb45af991cc2c846252ceb5b67ac905db06e8406dc19dd07fa635d4a9c6e27df6f3f', NULL, 0, 1);
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (1, '5e5c0d70-8a72-4700-a32c-f59025baf394', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:52:58.801Z', '{"kind":"asked","at":"2026-11-29T10:38:00.026Z","command":"restores.start","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/RestoreRG/providers/Microsoft.Compute/virtualMachines/WinSingleVM1","about":{"recoveryPointId":"202039723732802","storageAccountId":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/contosostaging","targetGroup":"RestoreRG"},"reason":null,"correlationId":"b0c5b6e9-33ea-4151-b216-b26fcfd1bcdb"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (2, '5e5c0d70-8a72-4700-a32c-f59025baf394', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:52:59.216Z', '{"kind":"sent","at":"2026-11-29T10:42:00.000Z","method":"POST","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;RestoreRG;WinSingleVM1/protectedItems/VM;iaasvmcontainerv2;RestoreRG;WinSingleVM1/recoveryPoints/202039723732802/restore","status":202,"requestId":"b0c5b6e9-33ea-4151-b216-b26fcfd1bcdb","correlationId":"b0c5b6e9-33ea-4151-b216-b26fcfd1bcdb"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (3, '7bebe72c-07d4-441a-8971-8bd5f7f1aaf9', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:52:59.240Z', '{"kind":"asked","at":"2026-11-29T10:42:00.020Z","command":"restores.start","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/FullRestoreVM1","about":{"recoveryPointId":"229286514276146","storageAccountId":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/contosostaging","targetGroup":"IgniteRG"},"reason":null,"correlationId":"317a57b3-a6b9-4bdc-8f86-a7377590ebfe"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (4, '5e5c0d70-8a72-4700-a32c-f59025baf394', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '30b857ea-54af-4b9d-a03e-001a068e2002', '2026-11-28T02:52:59.298Z', '{"kind":"answered","at":"2026-11-29T10:42:00.008Z","result":"accepted","code":null,"jobId":"30b857ea-54af-4b9d-a03e-001a068e2002","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (5, '7bebe72c-07d4-441a-8971-8bd5f7f1aaf9', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:52:59.521Z', '{"kind":"sent","at":"2026-11-29T10:44:00.000Z","method":"POST","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;OperationsRG;FullRestoreVM1/protectedItems/VM;iaasvmcontainerv2;OperationsRG;FullRestoreVM1/recoveryPoints/229286514276146/restore","status":202,"requestId":"317a57b3-a6b9-4bdc-8f86-a7377590ebfe","correlationId":"317a57b3-a6b9-4bdc-8f86-a7377590ebfe"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (6, '7bebe72c-07d4-441a-8971-8bd5f7f1aaf9', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '5b89034f-8b64-4889-871f-4a9b8a6f6ae9', '2026-11-28T02:52:59.639Z', '{"kind":"answered","at":"2026-11-29T10:45:00.005Z","result":"accepted","code":null,"jobId":"5b89034f-8b64-4889-871f-4a9b8a6f6ae9","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (7, 'b4a033b6-d165-41d4-9ca5-3fb8a4e01dad', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:53:00.107Z', '{"kind":"asked","at":"2026-11-29T10:48:00.020Z","command":"items.backUpNow","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/AppVM1","about":{},"reason":null,"correlationId":"53b78625-3193-482b-be2e-af002bd8df74"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (8, 'b6efbf69-a023-40da-bdb2-403825566500', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '5b89034f-8b64-4889-871f-4a9b8a6f6ae9', '2026-11-28T02:53:00.235Z', '{"kind":"asked","at":"2026-11-29T10:48:00.261Z","command":"restores.putPlan","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupJobs/5b89034f-8b64-4889-871f-4a9b8a6f6ae9","about":{"policyName":"DefaultPolicy","size":"Standard_DS2_v2","newMachine":"Alone0"},"reason":null,"correlationId":"b6efbf69-a023-40da-bdb2-403825566500"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (9, 'f629b109-9baf-436d-b963-5b3f2e166069', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '824803ac-532f-41dc-8344-6a954bb9915b', '2026-11-28T02:53:00.292Z', '{"kind":"asked","at":"2026-11-29T10:48:00.039Z","command":"restores.restoreMissing","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupJobs/824803ac-532f-41dc-8344-6a954bb9915b","about":{},"reason":null,"correlationId":"30cbb5ce-7fae-400d-8104-2c2cd0afffa6"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (10, '58a0997c-392f-4aa4-b707-b1f1613a5141', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/vault0', NULL, '2026-11-28T02:53:00.292Z', '{"kind":"asked","at":"2026-11-29T10:48:00.058Z","command":"vaults.create","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/Vault0","about":{"location":"northeurope","storageReplication":"LocallyRedundant","softDelete":"Enabled"},"reason":null,"correlationId":"b411beb0-219c-48e6-be88-dc4820bf90e0"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (11, 'aea607c5-05cc-472d-bc2a-f766f4cce7e1', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-28T02:53:00.295Z', '{"kind":"asked","at":"2026-11-29T10:48:00.060Z","command":"protection.enable","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault","about":{"policyName":"DefaultPolicy","machines":"1"},"reason":null,"correlationId":"56484287-683d-4801-b331-2b8525a5cf9c"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (12, 'ec98d92d-cabd-4cf6-b282-161858bbc154', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:53:00.297Z', '{"kind":"asked","at":"2026-11-29T10:48:00.125Z","command":"items.stop","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/ProtectedVM1","about":{"data":"retain"},"reason":null,"correlationId":"ec98d92d-cabd-4cf6-b282-161858bbc154"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (13, '549d3d1d-9110-4eb2-ae1a-97eaad948ceb', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:53:00.305Z', '{"kind":"asked","at":"2026-11-29T10:48:00.139Z","command":"items.resume","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/RetiredVM1","about":{"policyName":"DefaultPolicy"},"reason":null,"correlationId":"549d3d1d-9110-4eb2-ae1a-97eaad948ceb"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (14, 'd4c823e6-36a4-4e78-a2c0-f4bbd317d875', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-28T02:53:00.309Z', '{"kind":"asked","at":"2026-11-29T10:48:00.108Z","command":"policies.create","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault/backupPolicies/NightPolicy","about":{},"reason":null,"correlationId":"d4c823e6-36a4-4e78-a2c0-f4bbd317d875"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (15, 'b405807a-a8d1-474f-aba7-064d53fddfbd', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:53:00.312Z', '{"kind":"asked","at":"2026-11-29T10:48:00.140Z","command":"restores.start","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.Compute/virtualMachines/LostVaultVM1","about":{"recoveryPointId":"101259094326231","storageAccountId":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/contosostaging","targetGroup":"IgniteRG"},"reason":null,"correlationId":"a758b12e-d1c9-4de5-9868-ecbb3cb072b8"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (16, '2d623d42-1298-41e6-89b2-ccc4f5da1435', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '2d2d5ce7-2ba2-4b77-8e97-99ebbe4d6319', '2026-11-28T02:53:00.375Z', '{"kind":"asked","at":"2026-11-29T10:48:00.242Z","command":"restores.createMachine","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/Made0","about":{"size":"Standard_DS2_v2"},"reason":null,"correlationId":"2d623d42-1298-41e6-89b2-ccc4f5da1435"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (17, 'aea607c5-05cc-472d-bc2a-f766f4cce7e1', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-28T02:53:00.411Z', '{"kind":"answered","at":"2026-11-29T10:51:00.017Z","result":"accepted","code":null,"jobId":null,"about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (18, '58a0997c-392f-4aa4-b707-b1f1613a5141', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/vault0', NULL, '2026-11-28T02:53:00.473Z', '{"kind":"sent","at":"2026-11-29T10:52:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/Vault0","status":201,"requestId":"b411beb0-219c-48e6-be88-dc4820bf90e0","correlationId":"b411beb0-219c-48e6-be88-dc4820bf90e0"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (19, 'b4a033b6-d165-41d4-9ca5-3fb8a4e01dad', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:53:00.496Z', '{"kind":"sent","at":"2026-11-29T10:52:00.001Z","method":"POST","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer%3Biaasvmcontainerv2%3BOperationsRG%3BAppVM1/protectedItems/VM%3Biaasvmcontainerv2%3BOperationsRG%3BAppVM1/backup","status":202,"requestId":"53b78625-3193-482b-be2e-af002bd8df74","correlationId":"53b78625-3193-482b-be2e-af002bd8df74"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (20, '549d3d1d-9110-4eb2-ae1a-97eaad948ceb', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:53:00.500Z', '{"kind":"sent","at":"2026-11-29T10:52:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer%3Biaasvmcontainerv2%3BOperationsRG%3BRetiredVM1/protectedItems/VM%3Biaasvmcontainerv2%3BOperationsRG%3BRetiredVM1","status":202,"requestId":"549d3d1d-9110-4eb2-ae1a-97eaad948ceb","correlationId":"549d3d1d-9110-4eb2-ae1a-97eaad948ceb"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (22, '58a0997c-392f-4aa4-b707-b1f1613a5141', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/vault0', NULL, '2026-11-28T02:53:00.510Z', '{"kind":"answered","at":"2026-11-29T10:52:00.006Z","result":"accepted","code":null,"jobId":null,"about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (21, 'd4c823e6-36a4-4e78-a2c0-f4bbd317d875', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-28T02:53:00.504Z', '{"kind":"sent","at":"2026-11-29T10:52:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault/backupPolicies/NightPolicy","status":200,"requestId":"d4c823e6-36a4-4e78-a2c0-f4bbd317d875","correlationId":"d4c823e6-36a4-4e78-a2c0-f4bbd317d875"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (23, 'd4c823e6-36a4-4e78-a2c0-f4bbd317d875', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-28T02:53:00.543Z', '{"kind":"answered","at":"2026-11-29T10:52:00.025Z","result":"done","code":null,"jobId":null,"about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (24, 'ec98d92d-cabd-4cf6-b282-161858bbc154', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:53:00.579Z', '{"kind":"sent","at":"2026-11-29T10:52:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer%3Biaasvmcontainerv2%3BOperationsRG%3BProtectedVM1/protectedItems/VM%3Biaasvmcontainerv2%3BOperationsRG%3BProtectedVM1","status":202,"requestId":"ec98d92d-cabd-4cf6-b282-161858bbc154","correlationId":"ec98d92d-cabd-4cf6-b282-161858bbc154"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (25, '549d3d1d-9110-4eb2-ae1a-97eaad948ceb', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:53:00.631Z', '{"kind":"answered","at":"2026-11-29T10:53:00.000Z","result":"accepted","code":null,"jobId":"6d141ad9-e7d4-4591-b8e7-c2c594dbcf2c","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (30, 'b405807a-a8d1-474f-aba7-064d53fddfbd', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '017eff84-732c-4c33-ba3d-e6890df8ea39', '2026-11-28T02:53:00.995Z', '{"kind":"answered","at":"2026-11-29T10:55:00.013Z","result":"accepted","code":null,"jobId":"017eff84-732c-4c33-ba3d-e6890df8ea39","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (26, 'b4a033b6-d165-41d4-9ca5-3fb8a4e01dad', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:53:00.664Z', '{"kind":"answered","at":"2026-11-29T10:53:00.037Z","result":"accepted","code":null,"jobId":"55af45fb-ecdc-42cf-a2fc-6aaf0bb5cdab","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (27, 'ec98d92d-cabd-4cf6-b282-161858bbc154', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:53:00.750Z', '{"kind":"answered","at":"2026-11-29T10:54:00.001Z","result":"accepted","code":null,"jobId":"dbaf28f8-baa5-4438-a5c6-6bd1b3ce5cf3","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (32, '43b0e1be-b376-4e7a-a197-2b96720e3519', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv', NULL, '2026-11-28T02:53:01.356Z', '{"kind":"sent","at":"2026-11-29T10:57:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults/NoPolicyKV/accessPolicies/add","status":200,"requestId":"a5463daa-d789-4ba6-9fcc-d46a28c27eb6","correlationId":"a5463daa-d789-4ba6-9fcc-d46a28c27eb6"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (28, '43b0e1be-b376-4e7a-a197-2b96720e3519', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv', NULL, '2026-11-28T02:53:00.798Z', '{"kind":"asked","at":"2026-11-29T10:54:00.033Z","command":"keyVaults.grant","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/KeyVaultRG/providers/Microsoft.KeyVault/vaults/NoPolicyKV","about":{"permissions":"keys/get, keys/list, keys/backup, secrets/get, secrets/list, secrets/backup"},"reason":null,"correlationId":"a5463daa-d789-4ba6-9fcc-d46a28c27eb6"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (29, 'b405807a-a8d1-474f-aba7-064d53fddfbd', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', NULL, '2026-11-28T02:53:00.891Z', '{"kind":"sent","at":"2026-11-29T10:54:00.000Z","method":"POST","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;OperationsRG;LostVaultVM1/protectedItems/VM;iaasvmcontainerv2;OperationsRG;LostVaultVM1/recoveryPoints/101259094326231/restore","status":202,"requestId":"a758b12e-d1c9-4de5-9868-ecbb3cb072b8","correlationId":"a758b12e-d1c9-4de5-9868-ecbb3cb072b8"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (31, 'aea607c5-05cc-472d-bc2a-f766f4cce7e1', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-28T02:53:01.112Z', '{"kind":"sent","at":"2026-11-29T10:56:00.000Z","method":"POST","resource":"/Subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/providers/Microsoft.RecoveryServices/locations/westeurope/backupPreValidateProtection","status":200,"requestId":"eb862734-9f5f-4b49-8428-03e0847097d6","correlationId":"eb862734-9f5f-4b49-8428-03e0847097d6"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (35, 'b6efbf69-a023-40da-bdb2-403825566500', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '5b89034f-8b64-4889-871f-4a9b8a6f6ae9', '2026-11-28T02:53:01.629Z', '{"kind":"answered","at":"2026-11-29T10:58:00.080Z","result":"done","code":null,"jobId":null,"about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (36, '43b0e1be-b376-4e7a-a197-2b96720e3519', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv', NULL, '2026-11-28T02:53:01.680Z', '{"kind":"answered","at":"2026-11-29T10:59:00.017Z","result":"done","code":null,"jobId":null,"about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (38, 'f629b109-9baf-436d-b963-5b3f2e166069', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '824803ac-532f-41dc-8344-6a954bb9915b', '2026-11-28T02:53:01.937Z', '{"kind":"answered","at":"2026-11-29T11:01:00.009Z","result":"accepted","code":null,"jobId":"c8172c01-a1d2-4549-a91b-cb86ba97ee0f","about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (39, '2d623d42-1298-41e6-89b2-ccc4f5da1435', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '2d2d5ce7-2ba2-4b77-8e97-99ebbe4d6319', '2026-11-28T02:53:02.035Z', '{"kind":"sent","at":"2026-11-29T11:02:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/Made0","status":201,"requestId":"2d623d42-1298-41e6-89b2-ccc4f5da1435","correlationId":"2d623d42-1298-41e6-89b2-ccc4f5da1435"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (40, '2d623d42-1298-41e6-89b2-ccc4f5da1435', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '2d2d5ce7-2ba2-4b77-8e97-99ebbe4d6319', '2026-11-28T02:53:02.054Z', '{"kind":"answered","at":"2026-11-29T11:02:00.009Z","result":"accepted","code":null,"jobId":null,"about":{"machineId":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/Made0"}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (41, 'a3aff6c0-2a35-4e7d-93dd-1c2bdd15cce3', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'asked', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '5b89034f-8b64-4889-871f-4a9b8a6f6ae9', '2026-11-28T02:53:03.053Z', '{"kind":"asked","at":"2026-11-29T11:09:00.017Z","command":"restores.createMachine","by":{"oid":"1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","name":"Adele Vance","username":"adele.vance@contoso.example"},"target":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/Alone0","about":{"size":"Standard_DS2_v2","given":"plan"},"reason":null,"correlationId":"ef4d359f-e99d-46ca-94cb-088a3923c99e"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (42, 'a3aff6c0-2a35-4e7d-93dd-1c2bdd15cce3', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '5b89034f-8b64-4889-871f-4a9b8a6f6ae9', '2026-11-28T02:53:03.571Z', '{"kind":"sent","at":"2026-11-29T11:12:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.Network/networkInterfaces/FullRestoreVM1-5b89034f-nic","status":201,"requestId":"ef4d359f-e99d-46ca-94cb-088a3923c99e","correlationId":"ef4d359f-e99d-46ca-94cb-088a3923c99e"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (43, 'a3aff6c0-2a35-4e7d-93dd-1c2bdd15cce3', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '5b89034f-8b64-4889-871f-4a9b8a6f6ae9', '2026-11-28T02:53:04.135Z', '{"kind":"sent","at":"2026-11-29T11:15:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.Compute/virtualMachines/Alone0","status":201,"requestId":"ef4d359f-e99d-46ca-94cb-088a3923c99e","correlationId":"ef4d359f-e99d-46ca-94cb-088a3923c99e"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (44, 'a3aff6c0-2a35-4e7d-93dd-1c2bdd15cce3', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'answered', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '5b89034f-8b64-4889-871f-4a9b8a6f6ae9', '2026-11-28T02:53:04.154Z', '{"kind":"answered","at":"2026-11-29T11:15:00.015Z","result":"accepted","code":null,"jobId":null,"about":{}}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (33, 'aea607c5-05cc-472d-bc2a-f766f4cce7e1', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/igniterg/providers/microsoft.recoveryservices/vaults/ignitedemovault', NULL, '2026-11-28T02:53:01.360Z', '{"kind":"sent","at":"2026-11-29T10:57:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault/backupFabrics/Azure/protectionContainers/IaasVMContainer%3Biaasvmcontainerv2%3Bdbvm1%3BDBVM1Restore/protectedItems/VM%3Biaasvmcontainerv2%3Bdbvm1%3BDBVM1Restore","status":202,"requestId":"eb862734-9f5f-4b49-8428-03e0847097d6","correlationId":"eb862734-9f5f-4b49-8428-03e0847097d6"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (34, '2d623d42-1298-41e6-89b2-ccc4f5da1435', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '2d2d5ce7-2ba2-4b77-8e97-99ebbe4d6319', '2026-11-28T02:53:01.549Z', '{"kind":"sent","at":"2026-11-29T10:58:00.000Z","method":"PUT","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/IgniteRG/providers/Microsoft.Network/networkInterfaces/ProtectedVM1-2d2d5ce7-nic","status":201,"requestId":"2d623d42-1298-41e6-89b2-ccc4f5da1435","correlationId":"2d623d42-1298-41e6-89b2-ccc4f5da1435"}');
INSERT INTO public.commands OVERRIDING SYSTEM VALUE VALUES (37, 'f629b109-9baf-436d-b963-5b3f2e166069', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'sent', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault', '824803ac-532f-41dc-8344-6a954bb9915b', '2026-11-28T02:53:01.698Z', '{"kind":"sent","at":"2026-11-29T10:59:00.000Z","method":"POST","resource":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/OperationsRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;RestoreRG;BekSingleVM1/protectedItems/VM;iaasvmcontainerv2;RestoreRG;BekSingleVM1/recoveryPoints/162705313111905/restore","status":202,"requestId":"30cbb5ce-7fae-400d-8104-2c2cd0afffa6","correlationId":"30cbb5ce-7fae-400d-8104-2c2cd0afffa6"}');
INSERT INTO public.grants OVERRIDING SYSTEM VALUE VALUES (1, '43b0e1be-b376-4e7a-a197-2b96720e3519', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30', '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv', '2026-11-29T10:56:00.005Z', 'done', '{"grantId":"43b0e1be-b376-4e7a-a197-2b96720e3519","tenantId":"5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30","keyVault":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/keyvaultrg/providers/microsoft.keyvault/vaults/nopolicykv","by":{"name":"Adele Vance","username":"adele.vance@contoso.example"},"at":"2026-11-29T10:56:00.005Z","way":"access-policy","permissions":["keys/get","keys/list","keys/backup","secrets/get","secrets/list","secrets/backup"],"added":{"keys":["get","list","backup"],"secrets":["get","list","backup"]},"role":null,"before":{"policy":null,"roles":[]},"after":{"policy":{"keys":["backup","get","list"],"secrets":["backup","get","list"],"others":[]},"roles":[]},"undone":null}');
INSERT INTO public.installation VALUES ('9c028701-d310-42ae-8d38-8953115b676b');
INSERT INTO public.intents VALUES ('5e5c0d70-8a72-4700-a32c-f59025baf394', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'c29b7b1c4d488ac438c41bda1c66f52c3285b0f5a1378902140094845559fe2e', '2026-11-28T02:52:59.105Z', 'accepted', '2649a42d-a84d-4793-9e5a-61da483ed866', '2026-11-29T10:41:00.011Z', NULL, '30b857ea-54af-4b9d-a03e-001a068e2002');
INSERT INTO public.intents VALUES ('7bebe72c-07d4-441a-8971-8bd5f7f1aaf9', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'b5e8ba408d20a7787e1c442b7be460137f18a6e48db07638bf8b65517e67039c', '2026-11-28T02:52:59.454Z', 'accepted', 'ef5b7d1a-4d79-4172-a48c-7a51fad85e0a', '2026-11-29T10:44:00.000Z', NULL, '5b89034f-8b64-4889-871f-4a9b8a6f6ae9');
INSERT INTO public.intents VALUES ('58a0997c-392f-4aa4-b707-b1f1613a5141', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'ce68d8faeb4a92677d7b48a0490cbf863435f40fcf0b4f5cd5f317d308f83f89', '2026-11-28T02:53:00.375Z', 'accepted', 'c2adff1c-00e4-4ddb-a586-7d9ed4cc1605', '2026-11-29T10:51:00.000Z', NULL, 'Vault0');
INSERT INTO public.intents VALUES ('b4a033b6-d165-41d4-9ca5-3fb8a4e01dad', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'cb0dd64d94926d2e60a272779e5990479a3d301584944a785ffca30b7731e8db', '2026-11-28T02:53:00.347Z', 'accepted', '8b1a60e7-e477-45fa-ab18-0cc703406c7b', '2026-11-29T10:51:00.001Z', NULL, '55af45fb-ecdc-42cf-a2fc-6aaf0bb5cdab');
INSERT INTO public.intents VALUES ('b405807a-a8d1-474f-aba7-064d53fddfbd', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', 'fdfb5e4a4bba4e8c7b0c8b79a2e19bd2d95333106106791943a4a4284c827ce9', '2026-11-28T02:53:00.658Z', 'accepted', 'f731a5d9-245b-4312-8b63-130c04c3c269', '2026-11-29T10:53:00.001Z', NULL, '017eff84-732c-4c33-ba3d-e6890df8ea39');
INSERT INTO public.intents VALUES ('f629b109-9baf-436d-b963-5b3f2e166069', '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41', '888a731545f2142f9b2f9f76efc8c4d591f2145e8d18bb389c6cfbff65ed18df', '2026-11-28T02:53:01.469Z', 'accepted', '8f2799b9-d229-524c-8d1c-59326deab260', '2026-11-29T10:57:00.000Z', NULL, 'c8172c01-a1d2-4549-a91b-cb86ba97ee0f');
INSERT INTO public.kysely_migration VALUES ('0001-orders', '2026-11-28T02:52:54.880Z');
INSERT INTO public.kysely_migration VALUES ('0002-segments', '2026-11-28T02:52:54.896Z');
INSERT INTO public.kysely_migration VALUES ('0003-recovery-plans', '2026-11-28T02:52:54.915Z');
INSERT INTO public.kysely_migration VALUES ('0004-screens', '2026-11-28T02:52:54.939Z');
INSERT INTO public.kysely_migration_lock VALUES ('migration_lock', 0);
INSERT INTO public.restore_plans VALUES ('5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourcegroups/operationsrg/providers/microsoft.recoveryservices/vaults/operationsvault/5b89034f-8b64-4889-871f-4a9b8a6f6ae9', '2026-11-28T02:53:01.533Z', '{"answers":{"edition":"current","machine":{"name":"Alone0","group":"IgniteRG","size":"Standard_DS2_v2","subnetId":"/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/NetworkRG/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default","publicIp":false},"keys":null,"policyName":"DefaultPolicy","letBackupIn":true,"removeLeftovers":true},"by":{"name":"Adele Vance","username":"adele.vance@contoso.example"},"at":"2026-11-29T10:58:00.103Z","given":[{"command":"create-machine","intentId":"a3aff6c0-2a35-4e7d-93dd-1c2bdd15cce3","at":"2026-11-29T11:09:00.001Z","user":"5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/1b7c4f6e-90d2-4a83-8e15-c6d3f02a9b41","inNameOf":{"name":"Adele Vance","username":"adele.vance@contoso.example"},"wasFailed":false,"outcome":"accepted","heardAt":"2026-11-29T11:15:00.047Z"}],"standing":{"state":"running","inNameOf":{"name":"Adele Vance","username":"adele.vance@contoso.example"},"until":"2026-11-28T03:52:51.000Z","seenAt":"2026-11-29T11:09:00.001Z"},"seen":{"at":"2026-11-29T11:09:00.000Z","steps":[{"step":"disks","state":"done"},{"step":"keys","state":"done"},{"step":"machine","state":"ready"},{"step":"encryption","state":"blocked"},{"step":"protection","state":"blocked"},{"step":"after-care","state":"blocked"}]}}', '16069 3497f57c-0dfd-4057-a419-6979fbd24f6c', 1795834389559, 1);
SELECT pg_catalog.setval('public.commands_position_seq', 44, true);
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
ALTER TABLE ONLY public.recovery_plans
    ADD CONSTRAINT recovery_plans_pkey PRIMARY KEY (plan_id);
ALTER TABLE ONLY public.restore_plans
    ADD CONSTRAINT restore_plans_pkey PRIMARY KEY (plan_id);
ALTER TABLE ONLY public.screens
    ADD CONSTRAINT screens_pkey PRIMARY KEY (plan_id, sha256);
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
ALTER TABLE ONLY public.screens
    ADD CONSTRAINT screens_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES public.recovery_plans(plan_id) ON DELETE CASCADE;
