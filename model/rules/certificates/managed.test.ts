import { describe, expect, it } from 'vitest';
import { inWords } from '../../testing/allowed.ts';
import { callOf, commandOf } from '../../testing/calls.ts';
import { CONTENT, DELETED } from '../../testing/states.ts';
import { managedBy } from './managed.ts';
import { ownedRefusal } from './ownedRefusal.ts';

const DELETE = commandOf({ op: 'delete', name: 'a' });

describe('managedBy', () => {
  it('should know by the field, or by the certificate that was seen to own it', () => {
    expect(managedBy(callOf(DELETE), CONTENT, { managed: true })).toBe('yes');
    expect(managedBy(callOf(DELETE), { ...CONTENT, owned: true }, undefined)).toBe('yes');
    expect(managedBy(callOf(DELETE, { service: true }), CONTENT, { managed: null })).toBe('no');
  });

  it('should not know of an object in a recording whose making was not seen', () => {
    expect(managedBy(callOf(DELETE, { service: true }), CONTENT, {})).toBe('maybe');
    expect(managedBy(callOf(DELETE), CONTENT, undefined)).toBe('no');
  });
});

describe('ownedRefusal', () => {
  it('should allow the refusal of what a certificate owns, and of nothing else', () => {
    const owned = { ...DELETED, content: { ...DELETED.content, owned: true } };
    expect(ownedRefusal(callOf(DELETE), owned).map(inWords)).toEqual([
      '403 Forbidden / SecretManagedByKeyVault > deleted',
    ]);
    expect(ownedRefusal(callOf(DELETE), DELETED)).toEqual([]);
  });
});
