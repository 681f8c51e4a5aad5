import { readFileSync } from 'node:fs';
import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../model/event.ts';
import { foldLog } from '../fold/foldLog.ts';
import { checkLog, conformingLog, divergingLog, unreachableLog } from '../testing/sampleLog.ts';
import { type RunReport, reportRun } from './runReport.ts';

const SCHEMA = JSON.parse(readFileSync(new URL('./schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(SCHEMA);

/** What is wrong with a value by the published schema. */
function complaints(value: unknown): readonly ErrorObject[] {
  validate(value);
  return validate.errors ?? [];
}

/** The report of a log as it is after a journey through text. */
async function report(events: readonly RunEvent[]): Promise<RunReport> {
  return JSON.parse(JSON.stringify(reportRun(await foldLog(events))));
}

/** Every object in a value, with the path to it. */
function objectsIn(value: unknown, path = ''): readonly (readonly [string, Record<string, unknown>])[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, item]) => objectsIn(item, `${path}/${key}`));
  return Array.isArray(value) ? inside : [[path, value as Record<string, unknown>], ...inside];
}

/** Objects that anything may stand in: options, bodies, and maps by names that the run chooses. */
const OPEN = /\/(options|rules|ruleDetails|skipped|capabilities|missing|readings|headers|body(\/.*)?)$/;

/** Fields of events in which any key may stand. */
const OPEN_FIELDS = new Set(['options', 'capabilities', 'missing', 'readings', 'headers', 'body']);

describe('reportRun', () => {
  it.each([
    ['that conforms', conformingLog()],
    ['that diverges', divergingLog()],
    ['whose target is down', unreachableLog()],
    ['of recordings', checkLog()],
    ['that was cut', divergingLog().slice(0, 12)],
    ['that was cut after its header', divergingLog().slice(0, 1)],
  ])('should be as the schema says for a run %s', async (_, events) => {
    expect(complaints(await report(events))).toEqual([]);
  });

  it('should be closed: the schema refuses a field that it does not know, wherever it stands', async () => {
    for (const events of [divergingLog(), checkLog()]) {
      const whole = await report(events);
      for (const [path, object] of objectsIn(whole)) {
        if (OPEN.test(path)) continue;
        object.surprise = 1;
        expect(complaints(whole), path).not.toEqual([]);
        delete object.surprise;
      }
      expect(complaints(whole)).toEqual([]);
    }
  });

  it('should leave out what a log tells beyond what the schema promises', async () => {
    const more = JSON.parse(JSON.stringify(divergingLog()), (key, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && !OPEN_FIELDS.has(key)
        ? { ...value, surprise: 1 }
        : value,
    );
    const whole = await report(more);
    expect(complaints(whole)).toEqual([]);
    expect(whole.divergences).toHaveLength(3);
  });

  it('should need every field that the design promises', async () => {
    const run = await report(divergingLog());
    const promised = 'verdict target model seed calls sequences rules divergences readings'.split(' ');
    for (const field of promised) {
      expect(complaints({ ...run, [field]: undefined }), field).not.toEqual([]);
    }
    const [first] = run.divergences;
    const parts = 'signature severity rules operation state expected observed sequence count'.split(' ');
    for (const field of parts) {
      expect(complaints({ ...run, divergences: [{ ...first, [field]: undefined }] }), field).not.toEqual([]);
    }
  });

  it('should give statuses by rule, and what each rule says', async () => {
    const run = await report(divergingLog());
    expect(run.target).toBe('lowkey-vault');
    expect(run.rules).toMatchObject({
      'DL-01': 'exercised',
      'NR-01': 'violated',
      'DL-03': 'never-reached',
      'SD-06': 'not-applicable',
    });
    expect(run.ruleDetails['SD-06']).toEqual({
      statement: 'In a vault without soft delete, DELETE destroys at once.',
      level: 'must',
      sources: ['Soft-delete overview, first note'],
      exchanges: 0,
      reason: 'the target makes no vault without soft delete',
    });
    expect(run).not.toHaveProperty('traces');
  });

  it('should say each divergence as a sentence that stands alone', async () => {
    const { divergences } = await report(divergingLog());
    expect(divergences.map((divergence) => divergence.sentence)).toEqual([
      'GetDeletedSecret on a name that is deleted answered 404 SecretNotFound; the rules allow only 200 with the deleted secret (LS-02, RC-04) until its scheduledPurgeDate.',
      'ListSecrets with a name that is deleted answered 200 with a list of s1: the list holds s1 (LS-01).',
      'SetSecret on a name that is deleted answered 200 with a new version; the rules allow only 409 Conflict / ObjectIsDeletedButRecoverable (NR-01) or 409 Conflict / ObjectIsBeingDeleted (AS-02) while the deletion settles.',
    ]);
  });

  it('should give recordings one verdict each, by the step that they themselves number', async () => {
    const check = await report(checkLog());
    expect(check.exchanges).toMatchObject({ total: 5, modelled: 4, explained: 2, unexplained: 2 });
    expect(check.traces?.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['js/deletes@1', 'conforms'],
      ['js/sets@2', 'diverges'],
      ['js/keys@3', 'inconclusive'],
    ]);
    expect(check.traces?.[1]?.divergences.map(({ step }) => step)).toEqual([4, 9]);
  });
});
