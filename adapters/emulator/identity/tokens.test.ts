import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, NOON, type Reply } from '../testing/emulatorUnderTest.ts';
import { ARM_SCOPE, askForToken, newPrincipal, signIn, VAULT_SCOPE } from '../testing/signIn.ts';
import { DEFAULT_TENANT } from './defaultIds.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({ tokens: 'checked', clientSecret: 'hush' });
});
afterAll(() => emulator.close());

const FORM = {
  grant_type: 'client_credentials',
  client_id: '00000000-0000-0000-0000-000000000003',
  client_secret: 'hush',
  scope: VAULT_SCOPE,
};

const refusal = ({ status, body }: Reply): unknown[] => {
  const { error } = body as { error: { code: string; message: string } };
  return [status, error.code, error.message];
};

describe('the token endpoint', () => {
  it('should grant a token that says who, for what and until when by the clock of the emulator', async () => {
    const { status, body } = await askForToken(emulator, FORM);
    expect([status, body]).toMatchObject([200, { token_type: 'Bearer', expires_in: 3599 }]);
    const { access_token } = body as { access_token: string };
    expect(decodeJwt(access_token)).toMatchObject({
      aud: 'https://vault.azure.net',
      iss: `https://sts.windows.net/${DEFAULT_TENANT}/`,
      appid: FORM.client_id,
      oid: emulator.running.principal.objectId,
      tid: DEFAULT_TENANT,
      iat: NOON,
      exp: NOON + 3599,
    });
  });

  it('should sign it with a key that it publishes', async () => {
    const { body } = await askForToken(emulator, FORM);
    const { body: keys } = await emulator.arm('GET', `/${DEFAULT_TENANT}/discovery/v2.0/keys`);
    const keySet = createLocalJWKSet(keys as Parameters<typeof createLocalJWKSet>[0]);
    const { access_token } = body as { access_token: string };
    await expect(
      jwtVerify(access_token, keySet, { currentDate: new Date(NOON * 1000) }),
    ).resolves.toBeDefined();
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  it('should take the secret in a header, and a resource instead of a scope', async () => {
    const { scope: _s, client_id, client_secret, ...form } = FORM;
    const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64');
    const reply = await emulator.arm('POST', '/any/oauth2/token?api-version=none', {
      body: new URLSearchParams({ ...form, resource: 'https://management.azure.com/' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${basic}` },
    });
    const { access_token } = reply.body as { access_token: string };
    expect(decodeJwt(access_token).aud).toBe('https://management.azure.com/');
  });

  it.each<[string, object, number, string, number]>([
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
    ['an unknown client', { client_id: 'nobody' }, 400, 'unauthorized_client', 700016],
    ['a wrong secret', { client_secret: 'loud' }, 401, 'invalid_client', 7000215],
    ['no secret', { client_secret: '' }, 401, 'invalid_client', 7000215],
    ['a scope of one permission', { scope: 'https://vault.azure.net/read' }, 400, 'invalid_scope', 1002012],
  ])('should refuse %s', async (_title, more, status, error, number) => {
    const reply = await askForToken(emulator, { ...FORM, ...more });
    expect([reply.status, reply.body]).toMatchObject([status, { error, error_codes: [number] }]);
    expect(reply.text).not.toContain('hush');
  });

  it('should be found by the documents that clients look for', async () => {
    const base = emulator.running.armUrl;
    for (const path of ['/t/v2.0/.well-known/openid-configuration', '/t/.well-known/openid-configuration']) {
      expect((await emulator.arm('GET', path, { headers: { authorization: undefined } })).body).toMatchObject(
        {
          token_endpoint: `${base}/t/oauth2/v2.0/token`,
          jwks_uri: `${base}/t/discovery/v2.0/keys`,
        },
      );
    }
    expect((await emulator.arm('GET', '/common/discovery/instance')).body).toMatchObject({
      tenant_discovery_endpoint: `${base}/common/v2.0/.well-known/openid-configuration`,
    });
  });
});

describe('a token', () => {
  const call = (headers: object): Promise<Reply> =>
    emulator.call('GET', '/secrets', { headers: { ...headers } });

  it('should open a vault when it is for vaults, exactly', async () => {
    const { principal } = emulator.running;
    expect((await call(await signIn(emulator, principal, VAULT_SCOPE))).status).toBe(200);
    expect(
      refusal(await call(await signIn(emulator, principal, 'https://vault.azure.net//.default'))),
    ).toEqual([
      401,
      'Unauthorized',
      'AKV10022: Invalid audience. Expected https://vault.azure.net, found: https://vault.azure.net/.',
    ]);
    expect((await call(await signIn(emulator, principal, ARM_SCOPE))).status).toBe(401);
  });

  it('should be challenged towards the emulator when it is missing or none', async () => {
    const missing = await call({ authorization: undefined });
    expect(refusal(missing)[2]).toBe('AKV10000: Request is missing a Bearer or PoP token.');
    expect(missing.headers['www-authenticate']).toBe(
      `Bearer authorization="${emulator.running.armUrl}/${DEFAULT_TENANT}", resource="https://vault.azure.net"`,
    );
    const { authorization } = await signIn(emulator, emulator.running.principal, VAULT_SCOPE);
    const [head, claims, signature = ''] = authorization.split('.');
    for (const wrong of ['Bearer any', `${head}.${claims}.${signature.slice(1)}A`, `${head}.${claims}.`]) {
      expect((await call({ authorization: wrong })).status).toBe(401);
    }
    const other = await EmulatorUnderTest.start({ tokens: 'checked' });
    const foreign = await signIn(other, other.running.principal, VAULT_SCOPE);
    await other.close();
    expect((await call(foreign)).status).toBe(401);
  });

  it('should open Azure Resource Manager when it is for that, however it is called', async () => {
    const { principal, armUrl } = emulator.running;
    for (const resource of ['https://management.azure.com', 'https://management.core.windows.net/', armUrl]) {
      const headers = await signIn(emulator, principal, `${resource}/.default`);
      expect((await emulator.arm('GET', '/subscriptions', { headers })).status, resource).toBe(200);
    }
    const headers = await signIn(emulator, principal, VAULT_SCOPE);
    expect(refusal(await emulator.arm('GET', '/subscriptions', { headers }))[1]).toBe(
      'InvalidAuthenticationTokenAudience',
    );
    const bad = { headers: { authorization: 'Bearer any' } };
    expect(refusal(await emulator.arm('GET', '/subscriptions', bad))[1]).toBe('InvalidAuthenticationToken');
  });

  it('should expire by the clock of the emulator', async () => {
    const vault = await signIn(emulator, emulator.running.principal, VAULT_SCOPE);
    const arm = await signIn(emulator, emulator.running.principal, ARM_SCOPE);
    await emulator.advance(3598);
    expect((await call(vault)).status).toBe(200);
    await emulator.advance(1);
    expect((await call(vault)).status).toBe(401);
    expect(refusal(await emulator.arm('GET', '/subscriptions', { headers: arm }))[1]).toBe(
      'ExpiredAuthenticationToken',
    );
  });

  it('should be worth nothing once its principal is forgotten', async () => {
    const principal = await newPrincipal(emulator);
    const headers = await signIn(emulator, principal, VAULT_SCOPE);
    expect((await call(headers)).status).toBe(403);
    expect((await emulator.call('DELETE', `/emulator/principals/${principal.clientId}`)).status).toBe(204);
    expect((await call(headers)).status).toBe(401);
  });
});

describe('the principals of an emulator', () => {
  const add = (body: unknown): Promise<Reply> => emulator.call('POST', '/emulator/principals', { body });

  it('should be made with what is given, and be listed without secrets', async () => {
    const clientId = '11111111-2222-3333-4444-555555555555';
    const made = await add({ clientId, clientSecret: 'quiet' });
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        tenantId: DEFAULT_TENANT,
        clientId,
        clientSecret: 'quiet',
        objectId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ]);
    expect((await add({ clientId })).status).toBe(409);
    const { text } = await emulator.call('GET', '/emulator/principals');
    expect(text).toContain(clientId);
    expect(text).not.toMatch(/quiet|hush|Secret/);
  });

  it.each([{ clientId: 'me' }, { objectId: 5 }, { clientSecret: '' }, { name: 'x' }])(
    'should not be made with %j',
    async (body) => {
      expect((await add(body)).status).toBe(400);
    },
  );
});
