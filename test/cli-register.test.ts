import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, sayso, scratch } from './support/cli.ts';

const room = scratch();
afterAll(() => room.remove());
const at = (...parts: string[]) => join(room.dir, ...parts);
function write(name: string, text: string): string {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
  return at(name);
}

const HEAD =
  'what: Bodies of the valley\nsource: public statements\nlicence: CC0-1.0\ndate: "2024-05-30"\nentries:\n';
const GUARD =
  '  - {id: group/valley-guard, name: Karmani Valley Guard, kind: armed-group, en: [KVGF], ar: [حرس وادي كرمان], source: its own statements}\n';
const LATE =
  '  - {id: person/ilyas-darwan, name: Ilyas Darwan, kind: person, roles: [{role: spokesman, of: group/valley-guard, from: "2023-02-01", until: "2022-02-01"}], source: x}\n';
const RADIO =
  '  - {id: media/valley-radio, name: Karmani Valley Radio, kind: media, partyLine: {party: group/valley-guard, source: "its licence of 2023; it disputes it"}, source: x}\n';
const PLACES = `${HEAD}  - {name: Karmzayit crossing, type: crossing, aliases: [Karmzayit], arabic: [معبر كرمزيت], country: SY, admin1: "12", lat: 35.91, lon: 36.62, radiusKm: 2, sensitive: false, line: null, source: own visit}\n`;
/** Two lines of a GeoNames dump, one of them broken. */
const DUMP = ['35.93', '95.93']
  .map(
    (lat, i) =>
      `7700000${i}\tQaryat Zimrun${i}\tQaryat Zimrun${i}\tقرية زمرون\t${lat}\t36.60\tP\tPPL\tSY\t\t12\t\t\t\t420\t\t300\tAsia/Damascus\t2024-01-01`,
  )
  .join('\n');

describe('register check', () => {
  it('finds no fault in what ships', () => {
    const done = sayso(['register', 'check']);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toMatch(
      /^\d+ files with [\d,]+ entries: sorted, unique, licensed and dated; no fault\.\n$/,
    );
  });

  it('knows a file that ships for itself, wherever it stands', () => {
    expect(sayso(['register', 'check', 'data/shared/actors/groups.yaml'])).toMatchObject({
      code: 0,
      err: '',
    });
  });

  it.each([
    [
      'an alias of another entry',
      HEAD + GUARD.replace('KVGF', 'Hamas'),
      /bad\.yaml:6: "Hamas" of group\/valley-guard also names group\/hamas/,
    ],
    [
      'a role that ends before it begins',
      HEAD + GUARD + LATE,
      /bad\.yaml:7: .*ends before it begins: "until" is the first day/,
    ],
    [
      'an unknown code of a kind',
      HEAD + GUARD.replace('armed-group', 'militia'),
      /bad\.yaml:6: entries\.0\.kind: Invalid option/,
    ],
    [
      'an unknown code of a country',
      PLACES.replace('country: SY', 'country: XX'),
      /bad\.yaml:6: .*no country has the code XX/,
    ],
    [
      'a broken coordinate',
      PLACES.replace('35.91', '135.91'),
      /bad\.yaml:6: entries\.0\.lat: a latitude lies from -90 to 90/,
    ],
    ['entries out of order', HEAD + RADIO + GUARD, /bad\.yaml:7: .*does not come after/],
    [
      'no licence',
      HEAD.replace(/licence.*\n/, '') + GUARD,
      /bad\.yaml:\d: licence: .*a register opens with what, source, licence and date/,
    ],
  ])('names file and line of %s, with exit code 5', (_, text, fault) => {
    const done = sayso(['register', 'check', write('bad.yaml', text)]);
    expect(done.err).toMatch(fault);
    expect(done.code).toBe(5);
    expect(done.out).toMatch(/1 fault/);
  });

  it('prints faults as JSON', () => {
    const done = sayso(['register', 'check', '--json', write('bad.yaml', HEAD + GUARD + LATE)]);
    expect(JSON.parse(done.out)).toMatchObject({ files: 1, entries: 1, faults: [{ line: 7 }] });
  });

  it('is bad usage without its file, or without a command', () => {
    expect(sayso(['register', 'check', at('nowhere.yaml')])).toMatchObject({ code: 2 });
    expect(sayso(['register', 'whom']).code).toBe(2);
  });
});

