import type { VaultSettings } from '../../model/vaultSettings.ts';
import { abstractState } from '../coverage/abstractState.ts';
import { Coverage, type Edge } from '../coverage/coverage.ts';
import type { SequenceView } from '../sequences/runSequence.ts';
import type { Step } from '../steps/step.ts';
import type { StepTemplate } from '../steps/stepTemplates.ts';
import type { NameForm, Proposal, Strategy } from './strategy.ts';

/** What a walk goes by. */
export interface WalkOptions {
  /** Classes of vault settings, each walked on its own. */
  readonly settings: readonly VaultSettings[];
  readonly templates: readonly StepTemplate[];
  /** A number from 0 to 1, the next of a seeded sequence: breaks ties. */
  readonly random: () => number;
  /** Steps after which a sequence ends. */
  readonly longest: number;
}

/**
 * Tries every kind of step in every class of state: from where it is the nearest pair not tried yet, by the shortest
 * path. It ends when no pair that it can reach is left.
 */
export function walk(options: WalkOptions): Strategy {
  const coverages = options.settings.map((settings) => ({
    settings,
    coverage: newCoverage(options.templates),
  }));
  let round = 0;
  const names = NAME_FORMS.map((form) => named(options.settings[0], form));
  return {
    name: 'walk',
    propose() {
      const next = names.pop();
      if (next) return next;
      for (let i = 0; i < coverages.length; i++) {
        const { settings, coverage } = coverages[round++ % coverages.length] ?? {};
        if (settings && coverage && hasWork(coverage)) return sequence(options, settings, coverage);
      }
      return undefined;
    },
    reach() {
      const counts = coverages.map(({ coverage }) => coverage.counts());
      const sum = (pick: (count: { tried: number; reachable: number }) => number): number =>
        counts.reduce((total, count) => total + pick(count), 0);
      return { tried: sum(({ tried }) => tried), reachable: sum(({ reachable }) => reachable) };
    },
  };
}

const START = 'absent';

/** Names with an edge of their own, each looked at once (LM-01). */
const NAME_FORMS: readonly NameForm[] = [
  'longest',
  'too-long',
  'digit-first',
  'hyphen-first',
  'bad-character',
];

function named(settings: VaultSettings | undefined, nameForm: NameForm): Proposal | undefined {
  if (!settings) return undefined;
  const steps: readonly Step[] = [
    { call: 'set', slot: 0, input: { value: 'value' } },
    { call: 'get', slot: 0 },
    { call: 'delete', slot: 0 },
    { call: 'getDeleted', slot: 0 },
  ];
  return { settings, slots: 1, nameForm, next: (view) => steps[view.length] };
}

function newCoverage(templates: readonly StepTemplate[]): Coverage {
  const coverage = new Coverage(templates);
  coverage.reached(START);
  return coverage;
}

function hasWork(coverage: Coverage): boolean {
  return coverage.untried(START).length > 0 || coverage.towardsUntried(START) !== undefined;
}

function sequence(options: WalkOptions, settings: VaultSettings, coverage: Coverage): Proposal {
  let previous: Edge | undefined;
  let values = 0;
  const note = (view: SequenceView): string => {
    const here = abstractState(view.states(0));
    coverage.reached(here);
    if (previous) {
      coverage.tried(previous, here);
      // Where only details of an answer are wrong, what comes after it is as certain as ever.
      if (view.last?.findings.some(({ departure }) => departure.wrongOutcome)) coverage.avoid(previous);
    }
    return here;
  };
  return {
    settings,
    slots: 1,
    next(view): Step | undefined {
      const here = note(view);
      previous = undefined;
      const template = view.length < options.longest ? choose(options, coverage, here) : undefined;
      if (!template) return undefined;
      previous = { from: here, label: template.label };
      return template.make(0, values++);
    },
    done: (view) => void note(view),
  };
}

function choose(options: WalkOptions, coverage: Coverage, here: string): StepTemplate | undefined {
  const untried = coverage.untried(here);
  const first = untried.filter(({ tier }) => tier === 'core');
  const pool = first.length > 0 ? first : untried;
  if (pool.length > 0) return pool[Math.floor(options.random() * pool.length)];
  const label = coverage.towardsUntried(here);
  return options.templates.find((template) => template.label === label);
}
