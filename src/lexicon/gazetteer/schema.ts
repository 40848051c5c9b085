import { z } from 'zod';

const LATITUDE = 'a latitude lies from -90 to 90';
const LONGITUDE = 'a longitude lies from -180 to 180';

const names = z.array(z.string().min(1));
/** Degrees, WGS 84. */
const latitude = z.number().min(-90, LATITUDE).max(90, LATITUDE);
const longitude = z.number().min(-180, LONGITUDE).max(180, LONGITUDE);

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
        lat: latitude,
        lon: longitude,
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
        lat: latitude.nullable(),
        lon: longitude.nullable(),
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
  'village',
] as const;

/** A place that a world gazetteer of towns lacks. */
export const TheatreEntry = z
  .strictObject({
    name: z.string().min(1),
    type: z.enum(FEATURE_TYPES),
    aliases: names,
    arabic: names,
    /** ISO 3166-1 alpha-2; `null` for what lies in no one country. */
    country: z.string().nullable(),
    /** The admin-1 code of GeoNames; `null` when unknown. */
    admin1: z.string().nullable(),
    lat: latitude.nullable(),
    lon: longitude.nullable(),
    radiusKm: z.number().positive(),
    sensitive: z.boolean(),
    /** A rough course, [longitude, latitude] each, for rivers and roads. */
    line: z
      .array(z.tuple([longitude, latitude]))
      .min(2)
      .nullable(),
    source: z.string().min(1),
  })
  .refine(
    (e) => (e.lat === null) === (e.lon === null),
    'has half a point: give both "lat" and "lon", or null for both',
  );
export type TheatreRow = z.infer<typeof TheatreEntry>;

/** `data/shared/places/theatre*.yaml` */
export const TheatreFile = z.object({ entries: z.array(TheatreEntry).min(1) });

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
