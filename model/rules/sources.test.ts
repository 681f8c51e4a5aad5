import { describe, expect, it } from 'vitest';
import { CONTRADICTIONS } from '../contradictions.ts';
import { CATALOGUE } from './catalogue.ts';
import { describeSource, SOURCES } from './sources.ts';

describe('describeSource', () => {
  it('should give the title, the place and the path of a document', () => {
    expect(describeSource('SDO §Purge protection')).toBe(
      'Key Vault documents, soft-delete overview: §Purge protection ' +
        '(github.com/MicrosoftDocs/azure-security-docs, articles/key-vault/general/soft-delete-overview.md)',
    );
  });

  it('should do without a place', () => {
    expect(describeSource('RCAT')).toBe('Catalogue of Azure role definitions (azure-rbac-catalog.org)');
  });

  it('should understand an abbreviation with a hyphen', () => {
    expect(describeSource('TSP-S examples')).toMatch(
      /^Key Vault REST specification, data plane, secrets: examples /,
    );
  });

  it('should give the address of a public issue', () => {
    expect(describeSource('GH Azure/azure-cli#29115')).toBe(
      'public issue https://github.com/Azure/azure-cli/issues/29115',
    );
  });

  it('should keep the remark on a public issue', () => {
    expect(describeSource('GH Azure/azure-cli#29115 (rival reading)')).toBe(
      'public issue https://github.com/Azure/azure-cli/issues/29115 (rival reading)',
    );
  });

  it('should say in words what a recording shows', () => {
    expect(describeSource('RECORDINGS purge while deleting: 2,099 answers')).toMatch(
      /^recorded traffic of the service, 2015-2026: purge while deleting: 2,099 answers \(/,
    );
  });

  it('should refuse an unknown abbreviation', () => {
    expect(() => describeSource('XYZ §Nowhere')).toThrow("'XYZ §Nowhere'");
    expect(() => describeSource('constructor of all')).toThrow('unknown abbreviation');
  });

  it('should refuse an issue without repository or number', () => {
    expect(() => describeSource('GH azure-cli 29115')).toThrow("write 'GH owner/repository#number'");
    expect(() => describeSource('GH')).toThrow("write 'GH owner/repository#number'");
  });
});

describe('the sources', () => {
  it('should all be cited', () => {
    const readings = CONTRADICTIONS.flatMap((contradiction) => contradiction.readings);
    const cited = [...CATALOGUE, ...readings].flatMap(({ sources }) =>
      sources.map((source) => source.split(' ')[0]),
    );
    expect(Object.keys(SOURCES).filter((abbreviation) => !cited.includes(abbreviation))).toEqual([]);
  });
});
