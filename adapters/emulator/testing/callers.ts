import type { Principal } from '../identity/principals.ts';
import { at, vaultBody, vaultPath } from './armPaths.ts';
import { type CallOptions, EmulatorUnderTest, type Reply } from './emulatorUnderTest.ts';
import { ARM_SCOPE, newPrincipal, signIn, VAULT_SCOPE } from './signIn.ts';

/** Somebody with a vault, who may do there what he was given. */
export interface Caller {
  readonly principal: Principal;
  readonly vault: string;
  data(method: string, path: string, options?: CallOptions): Promise<Reply>;
  arm(method: string, path: string, options?: CallOptions): Promise<Reply>;
}

/** An emulator that checks tokens, whose owner lets others in. */
export class Callers {
  readonly emulator: EmulatorUnderTest;
  /** The headers of the owner, who may do everything over Azure Resource Manager. */
  readonly owner: { readonly authorization: string };
  #count = 0;

  private constructor(emulator: EmulatorUnderTest, owner: { readonly authorization: string }) {
    this.emulator = emulator;
    this.owner = owner;
  }

  static async start(): Promise<Callers> {
    const emulator = await EmulatorUnderTest.start({ tokens: 'checked' });
    return new Callers(emulator, await signIn(emulator, emulator.running.principal, ARM_SCOPE));
  }

  close(): Promise<void> {
    return this.emulator.close();
  }

  /** Somebody new, with a new vault of these properties. */
  async add(properties: (principal: Principal) => object): Promise<Caller> {
    this.#count += 1;
    const vault = `vault-${this.#count}`;
    const principal = await newPrincipal(this.emulator);
    const body = vaultBody({ ...properties(principal), sku: { family: 'A', name: 'premium' } });
    await this.emulator.arm('PUT', vaultPath(vault), { body, headers: this.owner });
    const data = await signIn(this.emulator, principal, VAULT_SCOPE);
    const arm = await signIn(this.emulator, principal, ARM_SCOPE);
    return {
      principal,
      vault,
      data: (method, path, options) =>
        this.emulator.call(method, path, { ...options, headers: { ...at(vault).headers, ...data } }),
      arm: (method, path, options) => this.emulator.arm(method, path, { ...options, headers: arm }),
    };
  }

  /** Gives somebody a role, at his vault unless it is said otherwise. */
  async giveRole(
    { principal, vault }: Caller,
    role: string,
    scope: string = vaultPath(vault),
  ): Promise<Reply> {
    const filter = encodeURIComponent(`roleName eq '${role}'`);
    const path = `/providers/Microsoft.Authorization/roleDefinitions?$filter=${filter}`;
    const { body } = await this.emulator.arm('GET', path, { headers: this.owner, api: '2022-04-01' });
    const [definition] = (body as { value: { id: string }[] }).value;
    this.#count += 1;
    const id = `10000000-0000-0000-0000-${String(this.#count).padStart(12, '0')}`;
    return this.emulator.arm('PUT', `${scope}/providers/Microsoft.Authorization/roleAssignments/${id}`, {
      headers: this.owner,
      api: '2022-04-01',
      body: { properties: { roleDefinitionId: definition?.id, principalId: principal.objectId } },
    });
  }
}
