import { type Command, OBJECT_KINDS } from '../../model/command.ts';
import type { Divergence, ReplayRecipe } from '../../model/divergence.ts';
import type { Fields } from '../../model/fields.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { sampleCertificate } from '../steps/samples/sampleCertificate.ts';
import { SAMPLE_DIGEST } from '../steps/samples/sampleDigest.ts';
import { EC_KEY, RSA_KEY } from '../steps/samples/sampleKeys.ts';
import { isCall, type Step } from '../steps/step.ts';
import type { NameForm } from '../strategies/strategy.ts';
import type { Recipe } from './replaySteps.ts';

/**
 * A recipe as a log keeps it.
 * @param scrub takes secrets out of a command
 */
export function replayRecipe(recipe: Recipe, scrub: (command: Command) => Command): ReplayRecipe {
  const { settings, kind, nameForm, makesVaults, amongOthers, steps } = recipe;
  return {
    settings,
    ...(kind !== undefined && { kind }),
    ...(nameForm !== undefined && { nameForm }),
    ...(makesVaults && { makesVaults }),
    ...(amongOthers && { amongOthers }),
    steps: steps.map((step) => told(step, scrub)),
  };
}

/** A step as JSON, without secrets. */
function told(step: Step, scrub: (command: Command) => Command): Json {
  const scrubbed = 'input' in step ? { ...step, input: scrubInput(step.input, scrub) } : step;
  return JSON.parse(JSON.stringify(scrubbed));
}

function scrubInput(input: Fields, scrub: (command: Command) => Command): unknown {
  const command = scrub({ op: 'set', vault: '', kind: 'secret', name: '', input });
  return 'input' in command ? command.input : input;
}

/** The recipe that a log keeps of a divergence; undefined where it keeps none, as of what was only recorded. */
export function recipeOf({ replay }: Divergence): Recipe | undefined {
  if (replay === undefined || !replay.steps.every(isStep)) return undefined;
  const kind = OBJECT_KINDS.find((each) => each === (replay.kind ?? 'secret'));
  if (kind === undefined) return undefined;
  return {
    settings: replay.settings,
    kind,
    ...(replay.nameForm !== undefined && { nameForm: replay.nameForm as NameForm }),
    ...(replay.makesVaults && { makesVaults: true }),
    ...(replay.amongOthers && { amongOthers: true }),
    steps: replay.steps.map((step) => restored(step as unknown as Step, kind)),
  };
}

function isStep(json: Json): boolean {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  return ['call', 'advance', 'settle'].some((word) => word in json);
}

const TOKEN = /^<\w+:[0-9a-f]{8}(?:;bytes=(\d{1,6}))?>$/;

/** The step with something in the place of each secret that the log does not keep. */
function restored(step: Step, kind: string): Step {
  if (!isCall(step) || !('input' in step)) return step;
  const { value, key } = step.input;
  const input: Fields = {
    ...step.input,
    ...(typeof value === 'string' && TOKEN.test(value) && { value: valueFor(step, kind, value) }),
    ...(isPrivate(key) && { key: key.kty === 'RSA' ? RSA_KEY : EC_KEY }),
  };
  return { ...step, input } as Step;
}

function valueFor(step: Extract<Step, { call: unknown }>, kind: string, token: string): string {
  if (step.call === 'use') return SAMPLE_DIGEST;
  if (step.call === 'import' && (step.kind ?? kind) === 'certificate') return sampleCertificate();
  const bytes = TOKEN.exec(token)?.[1];
  return bytes === undefined ? token : token.padEnd(Number(bytes), '.');
}

function isPrivate(json: Json | undefined): json is JsonObject {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  return Object.values(json).some((member) => typeof member === 'string' && TOKEN.test(member));
}
