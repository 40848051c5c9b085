import { describe, expect, it } from 'vitest';
import type { ActorEntry } from './actor-schema.ts';
import { actorSounds } from './actor-sounds.ts';

const entry = (id: string, name: string, ar: readonly string[]): ActorEntry => ({
  id,
  name,
  kind: 'armed-group',
  ar: [...ar],
  source: 'test',
});
const soundsLike = actorSounds([
  entry('group/salt', 'Maghawir al-Milh', ['مغاوير الملح']),
  entry('group/rain', 'Rain Guard', ['حرس المطر']),
  entry('group/one', 'Katibat al-Qamar', ['كتيبة القمر']),
  entry('group/two', 'Kataib al-Qamar', ['كتيبة القمر']),
]);

describe('actorSounds', () => {
  it.each([['Maghaweir al-Melh'], ['Mughawir Almilh'], ['Maghawir-e Milh']])('finds %s', (name) =>
    expect(soundsLike(name)).toBe('group/salt'),
  );

  it.each([
    ['one word', 'Maghawirmilh'],
    ['two of one sound', 'Katibat al-Kamar'],
    ['other consonants', 'Maghawir al-Bahr'],
    ['no romanisation of the register', 'Hors ol-Mitr'],
    ['a sentence', 'Maghawir '.repeat(20)],
  ])('leaves %s', (_, name) => expect(soundsLike(name)).toBeNull());
});
