import * as Type from 'typebox'
import type { TProperties, TSchema } from 'typebox'

/** Closed object for what comes in: an unknown field is refused, never dropped silently. */
export const Closed = <P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })

export const Id = Type.String({ format: 'uuid' })
/** ISO 8601 with offset. */
export const Instant = Type.String({ format: 'date-time' })
/** A calendar day, `2026-11-21`. */
export const Day = Type.String({ format: 'date' })
export const Email = Type.String({ format: 'email', maxLength: 254 })
export const WebAddress = Type.String({ format: 'uri', pattern: '^https?://', maxLength: 500 })

/** One line of text that is not blank. */
export const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
/** Free text, may be empty. */
export const Prose = (maxLength: number) => Type.String({ maxLength })

export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** Counts of people, hours, seats: whole and never negative; the ceiling keeps integer columns safe. */
export const Count = Type.Integer({ minimum: 0, maximum: 2_000_000_000 })

/** Every mutable record carries it; it is the ETag and the If-Match. */
export const Version = Type.Integer({ minimum: 1 })

/** What every list takes. `cursor` is opaque and belongs to the same filters and sort it was given for. */
export const pageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 1000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
}

/** What every list answers. `total` is exact when it is there: it comes from a maintained or cheap count. */
export const Page = <S extends TSchema>(item: S) =>
  Type.Object({
    items: Type.Array(item),
    nextCursor: Nullable(Type.String()),
    total: Type.Optional(Type.Integer()),
  })

export const Reference = Type.Object({ id: Id, name: Type.String() })
export type Reference = Type.Static<typeof Reference>
