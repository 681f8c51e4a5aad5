/** A rule's id in its parts; `number` is NaN for an id of another form. */
interface IdParts {
  readonly group: string;
  readonly digits: string;
  readonly number: number;
}

function partsOf(id: string): IdParts {
  const match = /^(.*?)-(\d+)$/.exec(id);
  const [, group = id, digits = ''] = match ?? [];
  return { group, digits, number: match === null ? Number.NaN : Number(digits) };
}

/** The group of a rule: `NR` of `NR-01`. */
export function groupOf(id: string): string {
  return /^[^-]*/.exec(id)?.[0] ?? id;
}

/**
 * Writes ids as runs: `NR-01–04, 06` for NR-01, NR-02, NR-03, NR-04 and NR-06. Answers one text per group, groups and
 * ids in the order given.
 */
export function foldRuleIds(ids: readonly string[]): readonly string[] {
  const groups = new Map<string, IdParts[][]>();
  for (const id of ids) {
    const parts = partsOf(id);
    const runs = groups.get(parts.group) ?? [];
    groups.set(parts.group, runs);
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && parts.number === last.number + 1) runs.at(-1)?.push(parts);
    else runs.push([parts]);
  }
  return Array.from(groups, ([group, runs]) => {
    const written = runs.map(writeRun).join(', ');
    return written === '' ? group : `${group}-${written}`;
  });
}

function writeRun(run: readonly IdParts[]): string {
  const first = run[0]?.digits ?? '';
  const last = run.at(-1)?.digits ?? '';
  if (run.length === 1) return first;
  return run.length === 2 ? `${first}, ${last}` : `${first}–${last}`;
}
