"""A round with the Azure CLI against a served emulator.

Registers the emulator as a cloud, signs in as its principal, and takes two vaults (one opened by roles, one by access
policies) and in one of them a secret, a key and a certificate through creation, deletion, list-deleted, recovery and
purge, the objects through backup and restore as well. Prints each command and whether it worked or was refused; ends
with status 0 when all of it went as in Azure, else with 1 and the command that did not.

The configuration of the user's own az is not touched: everything is in a temporary folder that is removed at the end.

    keyvault-conformance serve --port 0 --tokens checked -- python3 round.py

Environment, as `serve` prints it or gives it to the program that it runs: EMULATOR_ARM_URL, AZURE_TENANT_ID,
AZURE_CLIENT_ID, AZURE_CLIENT_SECRET, REQUESTS_CA_BUNDLE. EMULATOR_CLIENTS_AZ may name the az to run; default is the
one on the PATH.
"""

import json
import os
import shlex
import socket
import subprocess
import sys
import tempfile
import time
import uuid

AZ = os.environ.get("EMULATOR_CLIENTS_AZ", "az")
LOCATION = "westeurope"
GROUP = "cli-round"
COMMAND_SECONDS = 120


class Failed(Exception):
    """A command did not do what it does in Azure."""


class Cli:
    """The Azure CLI with a configuration of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = {
            **os.environ,
            "AZURE_CONFIG_DIR": os.path.join(folder, "config"),
            "AZURE_CORE_COLLECT_TELEMETRY": "false",
            "AZURE_CORE_ONLY_SHOW_ERRORS": "true",
            # The emulator is no authority that Azure knows.
            "AZURE_CORE_INSTANCE_DISCOVERY": "false",
            "AZURE_CORE_SURVEY_MESSAGE": "false",
            # Nothing is left beside the file that is loaded below.
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        if not resolves("any.vault.localhost"):
            loopback = os.path.join(os.path.dirname(os.path.abspath(__file__)), "loopback")
            others = [path for path in [os.environ.get("PYTHONPATH")] if path]
            self.environment["PYTHONPATH"] = os.pathsep.join([loopback, *others])

    def run(self, line, secret=None):
        """Runs a command, whatever comes of it. `secret` is put in place of SECRET."""
        arguments = [secret if word == "SECRET" else word for word in shlex.split(line)]
        start = time.monotonic()
        done = subprocess.run(
            [AZ, *arguments, "--output", "json"],
            env=self.environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=COMMAND_SECONDS,
            check=False,
        )
        word = "worked" if done.returncode == 0 else "refused"
        print(f"  {word} {time.monotonic() - start:4.1f} s  az {line}", flush=True)
        return done

    def __call__(self, line, secret=None):
        """What a command prints, read as JSON; None when it prints nothing. It must succeed."""
        done = self.run(line, secret)
        if done.returncode != 0:
            raise Failed(f"az {line}: {done.stderr.strip()}")
        return json.loads(done.stdout) if done.stdout.strip() else None

    def refused(self, words, line):
        """A command that must fail, with these words in what it says."""
        done = self.run(line)
        if done.returncode == 0:
            raise Failed(f"az {line}: succeeded, but must be refused")
        if words not in done.stderr:
            raise Failed(f"az {line}: refused without '{words}': {done.stderr.strip()}")


def resolves(host):
    """Whether this machine finds a name."""
    try:
        socket.getaddrinfo(host, 443)
        return True
    except OSError:
        return False


def expect(condition, what):
    """Fails with `what` unless the condition holds."""
    if not condition:
        raise Failed(what)


def names(rows):
    """The names of a list's rows; those of objects are in their ids."""
    return [row.get("name") or row.get("id", row.get("kid", "")).split("/")[4] for row in rows]


def sign_in(az):
    """The cloud, and the principal."""
    az(f"cloud register --name emulator --endpoint-resource-manager {os.environ['EMULATOR_ARM_URL']}")
    az("cloud set --name emulator")
    tenant, client = os.environ["AZURE_TENANT_ID"], os.environ["AZURE_CLIENT_ID"]
    line = f"login --service-principal --username {client} --password SECRET --tenant {tenant}"
    accounts = az(line, secret=os.environ["AZURE_CLIENT_SECRET"])
    expect(accounts[0]["state"] == "Enabled", "the subscription is not enabled")
    az(f"group create --name {GROUP} --location {LOCATION}")


