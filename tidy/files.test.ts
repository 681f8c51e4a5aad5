import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './sourceFiles.ts';

const LONGEST = 300;
const CODE = sourceFiles(/\.ts$/);
const TEXTS = sourceFiles(/\.(ts|md|json|py|go|mod|sum|txt|ya?ml)$|^\.ci\/run$/);

/** The lines of files in which something stands, as `path:line`. */
function places(files: typeof CODE, what: RegExp): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (what.test(line) ? [`${path}:${at + 1}`] : [])),
  );
}

describe('the files of the project', () => {
  it('should be found', () => {
    expect(CODE.length).toBeGreaterThan(500);
  });

  it(`should have at most ${LONGEST} lines`, () => {
    const long = CODE.filter(({ text }) => text.trimEnd().split('\n').length > LONGEST);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('should be named in camel case after what is in them', () => {
    const named = /^([a-z][A-Za-z0-9]*\.)+ts$/;
    const names = CODE.map(({ path }) => [path, path.split('/').at(-1) ?? '']);
    expect(names.filter(([, name = '']) => !named.test(name))).toEqual([]);
    expect(names.filter(([, name = '']) => /^(utils?|helpers?|misc|common)\./i.test(name))).toEqual([]);
  });

  it('should leave no hole in the types, no test out, and nothing for later', () => {
    // Written so that this line is not found itself.
    const marks = ['@ts-ignor[e]', '@ts-expect-erro[r]', '\\.onl[y]\\(', '\\.tod[o]\\('];
    const unfinished = ['\\bTOD[O]\\b', '\\bFIXM[E]\\b', '\\bHAC[K]\\b', '\\bXX[X]\\b'];
    expect(places(CODE, new RegExp([...marks, ...unfinished].join('|')))).toEqual([]);
  });

  it('should not know the machine that they were written on', () => {
    const homes = /(?<![\w./-])\/(?:root|home|Users|work)\/\w/;
    expect(places(TEXTS, homes)).toEqual([]);
    const lock = sourceFiles(/^package-lock\.json$/);
    expect(lock).toHaveLength(1);
    expect(places(lock, /"resolved": "https?:/)).toEqual([]);
  });

  it('should link to what is there', () => {
    const pages = sourceFiles(/\.md$/);
    const links = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, to = '']) => ({ path, to })),
    );
    expect(links.length).toBeGreaterThan(0);
    expect(
      links.filter(
        ({ path, to }) => !existsSync(new URL(`../${posix.dirname(path)}/${to}`, import.meta.url)),
      ),
    ).toEqual([]);
  });
});
