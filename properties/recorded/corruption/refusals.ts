import type { CorruptionGroup } from './corruption.ts';
import { another } from './fields.ts';
import { refusalOf, withValue } from './shownObjects.ts';

const CODES = ['Conflict', 'Forbidden', 'SecretNotFound', 'KeyNotFound', 'BadParameter', 'Throttled'];

/** What a refusal says (ER-01 to ER-21): each status and situation has its code, its inner code and its text. */
export const REFUSALS: CorruptionGroup = [
  {
    name: 'another error code',
    against: 'rule',
    corrupt: ({ exchange }, choices) => {
      const code = refusalOf(exchange)?.code;
      if (typeof code !== 'string') return undefined;
      return withValue(exchange, ['error', 'code'], another(choices, CODES, code));
    },
  },
  {
    name: 'no error code',
    against: 'rule',
    corrupt: ({ exchange }) =>
      refusalOf(exchange)?.code === undefined ? undefined : withValue(exchange, ['error', 'code'], undefined),
  },
  {
    name: 'an inner code where there is none',
    against: 'rule',
    corrupt: ({ exchange }, choices) => {
      const error = refusalOf(exchange);
      if (!error || error.innererror !== undefined) return undefined;
      const code = choices.pick(['ObjectIsBeingDeleted', 'SecretDisabled', 'ObjectIsDeletedButRecoverable']);
      return withValue(exchange, ['error', 'innererror'], { code });
    },
  },
  {
    name: 'another inner code, or none',
    against: 'rule',
    corrupt: ({ exchange }, choices) => {
      if (refusalOf(exchange)?.innererror === undefined) return undefined;
      // Only conflicts always had theirs: permissions got inner codes over the years.
      const inner = exchange.status === 409 ? choices.pick(['ForbiddenByPolicy', 'Unheard', '']) : 'Unheard';
      return withValue(exchange, ['error', 'innererror'], inner === '' ? undefined : { code: inner });
    },
  },
  {
    name: 'the text of another refusal',
    against: 'rule',
    corrupt: ({ exchange }) => {
      const message = refusalOf(exchange)?.message;
      // The text names the object that was asked for.
      if (typeof message !== 'string' || !/not found/i.test(message)) return undefined;
      return withValue(exchange, ['error', 'message'], message.replace(/:.*$/, ': another-name'));
    },
  },
  {
    name: 'no text',
    against: 'rule',
    corrupt: ({ exchange }) =>
      typeof refusalOf(exchange)?.message === 'string'
        ? withValue(exchange, ['error', 'message'], undefined)
        : undefined,
  },
  {
    name: 'a field beside the error',
    against: 'rule',
    corrupt: ({ exchange }) =>
      refusalOf(exchange) && exchange.plane === 'data' ? withValue(exchange, ['hint'], 'none') : undefined,
  },
];
