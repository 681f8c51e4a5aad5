import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Divergence, RunEvent } from '../../model/event.ts';
import { foldLog } from '../fold/foldLog.ts';
import { PURGED_EARLY, SET_ON_DELETED } from '../testing/sampleDivergences.ts';
import {
  checkLog,
  conformingLog,
  divergingLog,
  sampleFooter,
  sampleHeader,
  unreachableLog,
} from '../testing/sampleLog.ts';
import { type Paint, plainPaint } from './paint.ts';
import { terminalReport } from './terminalReport.ts';

async function report(events: readonly RunEvent[], width = 100, paint: Paint = plainPaint): Promise<string> {
  const scripts = new Map([[SET_ON_DELETED.signature, 'report/curl/set.sh']]);
  const files = [['Log', 'report/run.jsonl']] as const;
  return terminalReport(await foldLog(events), { width, paint, scripts, files });
}

describe('terminalReport', { timeout: 30_000 }, () => {
  it('should begin with the target and the verdict', async () => {
    const lines = (await report(divergingLog())).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'lowkey-vault 7.3.74 at https://localhost:8443',
      'DIVERGES  3 divergences: 1 data-lost-early, 1 data-reachable, 1 wrong-outcome.',
      '14 of 16 applicable rules reached · 118 of 131 reachable (state, call) pairs tried',
      '2,000 calls · 84 sequences · 41 s · seed 7 · walk + boundaries · model 0.1.0',
    ]);
    expect(await report(conformingLog())).toContain('CONFORMS  Every answer that a rule decides');
    expect(await report(unreachableLog())).toMatch(/INCONCLUSIVE .*nothing answers at/);
    expect(await report(checkLog())).toContain('3 recordings · 5 exchanges');
  });

  it('should list the rules by what became of them, with reasons', async () => {
    const text = await report(divergingLog());
    expect(text).toContain('  violated            4  NR-01 · RC-04 · PG-07 · LS-01\n');
    expect(text).toContain('  never reached       2  PP-05 · DL-03\n');
    expect(text).toContain(
      'SD-06, 07\n                         the target makes no vault without soft delete\n',
    );
  });

  it('should tell everything about a divergence in its block', async () => {
    const text = await report(divergingLog());
    const block = text.slice(text.indexOf('Divergence 3 of 3'));
    expect(block).toMatchInlineSnapshot(`
      "Divergence 3 of 3 · wrong-outcome ──────────────────────────────────────────────────────────────────
      SetSecret on a name that is deleted answered 200 with a new version; the rules allow only 409
      Conflict / ObjectIsDeletedButRecoverable (NR-01) or 409 Conflict / ObjectIsBeingDeleted (AS-02)
      while the deletion settles.

        severity    wrong-outcome: a call succeeds that must fail, or fails that must succeed
        allowed     409 Conflict / ObjectIsDeletedButRecoverable by NR-01
                    409 Conflict / ObjectIsBeingDeleted by AS-02, while the deletion settles
        came        200 with a new version
                    HTTP 200
                    {"value":"(scrubbed)","id":"https://vault-1.localhost:8443/secrets/s1/fedcba9876543210
                    fedcba9876543210","attributes":{"enabled":true,"created":1760000010,"updated":17600000
                    10,"recoveryLevel":"CustomizedRecoverable+Purgeable"}}
        differs     status 200 instead of 409
        broken rule NR-01 (must, part of contradiction X3) A secret, key or certificate cannot be created
                    while the same collection of the same vault holds a deleted object of that name.
                    source: Soft-delete overview, Soft-delete behavior; Key Vault recovery; and 1 more
        rule        AS-02 (must) While it is deleted, an object may appear in neither listing.
                    source: Soft delete with PowerShell
        vault       retention 7 days, purge protection off
        seen        4 times, reproduced
        replay      report/curl/set.sh

        The shortest sequence that shows it, with the time since its first call:
        ┌───┬───────┬──────────────┬─────────────────┬────────────────────────┐
        │ # │  time │ state before │ call            │ answer                 │
        ├───┼───────┼──────────────┼─────────────────┼────────────────────────┤
        │ 1 │   0 s │ absent       │ SetSecret s1    │ 200                    │
        │ 2 │   0 s │ live         │ DeleteSecret s1 │ 200, deleted           │
        │ 3 │ 5 min │ deleted      │ SetSecret s1    │ 200 with a new version │
        └───┴───────┴──────────────┴─────────────────┴────────────────────────┘

      Seen, but not again when tried again
        - GetSecret on a name that is absent answered 500; the rules allow only 404 SecretNotFound
          (ER-09).

      What could not be judged
        permissions                who may do what (PM-01 to PM-17)
        undeletable subscriptions  the level ProtectedSubscription (UN-01)

      How the target reads contradictions of the documents
        X12  later

      Trouble on the way
        - connection reset by the target; tried again after 1 s

      Notes
        - maxresults=26 answered 200; no rule decides it

      Reports
        Log  report/run.jsonl

      DIVERGES  3 divergences: 1 data-lost-early, 1 data-reachable, 1 wrong-outcome.
      "
    `);
  });

  it('should fit its width for any text', async () => {
    const special = fc.constantFrom('word ', ' ', '中', 'é', '😀', '\n', '\u001b[31m', '\u202e', '\ud800');
    const unit = fc.oneof(special, fc.string({ unit: 'grapheme-ascii', maxLength: 3 }));
    const text = fc.string({ unit, minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, text, fc.integer({ min: 80, max: 110 }), async (one, other, width) => {
        const divergence: Divergence = {
          ...PURGED_EARLY,
          operation: one,
          state: other,
          differs: one,
          remark: other,
          observed: { answer: one },
          expected: [{ answer: other, rules: ['RC-04'], when: one }],
          sequence: [{ at: 1, call: one, answer: other, state: one }],
        };
        const written = await report(
          [
            sampleHeader(),
            { type: 'divergence', n: 1, divergence },
            { type: 'note', level: 'trouble', text: one },
          ],
          width,
        );
        for (const line of written.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
        expect(written.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });

  it('should say the same with colours', async () => {
    const painted = await report(divergingLog(), 100, (_, text) => `\u001b[31m${text}\u001b[39m`);
    expect(painted).toContain('\u001b[31mDIVERGES\u001b[39m');
    expect(stripVTControlCharacters(painted)).toBe(await report(divergingLog()));
  });

  it('should not drown the reader in divergences', async () => {
    const many = Array.from(
      { length: 50 },
      (_, n): RunEvent => ({
        type: 'divergence',
        n,
        divergence: { ...SET_ON_DELETED, signature: `signature ${n}` },
      }),
    );
    const text = await report([sampleHeader(), ...many, sampleFooter({ verdict: 'diverges' })]);
    expect(text.match(/^Divergence \d+ of 50/gm)).toHaveLength(20);
    expect(text).toContain('30 further divergences, told in full in the other reports:');
  });

  it('should say when the log ends early or cannot be read', async () => {
    expect(await report(divergingLog().slice(0, 12))).toContain(
      'The log of this run ends early, after line 12',
    );
    const summary = await foldLog([
      ...conformingLog(),
      { type: 'damaged', line: 4, problem: 'it is not JSON' },
    ]);
    const text = terminalReport(summary, { width: 100, paint: plainPaint, scripts: new Map(), files: [] });
    expect(text).toContain('Line 4 of the log cannot be read: it is not JSON.');
  });
});
