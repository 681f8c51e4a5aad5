import { describe, expect, it } from 'vitest';
import { OwnHost } from './ownHost.ts';

const ASKED = 'localhost:8443';

function bundle(host: string): { readonly id: string } {
  return { id: `https://${host}/secrets/a/00000000000000000000000000000001` };
}

describe('the authority by which a vault calls itself', () => {
  it('should be the one that it is asked at, or one other that it keeps to', () => {
    const own = new OwnHost(ASKED);
    expect(own.expectedIn(undefined)).toBe(ASKED);
    expect(own.expectedIn({ value: [bundle('demo.vault.azure.net')] })).toBe('demo.vault.azure.net');
    expect(own.expectedIn(bundle(ASKED))).toBe(ASKED);
    expect(own.expectedIn({ key: { kid: 'https://demo.vault.azure.net:443/keys/a/1' } })).toBe(
      'demo.vault.azure.net',
    );
  });

  it('should be no third one, nor what a value says', () => {
    const own = new OwnHost(ASKED);
    own.expectedIn(bundle('demo.vault.azure.net'));
    expect(own.expectedIn(bundle('other.vault.azure.net'))).toBe(ASKED);
    expect(own.expectedIn({ value: '"id":"https://evil/secrets/a"', ...bundle(ASKED) })).toBe(ASKED);
  });
});
