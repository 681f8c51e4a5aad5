import fc from 'fast-check';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import type { ObjectState, Phase } from '../../model/world/objectState.ts';
import type { SequenceView } from '../sequences/sequenceView.ts';
import { isChange } from '../steps/isChange.ts';
import { lookOf } from '../steps/lookOf.ts';
import type { Step } from '../steps/step.ts';
import type { StepTemplate } from '../steps/templates/stepTemplate.ts';
import { drawnSettings } from './drawnSettings.ts';
import type { NameForm, Proposal } from './strategy.ts';

/** What random sequences are made of. */
export interface RandomOptions {
  readonly settings: readonly VaultSettings[];
  readonly templates: readonly StepTemplate[];
  /** Steps after which a sequence ends. */
  readonly longest: number;
}

/**
 * An arbitrary of sequences, for fast-check: each has its own random subset and weights of steps (swarm testing), and
 * looks after every change or rarely, because looking can change a target. Steps are drawn while the sequence runs,
 * from the states that the oracle holds possible.
 */
export function uniform(options: RandomOptions): fc.Arbitrary<Proposal> {
  const { settings, templates, longest } = options;
  const weights = fc.array(fc.integer({ min: 0, max: 4 }), {
    minLength: templates.length,
    maxLength: templates.length,
  });
  return fc
    .record({
      settings: drawnSettings(settings),
      slots: fc.integer({ min: 1, max: 2 }),
      nameForm: nameForms(),
      weights,
      looksOften: fc.boolean(),
      length: fc.integer({ min: 3, max: longest }),
      draw: fc.gen(),
    })
    .map(({ weights: drawn, looksOften, length, draw, ...shape }) => {
      let round = 0;
      const next = (view: SequenceView): Step | undefined => {
        if (view.length >= length) return undefined;
        const slot = shape.slots > 1 ? draw(fc.nat, { max: shape.slots - 1 }) : 0;
        if (looksOften && view.last && isChange(view.last.step))
          return { call: lookOf(view.states(slot)), slot };
        return pick(draw, templates, drawn, view.states(slot))?.make(slot, round++);
      };
      return { ...shape, next };
    });
}

/** Most names are plain; one in twenty has a form with an edge of its own. */
function nameForms(): fc.Arbitrary<NameForm> {
  return fc.oneof(
    { weight: 19, arbitrary: fc.constant<NameForm>('plain') },
    {
      weight: 1,
      arbitrary: fc.constantFrom<NameForm>(
        'longest',
        'too-long',
        'digit-first',
        'hyphen-first',
        'bad-character',
      ),
    },
  );
}

/** Steps that lead on from a phase: drawn more often there, so that sequences get somewhere. */
const LEADS_ON: Readonly<Record<Phase, readonly string[]>> = {
  absent: ['set', 'create', 'import'],
  live: ['delete', 'set', 'create'],
  deleting: ['settle', 'getDeleted'],
  deleted: ['recover', 'purge', 'until the second before the scheduled purge'],
  recovering: ['settle', 'get'],
  purging: ['settle', 'set', 'create'],
};

function pick(
  draw: fc.GeneratorValue,
  templates: readonly StepTemplate[],
  weights: readonly number[],
  states: readonly ObjectState[],
): StepTemplate | undefined {
  const onward = states.flatMap(({ phase }) => LEADS_ON[phase]);
  const shares = templates.map(
    (template, i) =>
      (weights[i] ?? 0) * (template.tier === 'edge' ? 1 : 3) + (onward.includes(template.label) ? 20 : 0),
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  // Drawn as a number: arbitraries made for each step are dear, because fast-check compares them with each other.
  if (total === 0) return undefined;
  let place = draw(upTo, total - 1);
  return templates.find((_, i) => {
    place -= shares[i] ?? 0;
    return place < 0;
  });
}

function upTo(max: number): fc.Arbitrary<number> {
  return fc.noBias(fc.nat({ max }));
}
