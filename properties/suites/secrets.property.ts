import { describe } from 'vitest';
import { itShouldConform } from './testing/itShouldConform.ts';

describe('secrets', () => {
  itShouldConform('secret', ['walk', 'lives', 'boundaries', 'uniform']);
});
