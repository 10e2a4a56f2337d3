import { exitItems, exitStateTerms } from '@common-table/shared/lifecycle/exit-checklist'
import { formaliseTerms } from '@common-table/shared/lifecycle/formalise'
import { decisionTerms, rolloverReasonTerms } from '@common-table/shared/lifecycle/rollover'
import { rubricFloors } from '@common-table/shared/partnerships/intensity-rubric'
import { intensityRubric } from '@common-table/shared/partnerships/rubric-questions'
import { stepReasonTerms, stepTerms } from '@common-table/shared/partnerships/step-terms'
import { formalityTerms, intensityTerms, stageTerms } from '@common-table/shared/partnerships/vocabulary'
import { reasonsFor } from '@common-table/shared/partnerships/stages'
import { changeReasons, exitReasons } from '@common-table/shared/vocabulary/reasons'
import { nameOf, type Language, type Term } from '@common-table/shared/vocabulary/terms'
import { weekdays, type Weekday } from '@common-table/shared/organizations/vocabulary'
import { computed, inject } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Words } from '../platform/i18n.ts'

const reasonTerms = [...exitReasons, ...changeReasons]

/** A week that begins on Monday, to ask the browser how days are called. */
const monday = Date.UTC(2026, 0, 5)
const dayName = (language: Language, day: Weekday, width: 'short' | 'long'): string =>
  new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(
    monday + weekdays.indexOf(day) * 86_400_000,
  )

/** The terms of a partnership's life in this person's language; fetches the words of this feature where it is a guest. */
export const useLifecycleWords = () => {
  const { locale } = useI18n()
  void inject<Words | undefined>('words', undefined)?.load('lifecycle')
  const language = computed<Language>(() => (locale.value === 'es' ? 'es' : 'en'))
  return computed(() => {
    const word = (terms: readonly Term[]) => (code: string) => nameOf(terms, code, language.value)
    const options = <Code extends string>(terms: readonly Term<Code>[]) =>
      terms.map((term) => ({ value: term.code, label: term[language.value] }))
    return {
      exitItem: word(exitItems),
      exitState: word(exitStateTerms),
      formalise: word(formaliseTerms),
      decision: word(decisionTerms),
      rolloverReason: word(rolloverReasonTerms),
      floor: word(rubricFloors),
      step: word(stepTerms),
      stepReason: word(stepReasonTerms),
      stage: word(stageTerms),
      formality: word(formalityTerms),
      intensity: word(intensityTerms),
      day: (day: Weekday) => dayName(language.value, day, 'short'),
      days: weekdays.map((value) => ({ value, label: dayName(language.value, value, 'long') })),
      exitStates: options(exitStateTerms),
      decisions: options(decisionTerms),
      intensities: options(intensityTerms),
      endings: options(reasonTerms.filter(({ code }) => reasonsFor('ended').includes(code))),
      questions: intensityRubric.map((question) => ({
        code: question.code,
        label: question[language.value],
        answers: question.answers.map((answer) => ({
          value: answer.code as string,
          label: answer[language.value],
          points: answer.points,
        })),
      })),
    }
  })
}
