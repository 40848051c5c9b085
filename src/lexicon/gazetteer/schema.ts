import { z } from 'zod';

const names = z.array(z.string().min(1));
const degree = z.number().min(-180).max(180);

export const CountriesFile = z.object({
  entries: z
    .array(
      z.object({
        code: z.string().regex(/^[A-Z]{2}$/),
        name: z.string().min(1),
        aliases: names,
        arabic: names,
        demonyms: names,
        arabicDemonyms: names,
        capital: z.string().nullable(),
        lat: degree,
        lon: degree,
      }),
    )
    .min(1),
});
export type CountryRow = z.infer<typeof CountriesFile>['entries'][number];

export const Admin1File = z.object({
  entries: z
    .array(
      z.object({
        country: z.string().regex(/^[A-Z]{2}$/),
        /** The admin-1 code of GeoNames, unique in its country. */
        code: z.string().min(1),
        name: z.string().min(1),
        aliases: names,
        lat: degree.nullable(),
        lon: degree.nullable(),
      }),
    )
    .min(1),
});
export type Admin1Row = z.infer<typeof Admin1File>['entries'][number];

export const FEATURE_TYPES = [
  'airport',
  'area',
  'base',
  'camp',
  'continent',
  'crossing',
  'field',
  'highway',
  'hospital',
  'neighbourhood',
  'prison',
  'river',
  'sea',
  'site',
] as const;

export const TheatreFile = z.object({
  entries: z
    .array(
      z.object({
        name: z.string().min(1),
        type: z.enum(FEATURE_TYPES),
        aliases: names,
        arabic: names,
        country: z.string().nullable(),
        admin1: z.string().nullable(),
        lat: degree.nullable(),
        lon: degree.nullable(),
        radiusKm: z.number().positive(),
        sensitive: z.boolean(),
        /** A rough course, [longitude, latitude] each, for rivers and roads. */
        line: z.array(z.tuple([degree, degree])).nullable(),
        source: z.string().min(1),
      }),
    )
    .min(1),
});
export type TheatreRow = z.infer<typeof TheatreFile>['entries'][number];

export const PreferredFile = z.object({
  entries: z
    .array(
      z.object({
        /** GeoNames id of the town. */
        id: z.number().int().positive(),
        name: z.string().min(1),
        aliases: names,
      }),
    )
    .min(1),
});
export type PreferredRow = z.infer<typeof PreferredFile>['entries'][number];

/** [state, FIPS county code, name] */
export const CountiesFile = z.object({
  entries: z.array(z.tuple([z.string(), z.string(), z.string()])).min(1),
});
