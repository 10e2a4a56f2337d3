import { goalsContract } from '@common-table/shared/goals/contract'
import { objectivesContract } from '@common-table/shared/outcomes/objectives-contract'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import type { ObjectiveRule } from '@common-table/shared/outcomes/objectives'
import { targetsContract } from '@common-table/shared/outcomes/targets-contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import type { Seed } from './seeds.ts'

interface Strategy {
  /** Part of the goal it belongs to. */
  goal: string
  title: string
  objectives: readonly { title: string; rule?: ObjectiveRule; metric?: string }[]
}
const strategies: readonly Strategy[] = [
  {
    goal: 'every day',
    title: 'Breakfast, a ride or a walking bus where mornings are hard',
    objectives: [{ title: 'Fewer students miss ten percent of school', metric: 'chronic_absence_rate' }],
  },
  {
    goal: 'Reading',
    title: 'Tutors three times a week in the schools that need it most',
    objectives: [{ title: 'More third graders read on grade level', metric: 'ela_proficiency_rate' }],
  },
  {
    goal: 'Families',
    title: 'Evenings that families shape, in their languages',
    objectives: [
      { title: '90 percent of engagement builds all four Cs', rule: 'activities_build_four_cs' },
      { title: '95 percent of families respond favorably', rule: 'families_respond_favorably' },
    ],
  },
  {
    goal: 'college, career',
    title: 'Employers open seats before the term begins',
    objectives: [
      { title: 'A seat for everyone who seeks an internship', rule: 'seats_meet_demand' },
      { title: 'More students graduate in four years', metric: 'graduation_rate' },
    ],
  },
]

/** A strategy for each of the district's goals, with objectives that are measured, and people who answer for them. */
export const seedGoals: Seed = async ({ call, chance }) => {
  const { goals } = await call(goalsContract.getGoalTree)
  if (goals.length === 0 || goals.some((goal) => goal.strategies.length > 0)) return
  const people = await call(partnershipsContract.listPartnershipLeads)
  const { items: live } = await call(objectivesContract.listObjectives)
  const { items: metrics } = await call(metricsContract.listMetrics, { query: { limit: 200 } })
  const { items: targets } = await call(targetsContract.listTargets, { query: { limit: 200 } })
  const targetOf = (code: string) => {
    const metric = metrics.find((one) => one.code === code)
    return targets.find((target) => target.metric.id === metric?.id && target.school === null)?.id
  }
  const owner = () => (people.length > 0 ? { ownerId: chance.pick(people).id } : {})
  for (const { goal, title, objectives } of strategies) {
    const goalId = goals.find((one) => one.title.includes(goal))?.id
    if (!goalId) continue
    await call(goalsContract.setGoalOwner, { params: { goalId }, body: { ownerId: null, ...owner() } })
    const tree = await call(goalsContract.addGoalNode, { body: { goalId, title, ...owner() } })
    const strategyId = tree.goals.find(({ id }) => id === goalId)?.strategies.at(-1)?.id
    for (const objective of strategyId ? objectives : []) {
      const objectiveId = live.find(({ rule }) => rule === objective.rule)?.id
      const targetId = objective.metric && targetOf(objective.metric)
      await call(goalsContract.addGoalNode, {
        body: {
          goalId,
          strategyId: strategyId!, // no objectives without one
          title: objective.title,
          ...owner(),
          ...(objectiveId && { objectiveId }),
          ...(targetId && { targetId }),
        },
      })
    }
  }
}
