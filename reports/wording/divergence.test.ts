import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../model/event.ts';
import { LISTED_DELETED, SEEN_ONCE, SET_ON_DELETED } from '../testing/sampleDivergences.ts';
import { confirmationPhrase, divergenceSentence, divergenceTitle, settingsPhrase } from './divergence.ts';

function sentenceFor(expected: readonly Expectation[]): string {
  return divergenceSentence({ ...SET_ON_DELETED, expected }).replace(/^.*; /, '');
}

describe('divergenceTitle', () => {
  it('should speak of a name only where the call does', () => {
    expect(divergenceTitle(SET_ON_DELETED)).toBe('SetSecret on a name that is deleted');
    expect(
      divergenceTitle({ ...SET_ON_DELETED, operation: 'ListSecretVersions', state: 'deleting or purging' }),
    ).toBe('ListSecretVersions on a name that is being deleted or being purged');
    expect(divergenceTitle(LISTED_DELETED)).toBe('ListSecrets with a name that is deleted');
    for (const state of ['anything', 'the vault']) {
      expect(divergenceTitle({ ...SET_ON_DELETED, operation: 'GetSecret', state })).toBe('GetSecret');
    }
  });
});

describe('divergenceSentence', () => {
  const answer = (code: string): Expectation => ({ answer: code, rules: ['NR-01'] });

  it('should list what is allowed, as far as it can be read', () => {
    expect(sentenceFor([])).toBe('the rules allow no answer to it.');
    expect(sentenceFor([answer('404')])).toBe('the rules allow only 404 (NR-01).');
    expect(sentenceFor(['404', '409', '410'].map(answer))).toBe(
      'the rules allow only 404 (NR-01), 409 (NR-01) or 410 (NR-01).',
    );
    expect(sentenceFor(['1', '2', '3', '4'].map(answer))).toBe('the rules allow only 4 other answers.');
    expect(sentenceFor([{ answer: '404', rules: [] }])).toBe('the rules allow only 404.');
    expect(sentenceFor([{ answer: '404', rules: ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'] }])).toBe(
      'the rules allow only 404 (A-1, A-2, A-3 and 2 more).',
    );
  });

  it('should say what is wrong with a request that was to be refused', () => {
    const differs = 'status is 200 where the rules allow 400, for more than 15 tags';
    const limit = { ...SET_ON_DELETED, differs, expected: [answer('400')] };
    expect(divergenceSentence(limit)).toMatch(
      /^SetSecret on a name that is deleted, with more than 15 tags, answered .*; the rules allow only 400 \(NR-01\)\.$/,
    );
  });

  it('should say what differs where the status is right', () => {
    expect(divergenceSentence(LISTED_DELETED)).toBe(
      'ListSecrets with a name that is deleted answered 200 with a list of s1: the list holds s1 (LS-01).',
    );
    const told = { ...LISTED_DELETED, differs: 'the list holds s1 against LS-01' };
    expect(divergenceSentence(told)).toMatch(/: the list holds s1 against LS-01\.$/);
  });
});

describe('confirmationPhrase', () => {
  it('should say how sure a divergence is', () => {
    expect(confirmationPhrase(SET_ON_DELETED)).toBe('seen 3 times, reproduced');
    expect(confirmationPhrase(SEEN_ONCE)).toBe('seen once, did not come again when tried again');
    expect(confirmationPhrase({ ...SET_ON_DELETED, count: 1, confirmation: 'recorded', known: true })).toBe(
      'seen once, not tried again, listed as known',
    );
  });
});

describe('settingsPhrase', () => {
  it('should say what matters of a vault', () => {
    const settings = { softDelete: true, retentionDays: 7, purgeProtection: true };
    expect(settingsPhrase(settings)).toBe('retention 7 days, purge protection on');
    expect(settingsPhrase({ ...settings, softDelete: false })).toBe('soft delete off');
  });
});
