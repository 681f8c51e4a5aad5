import type { ExchangeEvent, Plane, SkippedEvent } from '../../model/event.ts';
import { operationName } from '../../model/oracle/operationName.ts';
import type { Coverage, OperationCoverage } from './runSummary.ts';

/** An operation while it is counted. */
interface Counted {
  readonly operation: string;
  readonly plane: Plane;
  total: number;
  modelled: number;
  explained: number;
}

/** Counts exchanges by operation, and by the plane that they were made to. */
export class PlaneTally {
  readonly #counted = new Map<string, Counted>();

  /** Takes an exchange in. */
  add({ command, judgement }: ExchangeEvent): void {
    const counted = this.#of(operationName(command), command.kind === 'vault' ? 'management' : 'data');
    counted.total += 1;
    if (judgement === 'explained' || judgement === 'unexplained') counted.modelled += 1;
    if (judgement === 'explained') counted.explained += 1;
  }

  /** Takes in exchanges that no command stands for. */
  skip({ operation = 'other', plane = 'data', exchanges }: SkippedEvent): void {
    this.#of(operation, plane).total += exchanges;
  }

  /** The operations of the data plane, then those of the management plane, each the most frequent first. */
  operations(): readonly OperationCoverage[] {
    return Array.from(this.#counted.values(), (counted) => ({ ...counted })).sort(
      (a, b) => a.plane.localeCompare(b.plane) || b.total - a.total || a.operation.localeCompare(b.operation),
    );
  }

  /** The sums of each plane. */
  planes(): { readonly [plane in Plane]: Coverage } {
    return { data: this.#sum('data'), management: this.#sum('management') };
  }

  #sum(plane: Plane): Coverage {
    const sum = { total: 0, modelled: 0, explained: 0 };
    for (const counted of this.#counted.values()) {
      if (counted.plane !== plane) continue;
      sum.total += counted.total;
      sum.modelled += counted.modelled;
      sum.explained += counted.explained;
    }
    return sum;
  }

  #of(operation: string, plane: Plane): Counted {
    const key = `${plane} ${operation}`;
    const counted = this.#counted.get(key) ?? { operation, plane, total: 0, modelled: 0, explained: 0 };
    this.#counted.set(key, counted);
    return counted;
  }
}
