import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Token } from '../doc/index.ts';
import type { ActorHeads } from './actor-schema.ts';
import { actorRegister, NAMES, registerNames } from './actors.ts';
import { checkDataFile } from './compile.ts';
import type { LexiconSource } from './source.ts';

const FOLDER = new URL('../../data/shared/actors/', import.meta.url);
const files = readdirSync(FOLDER).filter((f) => f.endsWith('.yaml'));
const read = (f: string): string => readFileSync(new URL(f, FOLDER), 'utf8');
const source: LexiconSource = {
  json: Object.fromEntries(files.map((f) => [`shared/actors/${f.slice(0, -5)}`, parse(read(f))])),
  buffers: {},
};
const register = actorRegister(source);

/** A crude stand-in for the tokeniser: words that hyphens and dots join, one sentence. */
function tokens(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}.-]*[\p{L}\p{N}\p{M}])?|[^\s]/gu)].map(
    (m) => ({
      start: m.index,
      end: m.index + m[0].length,
      kind: /^[\p{L}\p{N}\p{M}]/u.test(m[0]) ? 'word' : 'punctuation',
      sentence: 0,
    }),
  );
}
const found = (text: string): [string, string | undefined, string][] =>
  register.match(text, tokens(text)).map((h) => [text.slice(h.start, h.end), h.ids[0], h.kind]);

describe('the register', () => {
  it.each(files)('%s fits its schema', (file) => {
    expect(() => checkDataFile(`data/shared/actors/${file}`, read(file))).not.toThrow();
  });

  it('holds at least 250 entries', () => {
    expect(register.ids.length).toBeGreaterThanOrEqual(250);
  });

  it('names file and line of an entry out of order', () => {
    const text = `what: x\nsource: x\nlicence: x\ndate: "2026-01-01"\nentries:\n  - {id: group/b, name: Bravo band, kind: armed-group, source: x}\n  - {id: group/a, name: Alpha band, kind: armed-group, source: x}\n`;
    expect(() => checkDataFile('data/shared/actors/x.yaml', text)).toThrow(
      /x\.yaml:7: .*does not come after/,
    );
  });

  it('refuses a name of two entries that do not say so', () => {
    const text = `what: x\nsource: x\nlicence: x\ndate: "2026-01-01"\nentries:\n  - {id: group/a, name: Alpha band, kind: armed-group, source: x}\n  - {id: group/b, name: Bravo band, kind: armed-group, en: [Alpha Band], source: x}\n`;
    expect(() => checkDataFile('data/shared/actors/x.yaml', text)).toThrow(
      /x\.yaml:7: .*also names group\/a/,
    );
  });
});

describe('the buffer of names', () => {
  const buffers = { [NAMES]: registerNames(source) };

  it('gives what the register without it gives', () => {
    const text = 'The U.S. said Syrian troops left Damascus, SANA reported. وقالت وكالة سانا';
    const packed = actorRegister({ json: source.json, buffers });
    expect(packed.match(text, tokens(text))).toEqual(register.match(text, tokens(text)));
  });

  it('is refused beside another register', () => {
    const { 'shared/actors/people': _, ...json } = source.json;
    expect(() => actorRegister({ json, buffers })).toThrow(/does not fit the register: run "npm run build"/);
  });

  it.each(['shared/actors/people', 'shared/actors/states'])('is not made of %s twice', (file) => {
    const json = { ...source.json, 'shared/actors/z': source.json[file] };
    expect(() => registerNames({ json, buffers: {} })).toThrow(/stands in .* too/);
  });
});

describe('match', () => {
  it.each([
    [
      'Talks between the SDF and Ankara failed.',
      [
        ['SDF', 'group/sdf', 'armed-group'],
        ['Ankara', 'state/tr', 'location'],
      ],
    ],
    ['He told us nothing.', []],
    ['The US said so.', [['US', 'state/us', 'location']]],
    ['The U.S. said so.', [['U.S.', 'state/us', 'location']]],
    [
      'Turkish troops and Israeli warplanes',
      [
        ['Turkish troops', 'mil/tr', 'state-military'],
        ['Israeli warplanes', 'mil/il-air-force', 'state-military'],
      ],
    ],
    ['Hayat Tahrir ash-Sham denied it', [['Hayat Tahrir ash-Sham', 'group/hts', 'armed-group']]],
    [
      'the Syrian Arab Army (SAA)',
      [
        ['Syrian Arab Army', 'mil/sy-saa', 'state-military'],
        ['SAA', 'mil/sy-saa', 'state-military'],
      ],
    ],
    [
      'Damascus, SANA reported',
      [
        ['Damascus', 'state/sy', 'location'],
        ['SANA', 'media/sana', 'media'],
      ],
    ],
    ['fried turkey and a jordan', []],
    ['Syrian refugees', [['Syrian', 'state/sy', 'other']]],
  ])('reads "%s"', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    [
      'وقالت وكالة سانا إن الجيش السوري تقدم',
      [
        ['وكالة سانا', 'media/sana', 'media'],
        ['الجيش السوري', 'mil/sy-saa', 'state-military'],
      ],
    ],
    [
      'هجوم لداعش وقسد',
      [
        ['داعش', 'group/isis', 'armed-group'],
        ['قسد', 'group/sdf', 'armed-group'],
      ],
    ],
    ['للتحالف الدولي', [['لتحالف الدولي', 'coalition/cjtf-oir', 'state-military']]],
    ['والقوات التركية', [['القوات التركية', 'mil/tr', 'state-military']]],
  ])('reads "%s"', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('does not run on over a comma', () => {
    expect(found('in Syrian, army depots').map((f) => f[0])).toEqual(['Syrian']);
  });

  it('runs every example and counter-example of the heads', () => {
    for (const head of (source.json['shared/actors/actor-heads'] as ActorHeads).heads) {
      for (const text of head.examples)
        expect(
          found(text).map((f) => f[0]),
          head.id,
        ).toEqual([text]);
      for (const text of head.not)
        expect(
          found(text).map((f) => f[0]),
          head.id,
        ).not.toContain(text);
    }
  });
});

describe('bodies', () => {
  it('follows a spokesman to the body', () => {
    expect(register.body('person/dmitry-peskov')).toBe('state/ru');
    expect(register.body('gov/us-dod')).toBe('mil/us');
    expect(register.body('monitor/sohr')).toBe('monitor/sohr');
  });

  it('gives a party line with its source', () => {
    expect(register.partyLine('media/sana')).toEqual({ party: 'state/sy', source: 'state news agency' });
    expect(register.partyLine('media/reuters')).toBeNull();
  });
});
