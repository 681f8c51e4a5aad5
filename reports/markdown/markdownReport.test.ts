import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../model/event.ts';
import { foldLog } from '../fold/foldLog.ts';
import { SET_ON_DELETED } from '../testing/sampleDivergences.ts';
import { checkLog, conformingLog, divergingLog, sampleHeader, unreachableLog } from '../testing/sampleLog.ts';
import { markdownReport } from './markdownReport.ts';

async function markdown(events: readonly RunEvent[]): Promise<string> {
  return markdownReport(await foldLog(events), new Map([[SET_ON_DELETED.signature, 'report/curl/set.sh']]));
}

function render(text: string): string {
  return micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

describe('markdownReport', () => {
  it('should begin with the verdict', async () => {
    expect(await markdown(conformingLog())).toMatch(/^## ✅ Conforms: lowkey-vault 7\.3\.74/);
    expect(await markdown(divergingLog())).toMatch(/^## ❌ Diverges: /);
    expect(await markdown(unreachableLog())).toMatch(/^## ⚠️ Inconclusive: .*nothing answers at/s);
    expect(await markdown(checkLog())).toContain('3 recordings · 5 exchanges · 4 modelled · 2 explained');
  });

  it('should fold each divergence away behind its title, with all that a maintainer needs', async () => {
    const html = render(await markdown(divergingLog()));
    expect(html.match(/<details>/g)).toHaveLength(3);
    expect(html.match(/<\/details>/g)).toHaveLength(3);
    const set = html.slice(html.indexOf('<summary><b>3'));
    expect(set).toContain(
      '3 · wrong-outcome</b> · SetSecret on a name that is deleted: status 200 instead of 409',
    );
    expect(set).toContain('<code>409 Conflict / ObjectIsDeletedButRecoverable</code> by NR-01');
    expect(set).toContain('cannot be created while the same collection');
    expect(set).toContain('source: Soft-delete overview, Soft-delete behavior; Key Vault recovery;');
    expect(set).toContain('<code>report/curl/set.sh</code>');
    expect(set).toMatch(/<td align="right">5 min<\/td>\s*<td align="left">deleted<\/td>/);
    expect(set).toContain('HTTP 200');
  });

  it('should list rules with the reason why they were not judged', async () => {
    const html = render(await markdown(divergingLog()));
    expect(html).toContain('SD-06, 07');
    expect(html).toContain('the target makes no vault without soft delete');
    expect(html).toContain('<strong>permissions</strong>: who may do what (PM-01 to PM-17)');
  });

  it('should say when the log ends early', async () => {
    expect(await markdown(divergingLog().slice(0, 12))).toContain(
      'The log of this run ends early, after line 12',
    );
  });

  it('should stay within what a CI job summary may have', async () => {
    const many = Array.from(
      { length: 3000 },
      (_, n): RunEvent => ({
        type: 'divergence',
        n,
        divergence: { ...SET_ON_DELETED, signature: `signature ${n}` },
      }),
    );
    const text = await markdown([sampleHeader(), ...many]);
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toMatch(/further divergences: told in full in report\.json/);
  });
});
