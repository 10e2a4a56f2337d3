import type { Objective } from '@common-table/shared/outcomes/objective-schemas'
import { objectiveRules } from '@common-table/shared/outcomes/objectives'
import { objectivesContract } from '@common-table/shared/outcomes/objectives-contract'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { useQuery } from '@pinia/colada'
import { useI18n } from 'vue-i18n'
import { useCall } from '../platform/api.ts'

export const useObjectives = () => {
  const call = useCall()
  return useQuery({ key: ['objectives', 'list'], query: () => call(objectivesContract.listObjectives) })
}

export const useObjective = (objectiveId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['objectives', 'one', objectiveId()],
    query: () => call(objectivesContract.getObjective, { params: { objectiveId: objectiveId() } }),
  })
}

/** What an objective is called and how it is computed, in the reader's language. */
export const useObjectiveWords = () => {
  const { locale } = useI18n()
  const of = (objective: Pick<Objective, 'rule'>) =>
    objectiveRules.find(({ code }) => code === objective.rule)! // the same closed list
  const language = () => (locale.value === 'es' ? 'es' : 'en')
  return {
    /** The figures beside it, each with its name. */
    beside: (objective: Pick<Objective, 'rule' | 'beside'>) =>
      objective.beside.map((one) => ({
        ...one,
        name: nameOf(of(objective).beside, one.code, language()),
      })),
    title: (objective: Pick<Objective, 'rule'>) => of(objective)[language()],
    how: (objective: Pick<Objective, 'rule'>) => of(objective).how[language()],
  }
}

/** As a metric would be written: a percentage with one decimal. */
export const percent = { unit: 'percent', decimals: 1 } as const