def open_vaults(az):
    """A vault that roles open and one that access policies open; returns their names."""
    by_role, by_policy = (f"cli-{word}-{uuid.uuid4().hex[:8]}" for word in ("role", "pol"))
    place = f"--resource-group {GROUP} --location {LOCATION} --retention-days 7"
    vault = az(f"keyvault create --name {by_role} {place}")
    expect(vault["properties"]["enableSoftDelete"] is True, "the vault has no soft delete")
    expect(vault["properties"]["softDeleteRetentionInDays"] == 7, "the retention is not 7 days")
    az.refused("Forbidden", f"keyvault secret set --vault-name {by_role} --name first --value text")
    client = os.environ["AZURE_CLIENT_ID"]
    role = "--role 'Key Vault Administrator'"
    az(f"role assignment create --assignee {client} {role} --scope {vault['id']}")
    # Without roles, create gives whoever signed in a policy of all permissions but purge, by looking it up in the directory.
    vault = az(f"keyvault create --name {by_policy} {place} --enable-rbac-authorization false")
    policies = vault["properties"]["accessPolicies"]
    expect(len(policies) == 1, "the vault has no access policy of its maker")
    return by_role, by_policy


def objects(az, vault, kind, make):
    """An object's round: from creation to purge, and from backup to restore."""
    name = f"cli-{kind}"
    there, at = f"--vault-name {vault} --name {name}", f"--vault-name {vault}"
    az(f"keyvault {kind} {make}".format(there=there))
    backup = f"{name}-{vault}.backup"
    az(f"keyvault {kind} backup {there} --file {backup}")
    az.refused("Conflict", f"keyvault {kind} restore {at} --file {backup}")
    az(f"keyvault {kind} delete {there}")
    az.refused("NotFound", f"keyvault {kind} show {there}")
    expect(name not in names(az(f"keyvault {kind} list {at}")), f"the {kind} is still listed")
    expect(name in names(az(f"keyvault {kind} list-deleted {at}")), f"the {kind} is not listed as deleted")
    deleted = az(f"keyvault {kind} show-deleted {there}")
    expect(f"/deleted{kind}s/{name}" in deleted["recoveryId"], "there is no recoveryId")
    az.refused("Conflict", f"keyvault {kind} {make}".format(there=there))
    az(f"keyvault {kind} recover {there}")
    expect(name in names(az(f"keyvault {kind} list {at}")), f"the {kind} is not listed again")
    az(f"keyvault {kind} delete {there}")
    az(f"keyvault {kind} purge {there}")
    expect(name not in names(az(f"keyvault {kind} list-deleted {at}")), f"the {kind} is still there")
    az(f"keyvault {kind} restore {at} --file {backup}")
    az(f"keyvault {kind} show {there}")


def policy_of_purge(az, vault):
    """What the policy of `create` does not let its owner do until it is told to."""
    there = f"--vault-name {vault} --name guarded"
    az(f"keyvault secret set {there} --value text")
    az(f"keyvault secret delete {there}")
    az.refused("Forbidden", f"keyvault secret purge {there}")
    words = "--secret-permissions get list set delete recover purge"
    az(f"keyvault set-policy --name {vault} --spn {os.environ['AZURE_CLIENT_ID']} {words}")
    az(f"keyvault secret purge {there}")


def vaults(az, name, holds_objects):
    """A vault's round: from deletion to purge."""
    az(f"keyvault delete --name {name}")
    expect(name in names(az("keyvault list-deleted --resource-type vault")), "the vault is not listed as deleted")
    deleted = az(f"keyvault show-deleted --name {name}")
    expect(deleted["properties"]["scheduledPurgeDate"], "there is no scheduledPurgeDate")
    create = f"keyvault create --name {name} --resource-group {GROUP} --location"
    if holds_objects:
        # An empty one would come back by this.
        az.refused("exists in deleted state", f"{create} {LOCATION}")
    az.refused("VaultAlreadyExists", f"{create} northeurope")
    az(f"keyvault recover --name {name}")
    az(f"keyvault show --name {name}")
    az(f"keyvault delete --name {name}")
    az(f"keyvault purge --name {name}")
    expect(name not in names(az("keyvault list-deleted --resource-type vault")), "the vault is still there")
    az(f"{create} northeurope")


def play(az):
    """All of the round."""
    version = az("version")["azure-cli"]
    print(f"Azure CLI {version}")
    sign_in(az)
    by_role, by_policy = open_vaults(az)
    with open(os.path.join(az.folder, "policy.json"), "w", encoding="utf-8") as file:
        json.dump(az("keyvault certificate get-default-policy"), file)
    objects(az, by_role, "secret", "set {there} --value text")
    objects(az, by_role, "key", "create {there} --kty RSA --size 2048")
    objects(az, by_role, "certificate", "create {there} --policy @policy.json")
    policy_of_purge(az, by_policy)
    vaults(az, by_role, holds_objects=True)
    vaults(az, by_policy, holds_objects=False)


def main():
    """Runs the round in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="emulator-cli-") as folder:
        try:
            play(Cli(folder))
        except FileNotFoundError:
            sys.exit(f"There is no {AZ} to run; pip install -r requirements.txt, or name one by EMULATOR_CLIENTS_AZ.")
        except (Failed, subprocess.TimeoutExpired) as error:
            sys.exit(f"The round with the Azure CLI failed: {error}")
    print("The round with the Azure CLI worked.")


if __name__ == "__main__":
    main()
