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
 * Writes ids as runs: `NR-01–03, 06` for NR-01, NR-02, NR-03 and NR-06. Answers one text per group, groups in the order
 * in which they first come, ids by number.
 */
export function foldRuleIds(ids: readonly string[]): readonly string[] {
  const groups = Map.groupBy(ids.map(partsOf), ({ group }) => group);
  return Array.from(groups, ([group, parts]) => {
    const written = runsOf(parts.toSorted((a, b) => a.number - b.number))
      .map(writeRun)
      .join(', ');
    return written === '' ? group : `${group}-${written}`;
  });
}

/** Puts together ids whose numbers follow each other. */
function runsOf(parts: readonly IdParts[]): readonly (readonly IdParts[])[] {
  const runs: IdParts[][] = [];
  for (const each of parts) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && each.number === last.number + 1) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

function writeRun(run: readonly IdParts[]): string {
  const first = run[0]?.digits ?? '';
  const last = run.at(-1)?.digits ?? '';
  if (run.length === 1) return first;
  return run.length === 2 ? `${first}, ${last}` : `${first}–${last}`;
}
