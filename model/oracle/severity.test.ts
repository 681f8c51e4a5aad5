import { describe, expect, it } from 'vitest';
import type { Severity } from '../event.ts';
import { type Difference, WEIGHT } from '../pattern/difference.ts';
import { refusalOf, viewOf } from '../testing/answers.ts';
import { commandOf } from '../testing/calls.ts';
import { DELETED, DELETING, LIVE, NEVER, PURGING, STATES, V1 } from '../testing/states.ts';
import type { ObjectState } from '../world/objectState.ts';
import { type Case, severityOf } from './severity.ts';

type Op = 'get' | 'update' | 'backup' | 'getDeleted' | 'recover' | 'purge' | 'delete' | 'set';

function commandFor(op: Op): Case['command'] {
  return op === 'set' || op === 'update'
    ? commandOf({ op, name: 'a', input: {} })
    : commandOf({ op, name: 'a' });
}

/** How bad it is that a call was answered with a status instead of another kind of answer. */
function ofStatus(op: Op, objects: readonly ObjectState[], status: number, mustSucceed: boolean): Severity {
  const answer = status < 400 ? { ...viewOf(V1), status } : refusalOf(status, 'Code');
  const differences = [{ field: 'status', expected: '', observed: String(status), weight: WEIGHT.status }];
  return severityOf({ command: commandFor(op), objects, answer, mustSucceed, differences });
}

function ofDetails(
  fields: readonly string[],
  objects: readonly ObjectState[],
  expected = '"x"',
  op: Op = 'get',
): Severity {
  const differences: readonly Difference[] = fields.map((field) => ({
    field,
    expected,
    observed: '',
    weight: 1,
  }));
  return severityOf({ command: commandFor(op), objects, answer: viewOf(V1), mustSucceed: true, differences });
}

describe('a wrong outcome', () => {
  it('should be lost data where a live object is not found', () => {
    expect(ofStatus('get', [LIVE], 404, true)).toBe('data-lost-early');
    expect(ofStatus('getDeleted', [DELETED], 404, true)).toBe('data-lost-early');
  });

  it('should be no loss where what is not found may only be kept out of sight: it is disabled, or not made yet', () => {
    const disabled = { ...LIVE.content, versions: [{ id: V1, facts: { enabled: false } }] };
    expect(ofStatus('get', [{ ...LIVE, content: disabled }], 404, true)).toBe('wrong-outcome');
    expect(ofStatus('getDeleted', [{ ...DELETED, content: disabled }], 404, true)).toBe('wrong-outcome');
    expect(ofStatus('get', [LIVE, { ...LIVE, content: disabled }], 404, true)).toBe('data-lost-early');
    const pending = { operation: 'unknown', isPlaceholder: true } as const;
    const unmade = { ...LIVE, content: { ...LIVE.content, certificate: pending } };
    expect(ofStatus('get', [unmade], 404, true)).toBe('wrong-outcome');
  });

  it('should be data that cannot be recovered where a recover is refused', () => {
    expect(ofStatus('recover', [DELETED], 403, true)).toBe('not-recoverable');
    expect(ofStatus('recover', [DELETED, DELETING], 403, true)).toBe('wrong-outcome');
  });

  it('should be protection that is not enforced where a purge succeeds, settled or not', () => {
    expect(ofStatus('purge', [DELETED], 204, false)).toBe('protection-not-enforced');
    expect(ofStatus('purge', [DELETED, DELETING], 204, false)).toBe('protection-not-enforced');
  });

  it('should be reachable data where something shows that must not', () => {
    for (const object of [NEVER, DELETED, DELETING, PURGING]) {
      expect(ofStatus('get', [object], 200, false)).toBe('data-reachable');
    }
    expect(ofStatus('getDeleted', [PURGING], 200, false)).toBe('data-reachable');
    expect(ofStatus('recover', [NEVER], 200, false)).toBe('data-reachable');
    // What is live and must not be read is disabled.
    expect(ofStatus('get', [LIVE], 200, false)).toBe('data-reachable');
  });

  it('should be no more than that otherwise', () => {
    expect(ofStatus('set', [DELETED], 200, false)).toBe('wrong-outcome');
    expect(ofStatus('delete', [LIVE], 404, true)).toBe('wrong-outcome');
    expect(ofStatus('update', [LIVE], 404, true)).toBe('wrong-outcome');
    expect(ofStatus('get', [LIVE], 201, true)).toBe('wrong-outcome');
  });

  it('should be a wrong code where one refusal comes for another', () => {
    expect(ofStatus('set', [DELETED], 403, false)).toBe('wrong-code');
  });
});

describe('wrong details', () => {
  it('should be lost data where a value is another', () => {
    expect(ofDetails(['value'], [LIVE])).toBe('data-lost-early');
  });

  it('should be reachable data where a deleted object shows its value', () => {
    expect(ofDetails(['value'], [DELETED], 'nothing', 'getDeleted')).toBe('data-reachable');
    expect(ofDetails(['value'], [LIVE], 'nothing', 'delete')).toBe('wrong-shape');
  });

  it('should go by the worst of them', () => {
    expect(ofDetails(['tags', 'scheduledPurgeDate'], [DELETED])).toBe('wrong-outcome');
    expect(ofDetails(['tags', 'version'], [LIVE])).toBe('wrong-outcome');
    expect(ofDetails(['error.message', 'error.code'], [DELETED])).toBe('wrong-code');
    expect(ofDetails(['error.innererror.code'], [DELETED])).toBe('wrong-code');
    expect(ofDetails(['tags', 'error.message'], [LIVE])).toBe('wrong-shape');
    expect(ofDetails(['error.message'], [LIVE])).toBe('wrong-message');
  });
});

describe('a wrong list', () => {
  const ofList = (op: 'list' | 'listDeleted', observed: string): Severity =>
    severityOf({
      command: commandOf({ op }),
      objects: Object.values(STATES),
      answer: { status: 200, oddities: [] },
      mustSucceed: true,
      differences: [{ field: 'list', expected: '', observed, weight: 1 }],
    });

  it('should be lost data where a name is missing', () => {
    expect(ofList('list', 'not listed')).toBe('data-lost-early');
    expect(ofList('listDeleted', 'not listed')).toBe('data-lost-early');
  });

  it('should be reachable data where the live list shows too much', () => {
    expect(ofList('list', 'listed')).toBe('data-reachable');
    expect(ofList('listDeleted', 'listed')).toBe('wrong-outcome');
    expect(ofList('list', 'listed twice')).toBe('wrong-outcome');
  });
});
