import { ServiceError } from '../errors/serviceError.ts';

/** A version of the management API and what its answers show. */
export interface ArmApiVersion {
  readonly name: string;
  /** `systemData`: who made a resource and when. */
  readonly showsSystemData: boolean;
  /** `properties.publicNetworkAccess`. */
  readonly showsPublicAccess: boolean;
  /** `properties.softDeleteRetentionInDays` where the client never spoke of it; it is kept from then on. */
  readonly showsUsualRetention: boolean;
  /** Whether an absent deleted vault has a code of its own. */
  readonly namesDeletedVaults: boolean;
  /** Whether roles and not access policies open a new vault where the client does not say (PM-03). */
  readonly prefersRoles: boolean;
}

/** The versions of Microsoft.KeyVault, oldest first; what an answer shows begins with one of them. */
const VERSIONS: readonly string[] = [
  '2014-12-19-preview',
  '2015-06-01',
  '2016-10-01',
  '2018-02-14-preview',
  '2018-02-14',
  '2019-09-01',
  '2020-04-01-preview',
  '2021-04-01-preview',
  '2021-06-01-preview',
  '2021-10-01',
  '2021-11-01-preview',
  '2022-02-01-preview',
  '2022-07-01',
  '2022-11-01',
  '2023-02-01',
  '2023-07-01',
  '2024-04-01-preview',
  '2024-11-01',
  '2024-12-01-preview',
  '2025-05-01',
  '2026-02-01',
  '2026-04-01',
  '2026-05-15',
];

/**
 * The version of a request to Azure Resource Manager. Throws its 400 when it is missing, or unknown to Microsoft.KeyVault.
 * @param ofVaults whether the request is one to Microsoft.KeyVault; to the others any date will do.
 */
export function readArmApiVersion(name: string | undefined, ofVaults: boolean): ArmApiVersion {
  if (name === undefined || name === '') {
    throw new ServiceError(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  }
  const version = name.toLowerCase();
  if (!/^\d{4}-\d\d-\d\d(-[a-z]+)?$/.test(version)) {
    throw new ServiceError(400, 'InvalidApiVersionParameter', `The api-version '${name}' is invalid.`);
  }
  // Clients may be newer than the emulator; what they ask for then is what the newest known version has.
  const known = VERSIONS.includes(version) || version > (VERSIONS.at(-1) ?? '');
  if (ofVaults && !known) {
    throw new ServiceError(
      400,
      'NoRegisteredProviderFound',
      `No registered resource provider found for API version '${name}' for the namespace 'Microsoft.KeyVault'. The supported api-versions are '${VERSIONS.join(', ')}'.`,
    );
  }
  const place = VERSIONS.includes(version) ? VERSIONS.indexOf(version) : VERSIONS.length;
  const since = (first: string): boolean => place >= VERSIONS.indexOf(first);
  return {
    name: version,
    showsSystemData: since('2021-04-01-preview'),
    showsPublicAccess: since('2021-10-01'),
    showsUsualRetention: since('2022-07-01'),
    namesDeletedVaults: since('2023-02-01'),
    prefersRoles: since('2026-02-01'),
  };
}
