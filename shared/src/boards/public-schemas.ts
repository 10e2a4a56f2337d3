import * as Type from 'typebox'
import { Count, Nullable } from '../contract/fields.ts'
import { ReleasedMetric } from '../releases/schemas.ts'
import { ToldStory } from './schemas.ts'

/** What everybody is shown of the district: what was released, and stories people agreed to. */
export const PublicBoard = Type.Object({
  districtName: Type.String(),
  /** Where it stands for everybody; null while the public pages are off, and then nobody is shown anything. */
  publicPath: Nullable(Type.String()),
  /** Whether results are among the public pages. */
  results: Type.Boolean(),
  /** Partners in the public directory. */
  partners: Count,
  metrics: Type.Array(ReleasedMetric),
  /** Student groups by their codes, in the order they are shown. */
  groups: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), nameEs: Type.String() })),
  stories: Type.Array(ToldStory),
})
export type PublicBoard = Type.Static<typeof PublicBoard>
