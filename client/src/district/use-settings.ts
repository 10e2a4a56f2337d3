import { ProblemError } from '@common-table/shared/contract/problem'
import { districtContract } from '@common-table/shared/district/contract'
import { District, type DistrictChange } from '@common-table/shared/district/schemas'
import { useQueryCache } from '@pinia/colada'
import * as Type from 'typebox'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCall } from '../platform/api.ts'
import { changedFields } from '../platform/changed-fields.ts'
import { useSchemaForm } from '../platform/schema-form.ts'
import { SaidProblem } from '../platform/problem-words.ts'
import { useToasts } from '../platform/toasts.ts'

/** What an emptied field of the settings becomes. */
const blanks = {
  shortName: null,
  website: null,
  contactEmail: null,
  contactPhone: null,
  brandHue: null,
  publicSlug: null,
  volunteerHourCents: null,
  volunteerHourSource: '',
} as const
const facts = District.properties
const optional = Object.keys(blanks)

/** A form over some of the district's settings: saves what changed under the version that was read. */
export const useSettingsForm = <F extends keyof DistrictChange>(
  district: () => District,
  fields: readonly F[],
) => {
  const { t } = useI18n()
  const call = useCall()
  const cache = useQueryCache()
  const toasts = useToasts()
  const summary = ref<{ focus: () => void } | null>(null)
  // The compiler cannot follow a schema picked by names; the names are keys of the district.
  const schema = Type.Object(
    Object.fromEntries(
      fields.map((name) => [name, optional.includes(name) ? Type.Optional(facts[name]) : facts[name]]),
    ),
  ) as unknown as Type.TObject<{ [K in F]: (typeof District.properties)[K] }>
  const start = () => Object.fromEntries(fields.map((name) => [name, district()[name]])) as Pick<District, F>
  const form = useSchemaForm(schema, start as never, { texts: 'district.form', summary }) // same fields, as the line above
  // The same fields, read one by one in a template.
  const model = form.model as unknown as { [K in F]: Exclude<District[K], null> | undefined }

  const save = () =>
    form.submit(async (body) => {
      const now = district()
      const change = changedFields<District>(now, body as Partial<District>, blanks, fields)
      try {
        await call(districtContract.changeDistrict, { ifMatch: now.version, body: change })
      } catch (error) {
        if (!(error instanceof ProblemError && error.code === 'stale')) throw error
        await cache.invalidateQueries({ key: ['district'] })
        throw new SaidProblem('stale', t('district.stale'))
      }
      await cache.invalidateQueries({ key: ['district'] })
      toasts.show(t('district.saved'))
    })
  return {
    model,
    errors: form.errors,
    errorList: form.summary,
    problem: form.problem,
    sending: form.sending,
    label: form.label,
    summary,
    save,
  }
}
