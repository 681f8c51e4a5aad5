"""A round with the Azure SDK for Python against a served emulator.

Creates, deletes, looks at, recovers, purges, backs up and restores a secret, a key and a certificate, and
creates, deletes, looks at, recovers and purges a vault. Ends with status 0 when all of it worked.

Environment: EMULATOR_URL and EMULATOR_ARM_URL, where the emulator serves; EMULATOR_SUBSCRIPTION_ID;
AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET and AZURE_AUTHORITY_HOST, to sign in; REQUESTS_CA_BUNDLE,
the certificate to trust.
"""

import os
import uuid

from azure.core.exceptions import HttpResponseError
from azure.identity import DefaultAzureCredential
from azure.keyvault.certificates import CertificateClient, CertificatePolicy
from azure.keyvault.keys import KeyClient
from azure.keyvault.keys.crypto import CryptographyClient, EncryptionAlgorithm
from azure.keyvault.secrets import SecretClient
from azure.mgmt.keyvault import KeyVaultManagementClient

QUICK = {"_polling_interval": 0}
"""For pollers: an emulator does at once what takes seconds in Azure."""


def refused(status, call, *arguments):
    """Asserts that a call is refused with a status."""
    try:
        call(*arguments)
    except HttpResponseError as error:
        assert error.status_code == status, f"expected {status}, got {error.status_code}: {error.message}"
        return
    raise AssertionError(f"expected {status}, but the call succeeded")


def lifecycle(name, delete, get_deleted, recover, purge, backup, restore, get):
    """Takes an object that exists through deletion, recovery, purge and restore."""
    before = get(name).properties
    blob = backup(name)
    refused(409, restore, blob)
    deleted = delete(name, **QUICK).result()
    assert get_deleted(name).recovery_id == deleted.recovery_id
    deleted_date = getattr(deleted, "deleted_date", None) or deleted.deleted_on
    seconds = (deleted.scheduled_purge_date - deleted_date).total_seconds()
    assert seconds == before.recoverable_days * 86_400, seconds
    refused(404, get, name)
    recover(name, **QUICK).wait()
    assert get(name).properties.version == before.version
    delete(name, **QUICK).wait()
    purge(name)
    refused(404, get_deleted, name)
    restored = restore(blob)
    properties = getattr(restored, "properties", restored)
    assert properties.version == before.version


def secrets(options):
    """A secret's round."""
    client = SecretClient(**options)
    name = f"secret-{uuid.uuid4().hex[:8]}"
    client.set_secret(name, "value", tags={"by": "python"})
    lifecycle(
        name,
        client.begin_delete_secret,
        client.get_deleted_secret,
        client.begin_recover_deleted_secret,
        client.purge_deleted_secret,
        client.backup_secret,
        client.restore_secret_backup,
        client.get_secret,
    )
    assert client.get_secret(name).value == "value"
    assert name in [each.name for each in client.list_properties_of_secrets()]


def keys(options):
    """A key's round, and a use of it."""
    client = KeyClient(**options)
    name = f"key-{uuid.uuid4().hex[:8]}"
    key = client.create_rsa_key(name, size=2048)
    lifecycle(
        name,
        client.begin_delete_key,
        client.get_deleted_key,
        client.begin_recover_deleted_key,
        client.purge_deleted_key,
        client.backup_key,
        client.restore_key_backup,
        client.get_key,
    )
    crypto = CryptographyClient(key, options["credential"], verify_challenge_resource=False)
    sealed = crypto.encrypt(EncryptionAlgorithm.rsa_oaep_256, b"text")
    assert crypto.decrypt(sealed.algorithm, sealed.ciphertext).plaintext == b"text"
    assert client.rotate_key(name).properties.version != key.properties.version


def certificates(options):
    """A certificate's round."""
    client = CertificateClient(**options)
    name = f"certificate-{uuid.uuid4().hex[:8]}"
    policy = CertificatePolicy.get_default()
    assert client.begin_create_certificate(name, policy, **QUICK).result().name == name
    lifecycle(
        name,
        client.begin_delete_certificate,
        client.get_deleted_certificate,
        client.begin_recover_deleted_certificate,
        client.purge_deleted_certificate,
        client.backup_certificate,
        client.restore_certificate_backup,
        client.get_certificate,
    )
    linked = SecretClient(**options)
    refused(403, linked.begin_delete_secret, name)


def vaults(credential, arm_url):
    """A vault's round."""
    client = KeyVaultManagementClient(
        credential,
        os.environ["EMULATOR_SUBSCRIPTION_ID"],
        base_url=arm_url,
        credential_scopes=[f"{arm_url}/.default"],
        polling_interval=0,
    )
    group, location = "python-round", "westeurope"
    name = f"python-{uuid.uuid4().hex[:8]}"
    properties = {
        "tenantId": os.environ["AZURE_TENANT_ID"],
        "sku": {"family": "A", "name": "standard"},
        "accessPolicies": [],
        "softDeleteRetentionInDays": 7,
    }
    vault = {"location": location, "properties": properties}
    client.vaults.begin_create_or_update(group, name, vault).result()
    client.vaults.delete(group, name)
    deleted = client.vaults.get_deleted(name, location).properties
    assert (deleted.scheduled_purge_date - deleted.deletion_date).days == 7
    assert name in [each.name for each in client.vaults.list_deleted()]
    recovery = {"location": location, "properties": {**properties, "createMode": "recover"}}
    client.vaults.begin_create_or_update(group, name, recovery).result()
    client.vaults.delete(group, name)
    client.vaults.begin_purge_deleted(name, location).result()
    refused(404, client.vaults.get_deleted, name, location)


def main():
    """All rounds."""
    credential = DefaultAzureCredential(disable_instance_discovery=True)
    options = {
        "vault_url": os.environ["EMULATOR_URL"],
        "credential": credential,
        "verify_challenge_resource": False,
    }
    secrets(options)
    keys(options)
    certificates(options)
    vaults(credential, os.environ["EMULATOR_ARM_URL"])
    print("The round with the Azure SDK for Python worked.")


if __name__ == "__main__":
    main()
