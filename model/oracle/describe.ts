import type { Answer } from '../answer.ts';
import type { Pattern } from '../pattern/pattern.ts';
import type { ObjectState } from '../world/objectState.ts';

/** The answers that a pattern allows, in words: `409 Conflict / ObjectIsDeletedButRecoverable`. */
export function describePattern(pattern: Pattern): string {
  const status = pattern.status.length > 3 ? '4xx' : pattern.status.join(' or ');
  if (pattern.page) return `${status} with a list of versions`;
  if (pattern.blob) return `${status} with a backup blob`;
  if (pattern.object) return `${status} with the object`;
  const { codes, inner } = pattern.refusal ?? {};
  const code = codes ? ` ${codes.join(' or ')}` : '';
  return `${status}${code}${inner && inner !== 'none' ? ` / ${inner.join(' or ')}` : ''}`;
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
