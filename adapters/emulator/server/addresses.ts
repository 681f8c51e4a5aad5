/** Where an emulator can be reached; known once it listens. */
export class Addresses {
  /** What comes after a vault's name and a dot: `vault.localhost:8443`. */
  vaultSuffix = 'vault.azure.net';
  /** Azure Resource Manager and the identity platform: `https://localhost:8444`. */
  armUrl = 'https://localhost';
}
