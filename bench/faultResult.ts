import { type Demonstrated, demonstrate } from './demonstrate.ts';
import { type Detection, detect } from './detection.ts';
import type { Fault } from './faults/fault.ts';
import { openFaultTarget } from './faultTarget.ts';

/** What the bench does with each fault. */
export interface BenchOptions {
  readonly seeds: readonly number[];
  /** Calls within which a fault is to be found. */
  readonly calls: number;
}

/** What the bench found out about one fault. */
export interface FaultResult {
  readonly fault: Fault;
  readonly demonstrated: Demonstrated;
  /** One for each seed, in order. */
  readonly detections: readonly Detection[];
}

/** Demonstrates a fault and looks for it as `run` does by default, each time in an emulator that was just started. */
export async function benchFault(fault: Fault, { seeds, calls }: BenchOptions): Promise<FaultResult> {
  const shown = await openFaultTarget(fault, { seed: 1 });
  const demonstrated = await demonstrate(shown, fault).finally(() => shown.close());
  const detections: Detection[] = [];
  for (const seed of seeds) {
    const target = await openFaultTarget(fault, { seed });
    detections.push(await detect(target, { seed, calls }).finally(() => target.close()));
  }
  return { fault, demonstrated, detections };
}

/** What is not as it should be with a fault, in words; none where all is well. */
export function complaints({ fault, demonstrated, detections }: FaultResult): readonly string[] {
  const { departures, spare } = demonstrated;
  const minimum = fault.shortest.steps.length;
  const long = detections.flatMap(({ first }) => (first && first.steps > minimum ? first.divergence : []));
  const known = new Set(departures.map(({ signature }) => signature));
  const isOwn = (rules: readonly string[]): boolean => fault.rules.some((rule) => rules.includes(rule));
  const alien = detections.flatMap(({ first }) =>
    first && !isOwn(first.divergence.rules) ? first.divergence.rules : [],
  );
  return [
    ...(departures.length === 0 ? ['its demonstration does not show it'] : []),
    ...(spare.length > 0
      ? [`its demonstration does not need step ${spare.map((i) => i + 1).join(', ')}`]
      : []),
    ...(detections.some(({ first }) => !first) ? ['not found'] : []),
    ...(alien.length > 0 ? [`blamed on ${[...new Set(alien)].join(', ')}`] : []),
    ...(long.some(({ signature }) => known.has(signature)) ? ['not the shortest sequence'] : []),
    ...[...new Set(long.map(({ signature }) => signature))]
      .filter((signature) => !known.has(signature))
      .map((signature) => `longer for a symptom of its own: ${signature.replaceAll(' | ', ', ')}`),
  ];
}
