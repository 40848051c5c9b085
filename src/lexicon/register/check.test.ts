import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDataFile } from '../compile.ts';
import { faultText, openDataFile } from '../data-file.ts';
import { type Known, registerFaults } from './check.ts';
import { siftFile } from './own.ts';

const HEAD = 'what: x\nsource: x\nlicence: x\ndate: "2026-01-01"\nentries:\n';
const known: Known = {
  ids: new Map([['group/old', 'data/shared/actors/ours.yaml']]),
  owners: new Map([['a old band', 'group/old']]),
  countries: new Set(['SY']),
  admin1: new Set(['SY.12']),
};
const sift = (...rows: string[]) => {
  const { rows: left, faults } = siftFile('mine.yaml', HEAD + rows.map((r) => `  - ${r}\n`).join(''), known);
  return { left: left.length, faults: faults.map(faultText) };
};
const GOOD = '{id: group/good, name: Good band, kind: armed-group, source: x}';
const PLACE = (rest: string) =>
  `{name: Karm Zayit, type: base, aliases: [], arabic: [], country: SY, admin1: "12", radiusKm: 2, sensitive: false, line: null, source: x, ${rest}}`;

describe('a register of one’s own: rows with faults are set aside, the rest stands', () => {
  it.each([
    [
      'a name of ours',
      '{id: group/a, name: Old Band, kind: armed-group, source: x}',
      /^mine\.yaml:7: "Old Band" of group\/a also names group\/old: mark both/,
    ],
    [
      'an id of ours',
      '{id: group/old, name: Other, kind: armed-group, source: x}',
      /^mine\.yaml:7: group\/old stands in data\/shared\/actors\/ours\.yaml too/,
    ],
    [
      'a name given twice',
      '{id: group/a, name: A band, kind: armed-group, en: [AB, AB], source: x}',
      /^mine\.yaml:7: "AB" stands twice in group\/a/,
    ],
    [
      'an unknown kind',
      '{id: group/a, name: A band, kind: militia, source: x}',
      /^mine\.yaml:7: entries\.1\.kind: Invalid option: expected one of "person"/,
    ],
    [
      'an unknown link',
      '{id: group/a, name: A band, kind: armed-group, parent: group/odl, source: x}',
      /^mine\.yaml:7: group\/a points to group\/odl, which the register lacks: did you mean group\/old\?/,
    ],
    [
      'a role that ends before it begins',
      '{id: person/a, name: A One, kind: person, roles: [{role: head, from: "2022-05-01", until: "2022-04-30"}], source: x}',
      /^mine\.yaml:7: entries\.1\.roles\.0\.until: ends before it begins/,
    ],
    [
      'a role of no day',
      '{id: person/a, name: A One, kind: person, roles: [{role: head, from: "2022-05-01", until: "2022-05-01"}], source: x}',
      /ends before it begins/,
    ],
    [
      'a day that is none',
      '{id: group/a, name: A band, kind: armed-group, from: "2022-02-30", source: x}',
      /^mine\.yaml:7: entries\.1\.from: is no day of the calendar/,
    ],
    [
      'an unknown field',
      '{id: group/a, name: A band, kind: armed-group, colour: red, source: x}',
      /Unrecognized key: "colour"/,
    ],
    [
      'a part of itself',
      '{id: group/a, name: A band, kind: armed-group, parent: group/a, source: x}',
      /group\/a is part of itself/,
    ],
    ['no source', '{id: group/a, name: A band, kind: armed-group}', /^mine\.yaml:7: entries\.1\.source/],
  ])('%s', (_, row, fault) => {
    const { left, faults } = sift(GOOD, row);
    expect(left).toBe(1);
    expect(faults).toEqual([expect.stringMatching(fault)]);
  });

  it('what points at a row that went goes too', () => {
    const { left, faults } = sift(
      GOOD,
      '{id: group/a, name: A band, kind: militia, source: x}',
      '{id: group/b, name: B band, kind: armed-group, parent: group/a, source: x}',
    );
    expect(left).toBe(1);
    expect(faults).toHaveLength(2);
  });

  it('takes a name that others bear where it is marked', () => {
    expect(
      sift(
        '{id: group/a, name: A band, kind: armed-group, en: [{text: Old band, ambiguous: true}], source: x}',
      ),
    ).toEqual({ left: 1, faults: [] });
  });

  it.each([
    ['lat: 95.2, lon: 36', /^mine\.yaml:7: entries\.1\.lat: a latitude lies from -90 to 90/],
    ['lat: 35, lon: 361', /entries\.1\.lon: a longitude lies from -180 to 180/],
    ['lat: "35,2", lon: 36', /entries\.1\.lat: Invalid input: expected number/],
    ['lat: 35, lon: null', /entries\.1: has half a point/],
    ['lat: 35, lon: 36, country: XX', /Map keys must be unique/],
  ])('a place with %s', (point, fault) => {
    const { faults } = sift(PLACE('lat: 35, lon: 36').replace('Karm Zayit', 'Other'), PLACE(point));
    expect(faults).toEqual([expect.stringMatching(fault)]);
  });

  it('a place of an unknown country, of an unknown division, and one that stands twice', () => {
    const at = PLACE('lat: 35, lon: 36');
    const { left, faults } = sift(
      at,
      at.replace('country: SY', 'country: XX'),
      at.replace('"12"', '"99"'),
      at,
    );
    expect(left).toBe(1);
    expect(faults).toEqual([
      expect.stringMatching(/^mine\.yaml:7: "Karm Zayit": no country has the code XX/),
      expect.stringMatching(/^mine\.yaml:8: "Karm Zayit": SY has no division 99/),
      expect.stringMatching(/^mine\.yaml:8: .*stands in mine\.yaml:6 too/),
      expect.stringMatching(/^mine\.yaml:9: .*stands in mine\.yaml:6 too/),
    ]);
  });

  it.each([
    [
      'no header',
      'entries:\n  - {id: group/a, name: A band, kind: armed-group, source: x}\n',
      /^mine\.yaml:1: what: .*a register opens with what/,
    ],
    ['no YAML', 'what: [\n', /^mine\.yaml:2: /],
    [
      'no UTF-8',
      `${HEAD}  - {id: group/a, name: "A \ufffd", kind: armed-group, source: x}\n`,
      /^mine\.yaml:6: is not UTF-8/,
    ],
    ['no entries', 'what: x\nsource: x\nlicence: x\ndate: "2026-01-01"\n', /holds no register/],
    [
      'aliases that multiply',
      `a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n`,
      /^mine\.yaml:1: Excessive alias count/,
    ],
  ])('a file with %s is refused whole', (_, text, fault) => {
    const sifted = siftFile('mine.yaml', text, known);
    expect(sifted.kind).toBe(null);
    expect(faultText(sifted.faults[0]!)).toMatch(fault);
  });
});

