import { describe, expect, it } from 'vitest'
import { useApi } from '../../test/support/api.ts'
import { bringIn, realFile } from '../../test/support/imports.ts'

const test = useApi()
describe('x', () => {
  it('goes', { timeout: 900000 }, async () => {
    const O = 'nyc_school_outcomes/'
    for (const [kind, f] of [
      ['schools', 'schools_master'],
      ...[
        'chronic_absenteeism',
        'graduation',
        'suspensions',
        'temp_housing',
        'ela',
        'math',
        'nyc_attendance_school_2013_2018',
        'family_survey',
        'student_survey',
        'teacher_survey',
        'school_quality',
        'arts_ed',
      ].map((x) => ['measurements', x]),
    ] as [string, string][])
      for (const time of [1, 2]) {
        const r = await bringIn(test, kind, realFile(`${O}${f}.csv`))
        if (time === 1)
          console.log(f, r.columns.map((c, i) => `${c.header}=${r.mapping[i]} ${c.confidence}`).join('; '))
        console.log(
          f,
          r.status,
          r.rowsTotal,
          r.rowsKept,
          r.rowsRefused,
          r.rowsRepeated,
          JSON.stringify(r.counts),
          JSON.stringify(r.notes),
          JSON.stringify(r.problems),
          r.seconds,
          (r.peakBytes ?? 0) / 1e6,
        )
      }
    for (const time of [1, 2]) {
      const r = await bringIn(
        test,
        'program_sites',
        realFile('nyc_school_partners/DYCD_after-school_programs.csv'),
      )
      if (time === 1)
        console.log(r.columns.map((c, i) => `${c.header}=${r.mapping[i]} ${c.confidence}`).join('; '))
      console.log(
        r.status,
        r.rowsTotal,
        r.rowsKept,
        r.rowsRefused,
        r.rowsRepeated,
        JSON.stringify(r.counts),
        JSON.stringify(r.notes),
        JSON.stringify(r.problems),
        r.seconds,
      )
    }
    expect(1).toBe(1)
  })
})
