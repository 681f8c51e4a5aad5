import { describe } from 'vitest';
import { itShouldConform } from './testing/itShouldConform.ts';

describe('keys', () => {
  itShouldConform('key', ['walk', 'lives', 'boundaries', 'uniform']);
});
