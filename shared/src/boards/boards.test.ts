import { describe, expect, expectTypeOf, it } from 'vitest'
import type { TSchema } from 'typebox'
import { PublicCellSchema, type PublicCell } from '../outcomes/suppression.ts'
import { HelpDone } from './help-done-schemas.ts'
import { studentsMoved } from './moved.ts'
import { PublicBoard } from './public-schemas.ts'

describe('students today and a year ago', () => {
  it('shows both where what began and what ended is large enough, or nothing', () => {
    for (const [begun, ended] of [
      [40, 60],
      [0, 60],
      [0, 0],
    ] as const) {
      const { now, before } = studentsMoved({ both: 200, begun, ended }, 10)
      expect([now.value, before.value]).toEqual([200 + begun, 200 + ended])
    }
  })
  it('shows only today where the difference would be a small group', () => {
    for (const [begun, ended] of [
      [4, 60],
      [40, 9],
    ] as const) {
      const { now, before } = studentsMoved({ both: 200, begun, ended }, 10)
      expect([now.value, before]).toMatchObject([200 + begun, { value: null, suppressed: true }])
    }
  })
  it('withholds a small whole', () => {
    expect(studentsMoved({ both: 4, begun: 0, ended: 0 }, 10).now.suppressed).toBe(true)
  })
})

/** The names under which a type holds bare numbers, outside figures that the rules of suppression made. */
type BareNumbers<T, Name = never> = T extends PublicCell
  ? never
  : T extends number
    ? Name
    : T extends readonly (infer Item)[]
      ? BareNumbers<Item, Name>
      : T extends object
        ? { [Key in keyof T]: BareNumbers<T[Key], string extends Key ? Name : Key> }[keyof T]
        : never
/** The same of a schema, for what is read at run time. */
const bareNumbers = (schema: TSchema, name = ''): string[] => {
  if ((schema as unknown) === PublicCellSchema) return []
  const { type, properties, items, anyOf, allOf, patternProperties } = schema as {
    type?: string
    properties?: Record<string, TSchema>
    items?: TSchema
    anyOf?: TSchema[]
    allOf?: TSchema[]
    patternProperties?: Record<string, TSchema>
  } // a JSON schema, whatever it is of
  if (type === 'number' || type === 'integer') return [name]
  return [
    ...Object.entries(properties ?? {}).flatMap(([key, one]) => bareNumbers(one, key)),
    ...Object.values(patternProperties ?? {}).flatMap((one) => bareNumbers(one, name)),
    ...(items ? bareNumbers(items, name) : []),
    ...[...(anyOf ?? []), ...(allOf ?? [])].flatMap((one) => bareNumbers(one, name)),
  ]
}

describe('what partners and the public are given', () => {
  /** Sessions, hours, schools, and means of released figures: nothing of these counts people. */
  type OfThings =
    | 'planned'
    | 'delivered'
    | 'hours'
    | 'before'
    | 'toCome'
    | 'silent'
    | 'schools'
    | 'threshold'
    | 'decimals'
    | 'estimate'
    | 'low'
    | 'high'
    | 'servedChange'
    | 'similarChange'
    | 'from'
    | 'to'

  it('holds no bare number of people, in its type', () => {
    expectTypeOf<BareNumbers<HelpDone>>().toEqualTypeOf<OfThings>()
    expectTypeOf<BareNumbers<PublicBoard>>().toEqualTypeOf<'partners' | 'decimals' | 'threshold'>()
    // @ts-expect-error a number somebody counted is no figure that may be shown
    expectTypeOf<HelpDone['students']>().toEqualTypeOf<number>()
    expectTypeOf<number>().not.toExtend<HelpDone['students']>()
    expectTypeOf<{ value: number; n: number; suppressed: false }>().not.toExtend<HelpDone['students']>()
    expectTypeOf<{ value: number; n: number; suppressed: false }>().not.toExtend<
      PublicBoard['metrics'][number]['periods'][number]['cells'][string]
    >()
  })

  it('holds none in the schema that answers are written by', () => {
    const ofThings = [
      'planned',
      'delivered',
      'hours',
      'before',
      'toCome',
      'silent',
      'schools',
      'threshold',
      'decimals',
      'estimate',
      'low',
      'high',
      'servedChange',
      'similarChange',
      'from',
      'to',
    ]
    expect(new Set(bareNumbers(HelpDone))).toEqual(new Set(ofThings))
    expect(new Set(bareNumbers(PublicBoard))).toEqual(new Set(['partners', 'decimals', 'threshold']))
    expect(bareNumbers(HelpDone.properties.students)).toEqual([])
  })
})
