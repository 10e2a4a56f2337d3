import { refusal } from '@common-table/shared/contract/refusals'
import { suggestNeeds, type Suggestion } from '@common-table/shared/needs/suggestions'
import type { SuggestionRun } from '@common-table/shared/needs/suggestion-schemas'
import { currentSchoolYear } from '../calendar/index.ts'
import type { Db } from '../db/db.ts'
import {
  activeRules,
  keepSuggestions,
  latestFigures,
  withdrawStale,
  type GivenSuggestion,
} from './suggest-queries.ts'

const given = ({
  school,
  category,
  tier,
  severity,
  studentsAffected,
  grounds,
}: Suggestion): GivenSuggestion => ({
  school,
  category,
  tier,
  severity,
  students: studentsAffected,
  rule: grounds[0]!.rule, // a suggestion has the ground that made it
  grounds,
})

/**
 * Holds the latest figures of every school against the district's rules. Repeatable: what people decided stays decided,
 * what still waits follows its figures, and what no figure suggests any more is withdrawn. The figures must have been
 * screened before (`publishAll`): only the copy that everyone may see is read.
 */
export const runSuggestions = async (db: Db, today: string, by: string): Promise<SuggestionRun> => {
  const year = await currentSchoolYear(db, today)
  if (!year) throw refusal('no-school-year')
  const rules = await activeRules(db)
  const schools = await latestFigures(db)
  const suggestions = schools.flatMap((figures) => suggestNeeds(rules, figures).map(given))
  const withdrawn = await withdrawStale(db, suggestions, year.id)
  const { suggested, changed, settled } = await keepSuggestions(db, suggestions, year.id, by)
  const unchanged = suggestions.length - suggested - changed - settled
  return { schools: schools.length, rules: rules.length, suggested, changed, unchanged, settled, withdrawn }
}
