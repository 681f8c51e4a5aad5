import { ServiceError } from '../../errors/serviceError.ts';
import { readPageRequest } from '../../objects/pageRequest.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import type { CertificateIssuer } from './certificateIssuer.ts';
import { issuerBundle, issuerId } from './issuerBundle.ts';
import { readIssuer } from './readIssuer.ts';

/** GET /certificates/issuers: the issuers of a vault, by name. */
export function listIssuers(request: VaultRequest): Answer {
  const url = `${request.portedUrl}/certificates/issuers`;
  const list = readPageRequest(url, 'issuer/', request.page);
  const rest = [...request.vault.issuers].filter(([name]) => name >= list.from).sort();
  const next = rest[list.size]?.[0];
  return ok({
    value: rest
      .slice(0, list.size)
      .map(([, { name, provider }]) => ({ id: issuerId(request, name), provider })),
    nextLink: next === undefined ? null : list.linkTo(next),
  });
}

/** PUT /certificates/issuers/{name}: a new issuer, or another one in the place of that name. */
export function setIssuer(request: VaultRequest): Answer {
  return keep(request, readIssuer(request.body(), request.name, request.now));
}

/** GET /certificates/issuers/{name} */
export function getIssuer(request: VaultRequest): Answer {
  return ok(issuerBundle(request, issuerOf(request)));
}

/** PATCH /certificates/issuers/{name}: changes what the body speaks of. */
export function updateIssuer(request: VaultRequest): Answer {
  const body = request.body();
  return keep(request, readIssuer(body, request.name, request.now, issuerOf(request)));
}

/** DELETE /certificates/issuers/{name}: at once and for good; issuers are not recoverable (CR-10). */
export function deleteIssuer(request: VaultRequest): Answer {
  const issuer = issuerOf(request);
  request.vault.issuers.delete(issuer.name.toLowerCase());
  return ok(issuerBundle(request, issuer));
}

function keep(request: VaultRequest, issuer: CertificateIssuer): Answer {
  request.vault.issuers.set(issuer.name.toLowerCase(), issuer);
  return ok(issuerBundle(request, issuer));
}

function issuerOf({ vault, name }: VaultRequest): CertificateIssuer {
  const issuer = vault.issuers.get(name.toLowerCase());
  if (issuer === undefined) throw new ServiceError(404, 'CertificateIssuerNotFound', 'Issuer not found');
  return issuer;
}
