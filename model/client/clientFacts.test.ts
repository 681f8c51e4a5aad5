import { describe, expect, it } from 'vitest';
import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import { type ClientCall, clientFacts, type SideCall } from './clientFacts.ts';

const LIBRARY = { library: '@azure/keyvault-secrets', outcome: 'what it said' };

function command(op: 'delete' | 'recover' | 'purge' | 'get' | 'getDeleted'): Command {
  return { op, kind: 'secret', vault: 'v', name: 'a' };
}

function answer(status: number, fields?: { readonly recoveryId: string }): Answer {
  return { status, oddities: [], ...(fields && { object: { name: 'a', fields } }) };
}

function look(op: 'get' | 'getDeleted', status: number): SideCall {
  return { command: command(op), answer: answer(status) };
}

function call(op: 'delete' | 'recover' | 'purge', more: Partial<ClientCall>): ClientCall {
  return { command: command(op), answer: answer(200), client: LIBRARY, before: [], after: [], ...more };
}

const DELETED = answer(200, { recoveryId: 'deletedsecrets/a' });
const DONE = { ...LIBRARY, poller: 'done' } as const;
const WAITS = { ...LIBRARY, poller: 'waits' } as const;
const LEFT_OUT = { ...DONE, overRest: true } as const;

describe('what a client library does around a call', () => {
  it.each<[string, ClientCall]>([
    ['AS-07', call('delete', { answer: DELETED, after: [look('getDeleted', 200)], client: DONE })],
    ['AS-07', call('delete', { answer: DELETED, after: [look('getDeleted', 403)], client: DONE })],
    ['AS-07', call('delete', { answer: DELETED, after: [look('getDeleted', 404)], client: WAITS })],
    ['AS-07', call('delete', { answer: DELETED, after: [look('getDeleted', 400)] })],
    ['AS-07', call('delete', { client: DONE })],
    ['AS-08', call('recover', { before: [look('get', 404)], after: [look('get', 403)], client: DONE })],
    ['AS-08', call('recover', { before: [look('get', 404)], after: [look('get', 404)], client: WAITS })],
    ['AS-09', call('recover', { before: [look('get', 404)], after: [look('get', 200)], client: DONE })],
    ['AS-09', call('recover', { before: [look('get', 200)], answer: answer(404), client: LEFT_OUT })],
    ['AS-10', call('purge', { answer: answer(204) })],
  ])('should show %s kept', (rule, made) => {
    expect(clientFacts(made).kept).toContain(rule);
    expect(clientFacts(made).broken).toEqual([]);
  });

  it.each<[string, ClientCall]>([
    ['AS-07', call('delete', { answer: DELETED, after: [look('getDeleted', 404)], client: DONE })],
    ['AS-07', call('delete', { answer: DELETED, after: [look('getDeleted', 403)], client: WAITS })],
    ['AS-07', call('delete', { answer: DELETED, client: DONE })],
    ['AS-07', call('delete', { after: [look('getDeleted', 200)], client: DONE })],
    ['AS-08', call('recover', { before: [look('get', 404)], after: [look('get', 403)], client: WAITS })],
    ['AS-09', call('recover', { after: [look('get', 200)], client: DONE })],
    ['AS-09', call('recover', { before: [look('get', 200)], after: [look('get', 200)], client: DONE })],
    ['AS-10', call('purge', { answer: answer(204), after: [look('getDeleted', 404)] })],
  ])('should show %s broken', (rule, made) => {
    expect(clientFacts(made).broken).toEqual([rule]);
  });

  it('should show nothing where the library sent nothing, or where nothing came back', () => {
    const lost = { lost: 'timeout', detail: 'no answer' } as const;
    const calls = [
      call('delete', { client: { ...LIBRARY, overRest: true } }),
      call('recover', { client: { ...LIBRARY, overRest: true } }),
      call('purge', { answer: answer(403) }),
      call('delete', { answer: lost }),
      call('delete', { answer: DELETED, after: [{ command: command('getDeleted'), answer: lost }] }),
    ];
    for (const made of calls) expect(clientFacts(made)).toEqual({ kept: [], broken: [] });
  });
});
