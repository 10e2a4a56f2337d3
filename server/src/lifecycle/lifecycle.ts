import { notFound } from '@common-table/shared/contract/problem'
import type { Lifecycle } from '@common-table/shared/lifecycle/schemas'
import { rateIntensity } from '@common-table/shared/partnerships/intensity-rubric'
import {
  factsOf,
  isGrassroots,
  requiredSteps,
  takesLighterLane,
  unknownFacts,
} from '@common-table/shared/partnerships/required-steps'
import { stepState } from '@common-table/shared/partnerships/step-standing'
import { papersOf } from '../compliance/index.ts'
import type { Db } from '../db/db.ts'
import { visionStand } from '../vision/index.ts'
import { findLifecycle } from './lifecycle-queries.ts'

/** What a partnership takes and where it stands: the database gives the facts, the shared rules say what follows. */
export const lifecycleOf = async (
  db: Db,
  scope: readonly string[] | null,
  partnershipId: string,
): Promise<Lifecycle> => {
  const found = (await findLifecycle(db, scope, partnershipId)) ?? notFound('partnership')
  const { assessment, organizationType, trusted, schoolCount, standing, ...rest } = found
  const [vision, documents] = await Promise.all([
    visionStand(db, partnershipId),
    papersOf(db, found.organizationId),
  ])
  const stands = { ...standing, vision: vision?.standing ?? 'empty', documents } as const
  const grassroots = isGrassroots(organizationType, trusted)
  // Without answers, schools that are named tell that it works there.
  const place = schoolCount > 0 ? 'on_campus' : 'elsewhere'
  const facts = assessment
    ? factsOf(assessment.answers, grassroots)
    : ({ ...unknownFacts, grassroots, place } as const)
  return {
    partnershipId,
    ...rest,
    assessment: assessment && { ...assessment, floors: [...rateIntensity(assessment.answers).floors] },
    steps: requiredSteps(found.intensity, facts).map((one) => ({
      ...one,
      because: [...one.because],
      state: stepState(one.step, stands),
    })),
    lighterLane: takesLighterLane(facts),
  }
}
