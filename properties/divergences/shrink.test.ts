import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter } from '../../adapters/adapter.ts';
import { embedded } from '../../adapters/targets/embedded.ts';
import { scrubAnswer, scrubCommand } from '../../adapters/wire/scrub.ts';
import type { Answer } from '../../model/answer.ts';
import { PATIENCE } from '../../model/oracle/hiddenSteps.ts';
import { FreshNames } from '../sequences/freshNames.ts';
import { Session } from '../session/session.ts';
import { VaultPool } from '../session/vaultPool.ts';
import type { Step } from '../steps/step.ts';
import { type Ground, replaySteps } from './replaySteps.ts';
import { type Shown, showAgain } from './showAgain.ts';
import { shrink } from './shrink.ts';

let emulator: Adapter;

beforeAll(async () => {
  emulator = await embedded.open({ seed: 1 });
});
afterAll(() => emulator.close());

/** What a recover answers, without the tags. */
function withoutTags(answer: Answer): Answer {
  if (!answer.object) return answer;
  const { tags: _tags, ...fields } = answer.object.fields;
  return { ...answer, object: { ...answer.object, fields } };
}

/** An emulator that forgets the tags of what is recovered, in its answers alone. */
function forgetful(): Ground {
  const adapter: Adapter = {
    ...emulator,
    execute: async (command, signal) => {
      const exchange = await emulator.execute(command, signal);
      if (command.op !== 'recover' || 'lost' in exchange.answer) return exchange;
      return { ...exchange, answer: withoutTags(exchange.answer) };
    },
  };
  const session = new Session({
    adapter,
    patience: PATIENCE,
    scrub: { command: scrubCommand, answer: scrubAnswer },
    emit: () => {},
  });
  let sequences = 0;
  return {
    session,
    pool: new VaultPool(session),
    names: new FreshNames('shrink'),
    nextSequence: () => ++sequences,
  };
}

const LONG: readonly Step[] = [
  { call: 'set', slot: 1, input: { value: 'other' } },
  { call: 'set', slot: 0, input: { value: 'one', contentType: 'text/plain' } },
  { call: 'get', slot: 0 },
  { advance: { seconds: 86_400 } },
  { call: 'update', slot: 0, version: 'latest', input: { tags: { a: '1' } } },
  { call: 'delete', slot: 1 },
  { call: 'purge', slot: 0 },
  { call: 'delete', slot: 0 },
  { settle: { slot: 0 } },
  { call: 'getDeleted', slot: 0 },
  { call: 'delete', slot: 0 },
  { call: 'recover', slot: 0 },
  { call: 'get', slot: 0 },
];

const usual = { softDelete: true, retentionDays: 90, purgeProtection: false };

async function shownBy(ground: Ground): Promise<Shown> {
  const recipe = { settings: usual, steps: LONG };
  const { findings } = await replaySteps(ground, recipe, 'reproduce', '');
  const shown = await showAgain(ground, recipe, 'reproduce', findings[0]?.departure.signature ?? '');
  if (!shown) throw new Error('the steps do not show that tags are forgotten');
  return shown;
}

describe('shrinking', () => {
  it('should keep no step that can be spared, put an update into the set, and end with the divergence', async () => {
    const ground = forgetful();
    const shown = await shownBy(ground);
    const { recipe, finding } = await shrink(ground, shown, 300);
    expect(finding.departure.signature).toBe(shown.finding.departure.signature);
    expect(recipe.steps).toEqual([
      { call: 'set', slot: 0, input: { value: 'one', tags: { a: '1' } } },
      { call: 'delete', slot: 0 },
      { call: 'recover', slot: 0 },
    ]);
  });

  it('should spend no more calls than it may, and then keep what it has', async () => {
    const ground = forgetful();
    const shown = await shownBy(ground);
    const before = ground.session.calls;
    const { recipe } = await shrink(ground, shown, 0);
    expect(ground.session.calls).toBe(before);
    expect(recipe.steps).toEqual(LONG.slice(0, 12));
  });
});
