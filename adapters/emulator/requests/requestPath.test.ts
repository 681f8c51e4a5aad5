import { expect, it } from 'vitest';
import { pathParts } from './requestPath.ts';

it.each<[string, string[]]>([
  ['/secrets/n?api-version=7.4', ['secrets', 'n']],
  ['//secrets/n/', ['secrets', 'n']],
  ['/secrets//', ['secrets']],
  ['/?x=/a/b', []],
  ['/secrets/a%20b%2Fc', ['secrets', 'a b/c']],
])('should read %s', (url, parts) => {
  expect(pathParts(url)).toEqual(parts);
});

it('should refuse what is not percent-encoded UTF-8', () => {
  for (const url of ['/secrets/%zz', '/secrets/%', '/secrets/%ff']) {
    expect(() => pathParts(url)).toThrow('The request URI is not valid.');
  }
});
