import type { NoteEvent } from '../../model/event.ts';
import type { NoteSummary } from './runSummary.ts';

/** How many different remarks are kept word by word; a run can make one for each name it uses. */
const MOST_TEXTS = 200;

/** Counts equal remarks, in the order in which they first came. */
export class NoteTally {
  readonly #counts = new Map<string, number>();
  #others = 0;

  /** Takes a remark in. */
  add(note: NoteEvent): void {
    const count = this.#counts.get(note.text);
    if (count === undefined && this.#counts.size >= MOST_TEXTS) this.#others += 1;
    else this.#counts.set(note.text, (count ?? 0) + 1);
  }

  /** The remarks so far. */
  summary(): readonly NoteSummary[] {
    const notes = Array.from(this.#counts, ([text, count]) => ({ text, count }));
    if (this.#others > 0)
      notes.push({ text: 'further remarks, which only the log has', count: this.#others });
    return notes;
  }
}
