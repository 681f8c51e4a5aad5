import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { ServiceError } from '../errors/serviceError.ts';
import { DEFAULT_PRINCIPAL, DEFAULT_TENANT } from './defaultIds.ts';
import type { PrincipalDefinition } from './principalDefinition.ts';

/** An application that can ask for tokens. */
export interface Principal {
  readonly tenantId: string;
  /** What it signs in with. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** What permissions are given to. */
  readonly objectId: string;
  /** Seconds for which its tokens are valid; absent where it is the emulator's setting. */
  readonly tokenSeconds?: number;
}

/** The applications that an emulator knows. */
export class Principals {
  /** By client id in lower case. */
  readonly #principals = new Map<string, Principal>();

  /** @param principals those that were known before; by default the one that every emulator knows. */
  constructor(principals: readonly Principal[] = [create(DEFAULT_PRINCIPAL)]) {
    for (const principal of principals) this.#keep(principal);
  }

  /** Makes a principal. Throws 409 when its client id or its object id is taken. */
  add(definition: PrincipalDefinition): Principal {
    const principal = create(definition);
    const taken = this.all().some(
      ({ clientId, objectId }) => clientId === principal.clientId || objectId === principal.objectId,
    );
    if (taken) {
      throw new ServiceError(409, 'PrincipalExists', `There is a principal '${principal.clientId}' already.`);
    }
    this.#keep(principal);
    return principal;
  }

  /** Gives the principal that every emulator knows another secret. */
  setDefaultSecret(clientSecret: string): void {
    this.#keep(create({ ...DEFAULT_PRINCIPAL, clientSecret }));
  }

  /** The principal that every emulator knows. */
  get usual(): Principal {
    return this.find(DEFAULT_PRINCIPAL.clientId) ?? create(DEFAULT_PRINCIPAL);
  }

  /** Forgets a principal; its tokens are worth nothing from then on. Throws 404 when there is none. */
  remove(clientId: string): void {
    if (this.#principals.delete(clientId.toLowerCase())) return;
    throw new ServiceError(404, 'PrincipalNotFound', `There is no principal '${clientId}'.`);
  }

  /** The principal with a client id. */
  find(clientId: string): Principal | undefined {
    return this.#principals.get(clientId.toLowerCase());
  }

  /** All principals, in the order they were made. */
  all(): Principal[] {
    return [...this.#principals.values()];
  }

  #keep(principal: Principal): void {
    this.#principals.set(principal.clientId.toLowerCase(), principal);
  }
}

/** Whether a secret is the one of a principal. */
export function knowsSecret(principal: Principal, clientSecret: string): boolean {
  const [known, said] = [Buffer.from(principal.clientSecret), Buffer.from(clientSecret)];
  return known.length === said.length && timingSafeEqual(known, said);
}

function create({
  clientId,
  clientSecret,
  objectId,
  tokenSeconds,
}: Omit<PrincipalDefinition, 'roles'>): Principal {
  return {
    tenantId: DEFAULT_TENANT,
    clientId: (clientId ?? randomUUID()).toLowerCase(),
    clientSecret: clientSecret ?? randomBytes(24).toString('base64url'),
    objectId: (objectId ?? randomUUID()).toLowerCase(),
    ...(tokenSeconds !== undefined && { tokenSeconds }),
  };
}
