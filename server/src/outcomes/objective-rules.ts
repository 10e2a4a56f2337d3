import { objectiveRules, type ObjectiveRule } from '@common-table/shared/outcomes/objectives'
import { fourCsBuilt } from '../activities/index.ts'
import type { Db } from '../db/db.ts'
import { seatsMeetDemand } from '../seats/index.ts'
import { counted, ofPeople, type ObjectiveAnswer } from './objective-answer.ts'
import { familiesRespond } from './families-respond.ts'

const fourCs = async (db: Db): Promise<ObjectiveAnswer> => {
  const { schoolYear, threshold, strict, lenient, any, cs, schools, epstein } = await fourCsBuilt(db)
  return {
    schoolYear,
    threshold,
    whole: counted(strict),
    period: null,
    beside: [
      { code: 'lenient', ...counted(lenient) },
      { code: 'any', ...counted(any) },
    ],
    breakdowns: [
      {
        way: 'c',
        rows: cs.map(({ code, ...tally }) => ({ school: null, codes: { c: code }, ...counted(tally) })),
      },
      {
        way: 'school',
        rows: schools.map(({ school, ...tally }) => ({ school, codes: {}, ...counted(tally) })),
      },
      {
        way: 'epstein',
        rows: epstein.map(({ code, ...tally }) => ({
          school: null,
          codes: { epstein: code },
          ...counted(tally),
        })),
      },
    ],
  }
}

/** A rule, computed at the moment it is asked for. */
export const rules: Record<ObjectiveRule, (db: Db) => Promise<ObjectiveAnswer>> = {
  seats_meet_demand: async (db) =>
    ofPeople(
      await seatsMeetDemand(db),
      objectiveRules.find(({ code }) => code === 'seats_meet_demand')!.ways, // the closed list holds it
    ),
  activities_build_four_cs: fourCs,
  families_respond_favorably: familiesRespond,
}
