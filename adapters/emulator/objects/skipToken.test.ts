import { describe, expect, it } from 'vitest';
import { decodeSkipToken, encodeSkipToken } from './skipToken.ts';

describe('a skip token', () => {
  it('should look as the service makes it, byte for byte', () => {
    expect(encodeSkipToken('secret/secret30')).toBe(
      'eyJOZXh0TWFya2VyIjoiMiE4MCFNREF3TURFMUlYTmxZM0psZEM5VFJVTlNSVlF6TUNFd01EQXdNamdoT1RrNU9TMHhNaTB6TVZReU16bzFPVG8xT1M0NU9UazVPVGs1V2lFLSIsIlRhcmdldExvY2F0aW9uIjowfQ',
    );
  });

  it('should lead back to its row, whatever the length of the name', () => {
    for (let length = 1; length <= 127; length += 1) {
      const row = `secret/${'Name-'.repeat(26).slice(0, length)}`;
      expect(decodeSkipToken(encodeSkipToken(row))).toBe(row.toLowerCase());
    }
  });

  it('should be refused when it was changed or made up', () => {
    const token = encodeSkipToken('secret/name');
    for (const wrong of [
      '',
      'x',
      token.slice(1),
      `${token}A`,
      token.toLowerCase(),
      Buffer.from('{}').toString('base64url'),
    ]) {
      expect(() => decodeSkipToken(wrong)).toThrow('$skiptoken is invalid');
    }
  });
});