describe('the build', () => {
  beforeAll(() => {
    for (const folder of ['actors', 'places'])
      cpSync(join(ROOT, 'data/shared', folder), at('data/shared', folder), { recursive: true });
  });
  const build = () => {
    const done = spawnSync(process.execPath, [join(ROOT, 'dist/lexicon/compile.js'), 'data', at('out')], {
      cwd: room.dir,
      encoding: 'utf8',
    });
    return { code: done.status, err: done.stderr };
  };
  const wrong = (what: string, name: string, text: string, fault: RegExp) => ({ what, name, text, fault });

  it.each([
    wrong(
      'an alias of another file',
      'actors/zz',
      HEAD + GUARD.replace('KVGF', 'Hamas'),
      /^data\/shared\/actors\/zz\.yaml:6: "Hamas" of/,
    ),
    wrong(
      'a role that ends before it begins',
      'actors/zz',
      HEAD + GUARD + LATE,
      /^data\/shared\/actors\/zz\.yaml:7: /,
    ),
    wrong(
      'a parent that is not there',
      'actors/zz',
      HEAD + GUARD.replace(', source', ', parent: group/nobody, source'),
      /^data\/shared\/actors\/zz\.yaml:6: .*group\/nobody, which the register lacks/,
    ),
    wrong(
      'an unknown code',
      'places/theatre-zz',
      PLACES.replace('"12"', '"99"'),
      /^data\/shared\/places\/theatre-zz\.yaml:6: .*SY has no division 99/,
    ),
    wrong(
      'a broken coordinate',
      'places/theatre-zz',
      PLACES.replace('35.91', '.nan'),
      /^data\/shared\/places\/theatre-zz\.yaml:6: entries\.0\.lat/,
    ),
  ])('fails on $what, with file and line', { timeout: 60_000 }, ({ name, text, fault }) => {
    const file = write(`data/shared/${name}.yaml`, text);
    const { code, err } = build();
    writeFileSync(file, HEAD + GUARD);
    expect(err).toMatch(fault);
    expect(code).toBe(5);
  });
});

describe('register who', () => {
  it('says whom a name means, by which rule, and who held roles on the day', () => {
    const done = sayso(['register', 'who', 'MaT', '--date', '2022-06-16']);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toMatch(/^Maghawir al-Thawra {2}group\/mat {2}armed-group\n {2}matched +alias: MaT/);
  });

  it('gives the same as JSON', () => {
    const [found] = JSON.parse(sayso(['register', 'who', 'SANA', '--json']).out).found;
    expect(found).toMatchObject({
      rule: 'alias',
      matched: 'SANA',
      chain: expect.any(Array),
      source: expect.any(String),
    });
  });

  it('offers what is near, or says that nothing is', () => {
    expect(sayso(['register', 'who', 'Hezbolax']).out).toMatch(
      /No entry of the register is called "Hezbolax"\.\nNear it: .*Hezbollah/,
    );
    const none = sayso(['register', 'who', 'Zzyqxw']);
    expect(none).toMatchObject({ code: 0, err: '' });
    expect(none.out).toMatch(/Nothing is spelt like it either\./);
  });

  it('looks into a file of the user’s own without keeping it', () => {
    const file = write('mine.yaml', HEAD + GUARD + RADIO + LATE);
    const done = sayso(['register', 'who', 'Karmani Valley Radio', '--register', file]);
    expect(done.code).toBe(3);
    expect(done.err).toMatch(/^set aside: .*mine\.yaml:8: .*ends before it begins/);
    expect(done.out).toMatch(
      /party line +Karmani Valley Guard \(group\/valley-guard\), says: its licence of 2023; it disputes it/,
    );
  });

  it.each([
    [['who', ' ']],
    [['who', 'MaT', '--date', '2022-02-31']],
    [['who', 'MaT', '--register', 'nowhere.yaml']],
    [['where', 'Homs', '--country', 'XX']],
    [['who', 'x'.repeat(1000)]],
  ])('is bad usage: %o', (args) => {
    expect(sayso(['register', ...args]).code).toBe(2);
  });
});

describe('register where', () => {
  it('gives point, division, class, people and source', () => {
    const done = sayso(['register', 'where', 'Mayadeen', '--country', 'sy']);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toMatch(
      /^al-Mayadin {2}city \(PPLA2\), [\d,]+ people\n[\s\S]*in +Deir ez-Zor, SY\n {2}point +35\.\d+, 40\.\d+, good to [\d.]+ km\n {2}source +GeoNames, CC BY 4\.0, id 173480/,
    );
  });

  it('marks what is sensitive', () => {
    expect(sayso(['register', 'where', 'Ain al-Hilweh']).out).toMatch(
      /sensitive +leaves Sayso at the division/,
    );
    const { places } = JSON.parse(sayso(['register', 'where', 'Ain al-Hilweh', '--json']).out);
    expect(places).toContainEqual(expect.objectContaining({ sensitive: true, featureCode: 'camp' }));
  });

  it('says that there is none', () => {
    expect(sayso(['register', 'where', 'Zzyqxw'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^No place of the gazetteer is called "Zzyqxw"/),
    });
  });
});

