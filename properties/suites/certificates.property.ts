import { describe } from 'vitest';
import { itShouldConform } from './testing/itShouldConform.ts';

describe('certificates', () => {
  itShouldConform('certificate', ['walk', 'lives', 'boundaries', 'uniform']);
});
