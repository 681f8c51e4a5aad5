import { execPath } from 'node:process';
import { describe, expect, it } from 'vitest';
import { cachedToken } from './cachedToken.ts';
import { commandToken } from './commandToken.ts';
import { environmentToken } from './environmentToken.ts';
import { identityToken, vaultScope } from './identityToken.ts';

/** A JWT that ends at an instant; nobody checks its signature. */
function jwt(exp: number): string {
  const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ exp })}.x`;
}

/** A shell command that prints what an expression gives. */
function printing(expression: string): string {
  return `"${execPath}" -e "process.stdout.write(String(${expression.replaceAll('"', '\\"')}))"`;
}

describe('cachedToken', () => {
  const issuer = (): { count: number; issue: (challenge?: string) => Promise<{ token: string }> } => {
    const state = { count: 0, issue: async () => ({ token: jwt(++state.count * 1000) }) };
    return state;
  };

  it('should ask once for calls that come together, and keep the token until shortly before its end', async () => {
    const state = issuer();
    let now = 0;
    const source = cachedToken('t', state.issue, () => now);
    expect(new Set(await Promise.all([source.token(), source.token(), source.token()])).size).toBe(1);
    now = 699;
    await source.token();
    expect(state.count).toBe(1);
    now = 701;
    await source.token();
    expect(state.count).toBe(2);
  });

  it('should use a token that lives for less than the margin for half its life', async () => {
    let count = 0;
    let now = 0;
    const source = cachedToken(
      't',
      async () => ({ token: `${++count}`, expires: now + 60 }),
      () => now,
    );
    await source.token();
    now = 29;
    expect(await source.token()).toBe('1');
    now = 31;
    expect(await source.token()).toBe('2');
  });

  it('should renew a refused token, but not one that has been renewed meanwhile', async () => {
    const state = issuer();
    const source = cachedToken('t', state.issue, () => 0);
    const first = await source.token();
    const second = await source.renew(first, undefined);
    expect(second).not.toBe(first);
    expect(await source.renew(first, undefined)).toBe(second);
    expect(state.count).toBe(2);
  });

  it('should say that there is no other token when the same comes again', async () => {
    const source = cachedToken('t', async () => ({ token: 'same' }));
    expect(await source.renew(await source.token(), undefined)).toBeUndefined();
  });
});

describe('environmentToken', () => {
  it('should read the variable, with or without Bearer', async () => {
    expect(await environmentToken({ KEYVAULT_CONFORMANCE_TOKEN: ' Bearer abc\n' })?.token()).toBe('abc');
    expect(environmentToken({})).toBeUndefined();
    expect(environmentToken({ KEYVAULT_CONFORMANCE_TOKEN: '' })).toBeUndefined();
  });

  it('should refuse what no header can carry, without showing it', () => {
    const refused = (): unknown => environmentToken({ KEYVAULT_CONFORMANCE_TOKEN: 'geheim\nx: y' });
    expect(refused).toThrow(/KEYVAULT_CONFORMANCE_TOKEN is not a bearer token/);
    expect(refused).not.toThrow(/geheim/);
  });
});

describe('commandToken', () => {
  it('should take what the command prints', async () => {
    expect(await commandToken(printing("'abc'")).token()).toBe('abc');
  });

  it('should take the JSON of the Azure CLI, and run again when its token is about to end', async () => {
    const soon = Math.floor(Date.now() / 1000) + 3;
    const json = `JSON.stringify({accessToken:'t'+Date.now(),expires_on:${soon}})`;
    const source = commandToken(printing(json));
    const first = await source.token();
    expect(await source.token()).toBe(first);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(await source.token()).not.toBe(first);
  });

  it.each([
    ['fails', 'process.exit(3)', /ended with code 3/],
    ['prints nothing', "''", /is not a bearer token/],
    ['prints a sentence', "'Please log in'", /is not a bearer token/],
    ['prints JSON without a token', 'JSON.stringify({secret:1})', /without "accessToken"/],
    ['prints broken JSON', "'{'", /neither a token nor JSON/],
  ])('should say so when the command %s', async (_what, expression, message) => {
    await expect(commandToken(printing(expression)).token()).rejects.toThrow(message);
  });

  it('should refuse a command that is none', () => {
    expect(() => commandToken(' ')).toThrow('--token-command is empty');
  });

  it('should end a command that hangs', async () => {
    const hanging = commandToken(`"${execPath}" -e "setTimeout(()=>{},60000)"`, 300);
    await expect(hanging.token()).rejects.toThrow(/was ended after 0.3 s/);
  });
});

describe('identityToken', () => {
  it('should ask for tokens for vaults whatever a challenge wants, in the tenant that it names', async () => {
    const asked: unknown[] = [];
    const source = identityToken(vaultScope('v.vault.azure.net'), {
      async getToken(scopes, options) {
        asked.push([scopes, options?.tenantId]);
        return { token: `t${asked.length}`, expiresOnTimestamp: Date.now() + 3_600_000 };
      },
    });
    await source.token();
    await source.renew(
      't1',
      'Bearer authorization="https://login.microsoftonline.com/0a1b2c3d-0000-0000-0000-000000000001", resource="https://management.azure.com"',
    );
    expect(asked).toEqual([
      ['https://vault.azure.net/.default', undefined],
      ['https://vault.azure.net/.default', '0a1b2c3d-0000-0000-0000-000000000001'],
    ]);
  });

  it('should ask in the cloud that a vault is in', () => {
    expect(vaultScope('v.vault.azure.cn')).toBe('https://vault.azure.cn/.default');
    expect(vaultScope('v.vault.usgovcloudapi.net')).toBe('https://vault.usgovcloudapi.net/.default');
    expect(vaultScope('vault.azure.net.evil.example')).toBe('https://vault.azure.net/.default');
  });

  it('should say how to sign in when there is no token', async () => {
    const source = identityToken(vaultScope('v.vault.azure.net'), {
      getToken: async () => {
        throw new Error('ChainedTokenCredential failed\nlong list');
      },
    });
    await expect(source.token()).rejects.toThrow(/ChainedTokenCredential failed\. Sign in with "az login"/);
  });
});
