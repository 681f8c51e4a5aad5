import { describe, expect, it } from 'vitest';
import type { Answer, ObjectView } from '../../answer.ts';
import type { Fields } from '../../fields.ts';
import { step } from '../../step.ts';
import { allowedByPhase } from '../../testing/allowed.ts';
import { fits, viewOf } from '../../testing/answers.ts';
import { callOf, commandOf } from '../../testing/calls.ts';
import { CONTENT, DELETED, LIVE, SOFT, V1, V2, V3 } from '../../testing/states.ts';
import { UNKNOWN_CONTENT } from '../../world/content.ts';
import type { Live } from '../../world/objectState.ts';

const LIST = commandOf({ op: 'listVersions', name: 'a' });

function item(version: string): ObjectView {
  return viewOf(version, {}, ['value']).object ?? { name: '', fields: {} };
}

function page(versions: readonly string[], next?: string): Answer {
  return {
    status: 200,
    page: { items: versions.map(item), ...(next !== undefined && { next }) },
    oddities: [],
  };
}

function allows(answer: Answer, listed: readonly string[] | 'unknown' = [], object: Live = LIVE): boolean {
  return step(callOf(LIST, { listed }), { settings: SOFT, object }).some((outcome) => fits(outcome, answer));
}

describe('the list of versions', () => {
  it('should be empty for a name without an object, and possibly a 404 for a deleted one (LS-05, OQ-20)', () => {
    expect(allowedByPhase(LIST)).toEqual({
      absent: ['200 with a list > absent'],
      live: ['200 with a list > live'],
      deleting: ['200 with a list > deleting', '404 SecretNotFound > deleting'],
      deleted: ['200 with a list > deleted', '404 SecretNotFound > deleted'],
      recovering: ['200 with a list > recovering', '404 SecretNotFound > recovering'],
      purging: ['200 with a list > purging'],
    });
    const [empty] = step(callOf(LIST), { settings: SOFT, object: DELETED });
    expect(fits(empty, page([]))).toBe(true);
    expect(fits(empty, page([V2]))).toBe(false);
  });

  it('should hold every version once', () => {
    expect(allows(page([V1, V2]))).toBe(true);
    expect(allows(page([V2]))).toBe(false);
    expect(allows(page([V1, V1, V2]))).toBe(false);
    expect(allows(page([V1, V2, V3]))).toBe(false);
  });

  it('should be whole only at its last page', () => {
    expect(allows(page([V2], 'more'))).toBe(true);
    expect(allows(page([], 'more'))).toBe(true);
    expect(allows(page([V1]), [V2])).toBe(true);
    expect(allows(page([]), [V2])).toBe(false);
    expect(allows(page([V2]), [V2])).toBe(false);
  });

  it('should prove nothing missing where earlier pages were not seen', () => {
    expect(allows(page([]), 'unknown')).toBe(true);
  });

  it('should show no value', () => {
    const [first = item(V1)] = page([V1]).page?.items ?? [];
    const shown = { ...first, fields: { ...first.fields, value: 'value of 1' } };
    expect(allows({ status: 200, page: { items: [shown, item(V2)] }, oddities: [] })).toBe(false);
  });

  it('should possibly hold others where not all versions are known', () => {
    expect(allows(page([V1, V2, V3]), [], { ...LIVE, content: { ...CONTENT, complete: false } })).toBe(true);
  });
});

describe('what is known after a list of versions', () => {
  function contentAfter(content: Live['content'], answer: Answer): Live['content'] | undefined {
    const [outcome] = step(callOf(LIST, { listed: [] }), { settings: SOFT, object: { ...LIVE, content } });
    const state = outcome?.next(answer);
    return state && 'content' in state ? state.content : undefined;
  }

  it('should be all versions, once the last page is there', () => {
    expect(contentAfter(UNKNOWN_CONTENT, page([V1, V2]))).toMatchObject({
      complete: true,
      currentKnown: false,
    });
    expect(contentAfter(UNKNOWN_CONTENT, page([V1, V2], 'more'))).toMatchObject({ complete: false });
  });

  it('should be the current version, when there is only one', () => {
    expect(contentAfter(UNKNOWN_CONTENT, page([V1]))).toMatchObject({ complete: true, currentKnown: true });
  });

  it('should be the id of the version whose creation was lost', () => {
    const lost = { ...CONTENT, versions: [...CONTENT.versions, { facts: {} }] };
    expect(contentAfter(lost, page([V1, V2, V3]))?.versions.map(({ id }) => id)).toEqual([V1, V2, V3]);
  });

  it('should not take a pending version that a target lists for one that was made, as recordings alone allow', () => {
    const operation = { status: 'inProgress', issuer: 'Unknown', facts: {} } as const;
    const content = { ...UNKNOWN_CONTENT, certificate: { operation, isPlaceholder: true } };
    const pending: Live = { phase: 'live', content };
    const placeholderAfter = (answer: Answer, service: boolean): unknown => {
      const command = { ...LIST, kind: 'certificate' } as const;
      const [outcome] = step(callOf(command, { listed: [], service }), { settings: SOFT, object: pending });
      const next = outcome?.next(answer);
      return next?.phase === 'live' && next.content.certificate?.isPlaceholder;
    };
    const made = page([V1]);
    const [shown] = made.page?.items ?? [];
    const withThumbprint = { ...made, page: { items: [{ ...shown, name: 'a', fields: { x5t: 'x' } }] } };
    expect(placeholderAfter(page([V1]), false)).toBe(true);
    expect(placeholderAfter(withThumbprint, false)).toBe(false);
    expect(placeholderAfter(page([V1]), true)).toBe(false);
  });
});

describe('the versions of a certificate that is being made', () => {
  const operation = { status: 'inProgress', facts: {} } as const;
  const content = { ...CONTENT, certificate: { operation, isPlaceholder: true } };
  const list = { ...LIST, kind: 'certificate' } as const;
  const shown = (fields: Fields): Answer => ({
    status: 200,
    page: { items: [{ name: 'a', version: V1, fields }] },
    oddities: [],
  });
  const learned = (fields: Fields): unknown => {
    const [outcome] = step(callOf(list), { settings: SOFT, object: { ...LIVE, content } });
    const next = outcome?.next(shown(fields));
    return next && 'content' in next ? next.content.certificate?.isPlaceholder : undefined;
  };

  it('should not be taken for issued because a target lists what stands in until then (seen as a false alarm)', () => {
    expect(learned({ enabled: false })).toBe(true);
  });

  it('should be taken for issued once one has a thumbprint', () => {
    expect(learned({ enabled: true, x5t: 'thumbprint' })).toBe(false);
  });
});
