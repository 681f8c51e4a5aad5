import { afterEach, describe, expect, it } from 'vitest';
import { embedded } from '../../adapters/targets/embedded.ts';
import type { TargetOptions } from '../../adapters/targets/targetOptions.ts';
import { scrubAnswer, scrubCommand } from '../../adapters/wire/scrub.ts';
import type { Kind } from '../../model/command.ts';
import type { RunEvent } from '../../model/event.ts';
import { PATIENCE } from '../../model/oracle/hiddenSteps.ts';
import { Exploration } from '../../properties/explore.ts';
import { Session } from '../../properties/session/session.ts';

/** Rules that only a management plane, or what happens to objects with their vault, can bear out. */
const RULES = [
  ...['SD-01', 'SD-03', 'SD-04', 'SD-05', 'SD-12', 'RT-03', 'RT-04'],
  ...['PP-01', 'PP-02', 'PP-03', 'PP-04', 'PP-06', 'PP-10', 'PP-11', 'PP-12'],
  ...['NR-05', 'NR-06', 'NR-07', 'NR-12', 'DL-09', 'DL-10', 'DL-11', 'DL-12', 'PG-06', 'PG-07', 'PG-09'],
  ...[
    'VT-01',
    'VT-02',
    'VT-03',
    'VT-04',
    'VT-05',
    'VT-06',
    'VT-07',
    'VT-08',
    'VT-10',
    'VT-11',
    'VT-12',
    'VT-13',
  ],
  ...['LS-07', 'AS-06', 'PM-03', 'PM-08', 'ER-14', 'ER-15', 'ER-16', 'ER-17', 'ER-18', 'ER-21', 'BK-05'],
];

const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

/** Explores vaults, each story once; the events of it. */
async function explore(
  options: TargetOptions,
  strategy: 'walk' | 'permissions' | 'lives' = 'walk',
  kind: Kind = 'vault',
): Promise<readonly RunEvent[]> {
  const adapter = await embedded.open({ seed: 7, ...options });
  closing.push(adapter);
  const events: RunEvent[] = [];
  const session = new Session({
    adapter,
    patience: PATIENCE,
    scrub: { command: scrubCommand, answer: scrubAnswer },
    emit: (event) => events.push(event),
  });
  const exploration = new Exploration({
    session,
    seed: 7,
    budget: { calls: kind === 'vault' ? 2000 : 150 },
    strategies: [strategy],
    concurrency: 1,
    kinds: [kind],
    settings: [{ softDelete: true, retentionDays: 90, purgeProtection: false }],
    run: 'kvaults',
    wanted: () => true,
    shrinkCalls: 0,
  });
  await exploration.prepare();
  await exploration.run();
  return events;
}

describe('the exploration of an undeletable subscription', () => {
  it.each(['secret', 'key', 'certificate'] as const)(
    'should see that nobody purges a %s there but the service (UN-01)',
    async (kind) => {
      const events = await explore({}, 'lives', kind);
      const purges = events.flatMap((event) =>
        event.type === 'exchange' && event.command.op === 'purge' && event.rules.includes('UN-01')
          ? ['status' in event.answer && event.answer.status]
          : [],
      );
      expect(events.filter(({ type }) => type === 'divergence')).toEqual([]);
      expect(new Set(purges)).toEqual(new Set([403]));
    },
    60_000,
  );
});

describe('the exploration of vaults', () => {
  it('should bear out every rule of the management plane that can be, and find nothing wrong', async () => {
    const events = await explore({});
    const seen = new Set(events.flatMap((event) => (event.type === 'exchange' ? event.rules : [])));
    expect(events.filter(({ type }) => type === 'divergence')).toEqual([]);
    expect(RULES.filter((rule) => !seen.has(rule))).toEqual([]);
  }, 60_000);

  it('should let each caller do what it may and nothing else', async () => {
    const events = await explore({}, 'permissions');
    const seen = new Set(events.flatMap((event) => (event.type === 'exchange' ? event.rules : [])));
    expect(events.filter(({ type }) => type === 'divergence')).toEqual([]);
    const rules = ['PM-09', 'PM-10', 'PM-11', 'PM-12', 'PM-13', 'LS-08', 'PG-05', 'PG-07'] as const;
    expect(rules.filter((rule) => !seen.has(rule))).toEqual([]);
  }, 60_000);

  it('should find nothing wrong where registering and purging a vault take their time', async () => {
    const events = await explore({ settle: 'real' });
    expect(events.filter(({ type }) => type === 'divergence')).toEqual([]);
    expect(events.filter(({ type }) => type === 'exchange').length).toBeGreaterThan(200);
  }, 60_000);
});
