import type { TargetSummary } from '../../model/event.ts';
import { printableLine } from '../wording/printable.ts';
import { wrapAfter } from '../wording/wrap.ts';

/** What a target can do and what it cannot, in lines for people: shown when a run begins. */
export function targetLines(target: TargetSummary, width: number): readonly string[] {
  const { name, version, url, capabilities, missing } = target;
  const title = [name, version, url === undefined ? undefined : `at ${url}`].filter(
    (part) => part !== undefined,
  );
  return [
    printableLine(title.join(' ')),
    ...listed('can', capabilities, width),
    ...listed('cannot', missing, width),
  ];
}

function listed(
  label: string,
  texts: { readonly [capability: string]: string },
  width: number,
): readonly string[] {
  return Object.entries(texts).flatMap(([name, text], i) =>
    wrapAfter(`  ${(i === 0 ? label : '').padEnd(8)}`, printableLine(`${name}: ${text}`), width),
  );
}
