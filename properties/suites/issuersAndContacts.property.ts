import { describe } from 'vitest';
import { itShouldConform } from './testing/itShouldConform.ts';

describe('issuers of certificates', () => {
  itShouldConform('issuer', ['walk']);
});

describe('contacts for certificates', () => {
  itShouldConform('contacts', ['walk']);
});