describe('registers and places of one’s own', () => {
  const own = at('own');
  const run = (...args: string[]) => sayso(args, { own });

  it('a register: rows with faults are set aside, the rest is loaded by every command', () => {
    const added = run('register', 'add', write('valley.yaml', HEAD + GUARD + RADIO + LATE));
    expect(added.code).toBe(3);
    expect(added.err).toMatch(/^set aside: .*valley\.yaml:8: .*ends before it begins/);
    expect(added.out).toMatch(/^2 entries added as .*own\/registers\/valley\.yaml, 1 fault named above\.\n/);
    const text = 'Fighters of the Karmani Valley Guard left the town, Karmani Valley Radio said.';
    const row = sayso(['annotate'], { own, input: `${JSON.stringify({ id: '1', text, language: 'en' })}\n` });
    expect(row.err).toMatch(/^set aside: .*registers\/valley\.yaml:8/);
    expect(JSON.stringify(JSON.parse(row.out).mentions)).toContain('group/valley-guard');
  });

  it('a register without a row that stands is refused, and nothing is written', () => {
    const done = run('register', 'add', write('late.yaml', HEAD + LATE));
    expect(done).toMatchObject({ code: 5, out: '' });
    expect(done.err).toMatch(/late\.yaml:6: /);
    expect(existsSync(join(own, 'registers/late.yaml'))).toBe(false);
  });

  it('places in the format of ours', () => {
    expect(run('register', 'add', write('places.yaml', PLACES))).toMatchObject({ code: 0, err: '' });
    expect(run('register', 'where', 'معبر كرمزيت').out).toMatch(
      /^Karmzayit crossing {2}feature \(crossing\)[\s\S]*in +Idlib, SY[\s\S]*point +35\.91, 36\.62/,
    );
  });

  it('a dump of GeoNames: bad rows are counted with their lines, the licence is printed', () => {
    const done = run('gazetteer', 'add', write('SY.txt', DUMP));
    expect(done.code).toBe(3);
    expect(done.err).toMatch(/^set aside: .*SY\.txt:2: the latitude "95\.93" is none/);
    expect(done.out).toMatch(
      /^1 place added as .*own\/gazetteer\/SY\.bin, 1 record set aside\nLicence: GeoNames .*CC BY 4\.0\n/,
    );
    expect(run('register', 'where', 'Qaryat Zimrun0').out).toMatch(
      /^Qaryat Zimrun0 {2}city \(PPL\), 420 people[\s\S]*id 77000000/,
    );
  });

  it('records of Who’s On First', () => {
    const feature = {
      type: 'Feature',
      properties: {
        'wof:id': 1,
        'wof:name': 'Hara Zimruna',
        'wof:placetype': 'neighbourhood',
        'wof:country': 'SY',
        'geom:latitude': 35.9,
        'geom:longitude': 36.6,
      },
    };
    write('wof/1.geojson', JSON.stringify(feature));
    write('wof/2.geojson', '{');
    const done = run('gazetteer', 'add', at('wof'));
    expect(done.code).toBe(3);
    expect(done.err).toMatch(/wof\/2\.geojson:1: is no JSON/);
    expect(done.out).toMatch(/Licence: Who's On First/);
    expect(run('register', 'where', 'Hara Zimruna').out).toMatch(/feature \(neighbourhood\)/);
  });

  it('a place that ours holds stays one place', () => {
    const [ours] = JSON.parse(
      sayso(['register', 'where', 'Palmyra', '--country', 'SY', '--json']).out,
    ).places;
    const homs = DUMP.split('\n')[0]!.split('\t');
    homs[0] = String(ours.geonameId);
    homs[1] = homs[2] = 'Palmyra';
    homs[3] = 'Zimrunapolis';
    run('gazetteer', 'add', write('own-palmyra.txt', homs.join('\t')));
    const found = (name: string) =>
      JSON.parse(run('register', 'where', name, '--json', '--country', 'SY').out).places;
    expect(found('Palmyra')).toHaveLength(1);
    expect(found('Zimrunapolis')).toMatchObject([{ geonameId: ours.geonameId, lat: ours.lat }]);
  });

  it('the doctor lists them, and what is set aside', () => {
    const done = run('doctor', '--workspace', at('none'));
    expect(done.code).toBe(5);
    expect(done.out).toMatch(/ok {3}own register valley\.yaml: 2 entries, licence CC0-1\.0/);
    expect(done.out).toMatch(/ok {3}own register SY\.bin: 1 entry, licence GeoNames/);
    expect(done.out).toMatch(/BAD {2}own register, set aside: .*valley\.yaml:8/);
    writeFileSync(join(own, 'gazetteer/SY.bin'), 'no table');
    expect(run('doctor', '--workspace', at('none')).out).toMatch(
      /BAD {2}own register, set aside: .*SY\.bin: is damaged/,
    );
    expect(run('register', 'where', 'Homs').err).toMatch(/^set aside: .*SY\.bin: is damaged/);
  });
});

it('the table of docs/registers.md is made from the data as it stands', () => {
  const done = spawnSync(process.execPath, [join(ROOT, 'scripts/register-table.mjs'), '--check'], {
    encoding: 'utf8',
  });
  expect(done.stderr).toBe('');
  expect(done.status).toBe(0);
  expect(readFileSync(join(ROOT, 'docs/registers.md'), 'utf8')).toMatch(/entries of actors/);
});
