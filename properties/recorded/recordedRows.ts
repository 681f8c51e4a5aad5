import type { Answer, Lost } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';
import type { SequenceRow } from '../../model/event.ts';
import { describeAnswer } from '../../model/oracle/describe.ts';
import { operationName } from '../../model/oracle/operationName.ts';

/** Rows that a divergence in a recording shows at most: what came last matters most. */
const MOST_ROWS = 12;

interface Seen {
  /** Time of the call, Unix seconds. */
  readonly at: number;
  readonly row: Omit<SequenceRow, 'at'>;
}

/** Keeps what a recording shows of each name, so that a divergence can be told with what led to it. */
export class RecordedRows {
  readonly #byName = new Map<string, Seen[]>();

  /** Takes note of a call and its answer. */
  add(command: Command, answer: Answer | Lost, at: number, state: string): void {
    const seen = this.#byName.get(keyOf(command)) ?? [];
    const name = 'name' in command ? ` ${command.name}` : '';
    const text = 'lost' in answer ? answer.detail : describeAnswer(answer);
    seen.push({ at, row: { call: `${operationName(command)}${name}`, answer: text, state } });
    this.#byName.set(keyOf(command), seen.slice(-MOST_ROWS));
  }

  /** What was seen of a command's name up to now, oldest first. */
  of(command: Command): readonly SequenceRow[] {
    const seen = this.#byName.get(keyOf(command)) ?? [];
    const start = seen[0]?.at ?? 0;
    return seen.map(({ at, row }) => ({ at: Math.max(0, Math.round(at - start)), ...row }));
  }
}

function keyOf(command: Command): string {
  const name = 'name' in command ? command.name.toLowerCase() : '';
  return `${command.vault}/${command.kind}/${name}`;
}
