import type { Answer } from '../answer.ts';
import type { Pattern } from '../pattern/pattern.ts';
import type { ObjectState } from '../world/objectState.ts';

/** The answers that a pattern allows, in words: `409 Conflict / ObjectIsDeletedButRecoverable`. */
export function describePattern(pattern: Pattern): string {
  const status = pattern.status.length > 3 ? '4xx' : pattern.status.join(' or ');
  if (pattern.page) return `${status} with a list`;
  if (pattern.blob) return `${status} with a backup blob`;
  if (pattern.object) return `${status} with the object`;
  const { codes, inner } = pattern.refusal ?? {};
  const code = codes ? ` ${codes.join(' or ')}` : '';
  return `${status}${code}${inner && inner !== 'none' ? ` / ${inner.join(' or ')}` : ''}`;
}

/** What a list may show of one name, in words: `200 with the item`. */
export function describeItem(pattern: Pattern): string {
  const isShort = pattern.status.every((status) => status < 400) && !pattern.page;
  if (!isShort) return describePattern(pattern);
  return `${pattern.status.join(' or ')} ${pattern.object ? 'with' : 'without'} the item`;
}

/** An answer in words: `200`, `404 SecretNotFound`. */
export function describeAnswer(answer: Answer): string {
  const { code, inner } = answer.refusal ?? {};
  if (!answer.refusal) return String(answer.status);
  return `${answer.status} ${code ?? '(no error code)'}${inner ? ` / ${inner}` : ''}`;
}

/** The phases that an object may be in, in words: `deleted or deleting`. */
export function describeState(objects: readonly ObjectState[]): string {
  const phases = [...new Set(objects.map(({ phase }) => phase))].sort();
  if (phases.length === 6) return 'anything';
  return phases.join(' or ');
}
