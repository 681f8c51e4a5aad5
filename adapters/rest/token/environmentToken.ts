import { TargetTrouble } from '../../targetTrouble.ts';
import { fixedToken, type TokenSource } from './tokenSource.ts';

const TOKEN_VARIABLE = 'KEYVAULT_CONFORMANCE_TOKEN';

/**
 * The token in the environment; undefined when there is none.
 * @throws TargetTrouble (usage) when it cannot be a token; its value is not shown
 */
export function environmentToken(environment: NodeJS.ProcessEnv): TokenSource | undefined {
  const token = environment[TOKEN_VARIABLE]?.trim();
  if (token === undefined || token === '') return undefined;
  return fixedToken(checkedToken(token, `the token in ${TOKEN_VARIABLE}`), `the token in ${TOKEN_VARIABLE}`);
}

/**
 * The token without a `Bearer ` before it.
 * @throws TargetTrouble (usage) when it holds what a header cannot carry; its value is not shown
 */
export function checkedToken(token: string, what: string): string {
  const bare = token.trim().replace(/^Bearer\s+/i, '');
  if (bare === '' || !/^[\x21-\x7e]+$/.test(bare)) {
    throw new TargetTrouble(
      'usage',
      `${what} is not a bearer token: it is empty or holds spaces or line breaks`,
    );
  }
  return bare;
}