describe('the build', () => {
  const open = (file: string, ...rows: string[]) => {
    const opened = openDataFile(file, HEAD + rows.map((r) => `  - ${r}\n`).join(''));
    if ('message' in opened) throw new Error(opened.message);
    return opened;
  };

  it('names file and line of a name that stands in two files', () => {
    const files = [
      open('data/shared/actors/a.yaml', GOOD),
      open(
        'data/shared/actors/b.yaml',
        '{id: group/b, name: Bravo, kind: armed-group, en: [Good Band], source: x}',
      ),
    ];
    expect(registerFaults(files).map(faultText)).toEqual([
      expect.stringMatching(
        /^data\/shared\/actors\/b\.yaml:6: "Good Band" of group\/b also names group\/good/,
      ),
    ]);
  });

  it('fails on a role that ends before it begins, at its line', () => {
    const text = `${HEAD}  - {id: person/a, name: A One, kind: person, roles: [{role: head, from: "2022", until: "2021"}], source: x}\n`;
    expect(() => checkDataFile('data/shared/actors/x.yaml', text)).toThrow(
      /x\.yaml:6: .*ends before it begins/,
    );
  });

  it('takes every theatre file for one, and wants it sorted', () => {
    const at = (name: string) => `  - ${PLACE('lat: 35, lon: 36').replace('Karm Zayit', name)}\n`;
    expect(() =>
      checkDataFile('data/shared/places/theatre-valley.yaml', HEAD + at('A') + at('B')),
    ).not.toThrow();
    expect(() => checkDataFile('data/shared/places/theatre-valley.yaml', HEAD + at('B') + at('A'))).toThrow(
      /:7: .*does not come after/,
    );
  });
});

it('the examples of the docs are registers without fault', () => {
  const text = readFileSync(new URL('../../../docs/registers.md', import.meta.url), 'utf8');
  const examples = [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map((m) => m[1]!);
  expect(examples.map((e) => siftFile('docs.yaml', e, known).kind)).toEqual(['actors', 'places']);
  for (const example of examples) expect(siftFile('docs.yaml', example, known).faults).toEqual([]);
});
