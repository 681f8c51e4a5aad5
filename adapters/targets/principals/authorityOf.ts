import type { Transport } from '../../rest/transport.ts';

/**
 * Where a target wants tokens from, if it checks them; undefined when it takes any token. Asked with a token that
 * nobody gave, a target that checks them answers with a challenge.
 */
export async function authorityOf(transport: Transport, origin: string): Promise<string | undefined> {
  const { result } = await transport.send({
    method: 'GET',
    origin,
    path: '/secrets?api-version=7.4',
    headers: { accept: 'application/json', authorization: 'Bearer any' },
  });
  if ('lost' in result || result.status !== 401) return undefined;
  return /authorization="([^"]+)"/.exec(result.headers['www-authenticate'] ?? '')?.[1];
}
