import type { Answer, Refusal } from '../answer.ts';
import { brief, type Difference, THE_SHAPE, WEIGHT } from './difference.ts';
import { matchObject, type ObjectPattern } from './objectPattern.ts';
import { matchPage, type PagePattern } from './pagePattern.ts';

/** How a refusal may read. */
export interface RefusalPattern {
  /** `error.code`: one of these; absent where no source says. */
  readonly codes?: readonly string[];
  /** `error.innererror.code`: one of these; `'none'` where it must be missing; absent where no source says. */
  readonly inner?: readonly string[] | 'none';
  /** Texts that the service is known to use; only recordings of the service are held to them. */
  readonly messages?: readonly RegExp[];
  /** The same where each inner code has texts of its own. */
  readonly messagesOf?: Readonly<Record<string, readonly RegExp[]>>;
  /** True for a text instead of JSON, with which what stands before the service refuses: it has no code. */
  readonly isText?: true;
}

/** The answers that one outcome allows. */
export interface Pattern {
  /** Statuses allowed. */
  readonly status: readonly number[];
  readonly refusal?: RefusalPattern;
  readonly object?: ObjectPattern;
  readonly page?: PagePattern;
  /** Whether the answer tells in `WWW-Authenticate` where to get a token. */
  readonly challenge?: boolean;
  /** How far an operation says that it is; only recordings of the service are held to it. */
  readonly progress?: string;
  /** Whether the answer carries a backup blob. */
  readonly blob?: boolean;
}

/** How strictly answers are held to what the service itself does. */
export interface Strictness {
  /**
   * True for recordings of the service: its texts are checked, no field may be added, and documents within a body have
   * the parts that the service gives them. Of another target none of it is asked: texts are for people to read, and
   * an additional field harms no client.
   */
  readonly service: boolean;
}

/** In what an answer is not what the pattern allows; empty when it fits. */
export function matchAnswer(pattern: Pattern, answer: Answer, strictness: Strictness): Difference[] {
  const status = statusDifference(pattern.status, answer.status);
  if (status) return [status];
  const differences: Difference[] = [];
  if (pattern.refusal) differences.push(...matchRefusal(pattern.refusal, answer.refusal ?? {}, strictness));
  if (pattern.challenge && answer.challenge === undefined) differences.push(noChallenge());
  if (pattern.object && answer.object) differences.push(...matchObject(pattern.object, answer.object));
  if (pattern.object && !answer.object) differences.push(missing('an object'));
  if (pattern.page)
    differences.push(...(answer.page ? matchPage(pattern.page, answer.page) : [missing('a list')]));
  if (pattern.blob && !answer.blob) differences.push(missing('a backup blob'));
  if (strictness.service) differences.push(...progressDifference(pattern.progress, answer.progress));
  return [...differences, ...shapeDifferences(pattern, answer, strictness)];
}

function statusDifference(allowed: readonly number[], status: number): Difference | undefined {
  if (allowed.includes(status)) return undefined;
  const sameOutcome = allowed.some((other) => other < 400 === status < 400);
  return {
    field: 'status',
    expected: allowed.length > 8 ? '4xx' : allowed.join(' or '),
    observed: String(status),
    weight: sameOutcome ? WEIGHT.status : WEIGHT.outcome,
  };
}

function matchRefusal(pattern: RefusalPattern, refusal: Refusal, strictness: Strictness): Difference[] {
  const differences: Difference[] = [];
  const { code, inner, message } = refusal;
  if (pattern.isText && code !== undefined) {
    differences.push({
      field: 'error.code',
      expected: 'no JSON',
      observed: brief(code),
      weight: WEIGHT.code,
    });
  }
  if (pattern.codes && (code === undefined || !pattern.codes.includes(code))) {
    differences.push({
      field: 'error.code',
      expected: pattern.codes.join(' or '),
      observed: brief(code),
      weight: WEIGHT.code,
    });
  }
  const allowed = pattern.inner === 'none' ? [] : pattern.inner;
  const innerFits =
    allowed === undefined || (inner === undefined ? allowed.length === 0 : allowed.includes(inner));
  if (!innerFits) {
    const expected = allowed.length === 0 ? 'nothing' : allowed.join(' or ');
    differences.push({
      field: 'error.innererror.code',
      expected,
      observed: brief(inner),
      weight: WEIGHT.inner,
    });
  }
  const texts = pattern.messages ?? pattern.messagesOf?.[inner ?? ''];
  if (strictness.service && texts && !texts.some((text) => text.test(message ?? ''))) {
    const expected = 'one of the texts that the service uses here';
    differences.push({ field: 'error.message', expected, observed: brief(message), weight: WEIGHT.message });
  }
  return differences;
}

function shapeDifferences(pattern: Pattern, answer: Answer, strictness: Strictness): Difference[] {
  return answer.oddities
    .filter(({ kind }) => strictness.service || (kind !== 'extra' && kind !== 'style'))
    .filter(({ path }) => !(path === 'error.code' && pattern.refusal?.codes))
    .filter(({ path, kind }) => !(path === 'error' && kind === 'type' && pattern.refusal?.isText))
    .filter(
      ({ path }) => !path.startsWith('error') || strictness.service || pattern.refusal?.codes !== undefined,
    )
    .map(({ path, problem }) => {
      const field = path === '' ? 'body' : path;
      const text = `${field} is ${problem}`;
      return { field, expected: THE_SHAPE, observed: problem, text, weight: WEIGHT.shape };
    });
}

function noChallenge(): Difference {
  const expected = 'where to get a token';
  return { field: 'WWW-Authenticate', expected, observed: 'nothing', weight: WEIGHT.field };
}

function progressDifference(allowed: string | undefined, progress: string | undefined): Difference[] {
  if (allowed === undefined || allowed === progress) return [];
  return [
    { field: 'status of the operation', expected: allowed, observed: brief(progress), weight: WEIGHT.field },
  ];
}

function missing(what: string): Difference {
  return { field: 'body', expected: what, observed: 'nothing', weight: WEIGHT.field * 2 };
}
