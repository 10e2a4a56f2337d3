import { expect, it } from 'vitest'
import { codesOf } from '../vocabulary/terms.ts'
import { stages } from './stages.ts'
import { stageTerms } from './vocabulary.ts'

it('every stage has a name, in the order of a partnership’s life', () => {
  expect(codesOf(stageTerms)).toEqual(stages)
})
