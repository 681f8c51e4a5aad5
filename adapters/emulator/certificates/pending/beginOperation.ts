import type { KeyShape } from '../../keys/keyType.ts';
import { newKey } from '../../keys/material/newKey.ts';
import type { PrivateKey } from '../../keys/material/privateKey.ts';
import { latestVersion } from '../../objects/storedObject.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import type { Vault } from '../../vaults/vault.ts';
import { selfSigned } from '../issuing/selfSigned.ts';
import { signingRequest } from '../issuing/signingRequest.ts';
import { linkedTo } from '../linked/linkedObjects.ts';
import type { CertificatePolicy } from '../policy/certificatePolicy.ts';
import type { StoredCertificate } from '../storedCertificate.ts';
import type { CertificateOperation } from './certificateOperation.ts';

/** The issuer's provider that issues by itself what it is asked for, as the vault does for `Self`. */
const TEST_PROVIDER = 'test';

/** The key that the next version of a certificate is made with: the present one where the policy says so. */
export async function keyForNext(
  { vault, service }: VaultRequest,
  certificate: StoredCertificate | undefined,
  policy: CertificatePolicy,
): Promise<PrivateKey> {
  const linked = certificate === undefined ? undefined : linkedTo(vault, certificate);
  if (policy.reuseKey && linked !== undefined) return latestVersion(linked.key).key;
  return newKey(shapeOf(policy), service.settings.quickKeys);
}

/** What a policy's key is made of. */
function shapeOf({ curve, keySize }: CertificatePolicy): KeyShape {
  return curve === undefined ? { family: 'RSA', bits: keySize } : { family: 'EC', curve };
}

/** The making of a version that begins now. Throws a 400 for a policy by which none can be made. */
export function beginOperation(
  request: VaultRequest,
  wanted: Pick<CertificateOperation, 'policy' | 'key' | 'tags' | 'enabled'>,
): CertificateOperation {
  const { vault, service, name, now } = request;
  const { policy, key } = wanted;
  const version = service.versionIds.next();
  const settlesAt = issuesItself(vault, policy.issuer)
    ? now + service.settling('issue', `${vault.name}/certificates/${name.toLowerCase()}/${version}`)
    : undefined;
  return {
    ...wanted,
    requestId: service.versionIds.next(),
    issuer: policy.issuer,
    csr: signingRequest(policy, key),
    issued: settlesAt === undefined ? undefined : selfSigned(policy, key, settlesAt),
    version,
    cancellationRequested: false,
    status: 'inProgress',
    settlesAt,
  };
}

function issuesItself(vault: Vault, issuer: string): boolean {
  const name = issuer.toLowerCase();
  return name === 'self' || vault.issuers.get(name)?.provider.toLowerCase() === TEST_PROVIDER;
}
