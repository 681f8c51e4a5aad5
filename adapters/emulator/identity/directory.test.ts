import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmulatorUnderTest } from '../testing/emulatorUnderTest.ts';
import { ARM_SCOPE, newPrincipal, signIn } from '../testing/signIn.ts';

let emulator: EmulatorUnderTest;
let authorization: string;
beforeEach(async () => {
  emulator = await EmulatorUnderTest.start({ tokens: 'checked' });
  authorization = (await signIn(emulator, emulator.running.principal, ARM_SCOPE)).authorization;
});
afterEach(() => emulator.close());

/** One look into the directory. */
async function look(path: string, body?: object): Promise<{ status: number; body: unknown }> {
  const options = { headers: { authorization }, ...(body !== undefined && { body }) };
  const { status, ...reply } = await emulator.arm(body === undefined ? 'GET' : 'POST', path, options);
  return { status, body: reply.body };
}

describe('the directory', () => {
  it('should find a principal by its names and ids, and by no others', async () => {
    const { clientId, objectId } = await newPrincipal(emulator);
    for (const filter of [
      `servicePrincipalNames/any(c:c eq '${clientId}')`,
      `appId eq '${clientId}'`,
      `id eq '${objectId.toUpperCase()}'`,
    ]) {
      const { body } = await look(`/v1.0/servicePrincipals?$filter=${encodeURIComponent(filter)}`);
      expect(body).toMatchObject({ value: [{ id: objectId, appId: clientId }] });
    }
    expect(await look(`/v1.0/servicePrincipals?$filter=appId%20eq%20'${objectId}'`)).toEqual({
      status: 200,
      body: { value: [] },
    });
    expect(await look(`/v1.0/servicePrincipals/${objectId}`)).toMatchObject({ body: { appId: clientId } });
    expect((await look(`/v1.0/servicePrincipals/${clientId}`)).status).toBe(404);
    expect(await look('/v1.0/directoryObjects/getByIds', { ids: [objectId, clientId] })).toMatchObject({
      body: { value: [{ id: objectId }] },
    });
  });

  it('should hold no users, and no secrets', async () => {
    const everybody = await look('/v1.0/servicePrincipals');
    expect(JSON.stringify(everybody.body)).not.toContain(emulator.running.principal.clientSecret);
    expect(everybody.body).toHaveProperty('value.length', 1);
    expect((await look('/v1.0/users')).body).toEqual({ value: [] });
    expect((await look('/v1.0/me')).status).toBe(400);
  });

  it('should want a token that is good, and filters that it understands', async () => {
    expect((await emulator.arm('GET', '/v1.0/servicePrincipals')).status).toBe(401);
    expect(await look('/v1.0/servicePrincipals?$filter=displayName%20ne%20null')).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('displayName ne null') } },
    });
    expect((await look('/v1.0/directoryObjects/getByIds', {})).status).toBe(400);
  });
});

describe('the description of the cloud', () => {
  it('should tell without a token where everything is', async () => {
    const { body } = await emulator.arm('GET', '/metadata/endpoints', {
      headers: { authorization: undefined },
    });
    const { armUrl, port } = emulator.running;
    expect(body).toMatchObject({
      resourceManager: armUrl,
      authentication: { loginEndpoint: armUrl },
      microsoftGraphResourceId: armUrl,
      suffixes: { keyVaultDns: `vault.localhost:${port}` },
    });
  });

  it('should lead to an audience that Azure Resource Manager takes', async () => {
    const { body } = await emulator.arm('GET', '/metadata/endpoints');
    const { audiences } = (body as { authentication: { audiences: string[] } }).authentication;
    for (const audience of audiences) {
      const headers = await signIn(emulator, emulator.running.principal, `${audience}/.default`);
      expect((await emulator.arm('GET', '/subscriptions', { headers })).status).toBe(200);
    }
  });
});
