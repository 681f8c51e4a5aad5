import type { Plane, RecordedExchange } from '../recordedExchange.ts';
import { UNRECORDED } from '../recordedExchange.ts';

type Target = Pick<RecordedExchange, 'host' | 'path' | 'query'>;

const CLOUDS = 'azure\\.(?:net|cn|us|de)|usgovcloudapi\\.net|microsoftazure\\.de';
const VAULT = new RegExp(
  `^[^.:]+\\.(?:vault\\.(?:${CLOUDS})|(?:privatelink\\.)?vaultcore\\.azure\\.net)(?::\\d+)?$`,
);
const MANAGED_HSM = new RegExp(`^[^.:]+\\.(?:privatelink\\.)?managedhsm\\.(?:${CLOUDS})(?::\\d+)?$`);
const RESOURCE_MANAGER =
  /^management(?:\.azure\.com|\.chinacloudapi\.cn|\.usgovcloudapi\.net|\.microsoftazure\.de)?$/;
/** Entra ID by any of its names, and the instance metadata service, whose use here is tokens. */
const TOKEN_SERVICE = /^login(?:[.-]|$)|^sts\.windows\.net$|^169\.254\.169\.254$/;
/** Names that nobody can own in the public DNS, addresses, and one word that a recorder put in the name's place. */
const PRIVATE =
  /^(?:[^.:[\]]*|\[.*\]|\d+(?:\.\d+){3}|.*\.(?:localhost|local|internal|test|example|invalid))(?::\d+)?$/;

const DATA_PATH = /^\/(?:(?:deleted)?(?:secrets|keys|certificates|storage)(?:\/|$)|rng$)/i;
const TOKEN_PATH = /\/oauth2\/|\/openid-configuration$|\/discovery\/|^\/metadata\/identity\//i;
const MANAGEMENT_PATH = /^\/(?:subscriptions|providers)(?:\/|$)/i;

/** Whether a host is a managed HSM: a service apart from vaults, with its own timing and messages. */
export function isManagedHsm(host: string): boolean {
  return MANAGED_HSM.test(host);
}

/**
 * What a call was made to, by its host, and by its path where the host tells nothing: an emulator on this machine, or
 * a name that the recorder replaced as a whole.
 */
export function planeOf(target: Target): Plane {
  const { host } = target;
  if (VAULT.test(host) || isManagedHsm(host)) return 'data';
  if (RESOURCE_MANAGER.test(host)) return concernsKeyVault(target) ? 'management' : 'other';
  if (TOKEN_SERVICE.test(host)) return 'auth';
  return PRIVATE.test(host) ? planeOfPath(target) : 'other';
}

function planeOfPath(target: Target): Plane {
  if (DATA_PATH.test(target.path)) return 'data';
  if (TOKEN_PATH.test(target.path)) return 'auth';
  return MANAGEMENT_PATH.test(target.path) && concernsKeyVault(target) ? 'management' : 'other';
}

/** Resource Manager has one path for all resources, whose filter says which are meant. */
function concernsKeyVault({ path, query }: Target): boolean {
  if (/\/providers\/Microsoft\.KeyVault(?:\/|$)/i.test(path)) return true;
  const filter = query === UNRECORDED ? '' : (query.$filter ?? '');
  return /\/resources$/i.test(path) && /Microsoft\.KeyVault\//i.test(filter);
}
