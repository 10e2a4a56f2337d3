import { agreementsContract } from '@common-table/shared/agreements/contract'
import { AgreementChange, type Agreement } from '@common-table/shared/agreements/schemas'
import { Closed } from '@common-table/shared/contract/fields'
import { ProblemError } from '@common-table/shared/contract/problem'
import { computed, ref, shallowRef, toRaw, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCall } from '../platform/api.ts'
import { useSchemaForm } from '../platform/schema-form.ts'
import { useToasts } from '../platform/toasts.ts'
import { useAgreementsChanged } from './use-agreements.ts'

const names = [
  'title',
  'type',
  'language',
  'startsOn',
  'endsOn',
  'renews',
  'termMonths',
  'noticeDays',
  'amountCents',
  'districtSignerId',
  'partnerSignerId',
  'facts',
  'dataSharing',
] as const
/** Data sharing may be half said in a draft: what is missing is listed there, not refused here. */
const { dataSharing: _, ...checked } = AgreementChange.properties

/** The terms of an agreement being edited: only what was changed is sent, and a second save says what the first changed. */
export const useTermsForm = (
  agreement: Agreement,
  summary: Ref<{ focus: () => void } | null>,
  close: () => void,
) => {
  const { t } = useI18n()
  const call = useCall()
  const toasts = useToasts()
  const changed = useAgreementsChanged()
  const before = Object.fromEntries(names.map((name) => [name, agreement[name]])) as AgreementChange
  const data = ref(structuredClone(toRaw(agreement.dataSharing)))
  const form = useSchemaForm(Closed(checked), () => structuredClone(toRaw(before)), {
    texts: 'agreements.term.form',
    summary,
  })
  const { model } = form
  const version = ref(agreement.version)
  /** Who changed what meanwhile, in sentences. */
  const meanwhile = shallowRef<string[]>([])
  const dollars = computed({
    get: () =>
      model.amountCents === null || model.amountCents === undefined ? undefined : model.amountCents / 100,
    set: (value) => (model.amountCents = value === undefined ? null : Math.round(value * 100)),
  })
  const changes = (): AgreementChange =>
    Object.fromEntries(
      names
        .map(
          (name) =>
            [name, before[name], (name === 'dataSharing' ? data.value : model[name]) ?? null] as const,
        )
        .filter(([, was, is]) => JSON.stringify(was ?? null) !== JSON.stringify(is))
        .map(([name, , is]) => [name, is]),
    )
  const save = async () => {
    const done = await form.submit(async () => {
      const body = changes()
      if (Object.keys(body).length === 0) return
      try {
        await call(agreementsContract.changeAgreement, {
          params: { agreementId: agreement.id },
          body,
          ifMatch: version.value,
        })
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'stale') throw error
        version.value = (error.current as Agreement).version // the route's own answer comes with this code
        meanwhile.value = (error.fields ?? []).map(
          ({ field, message }) => `${form.label(field) || field}: ${message}`,
        )
        throw new ProblemError('stale', 'Somebody saved in between.')
      }
      toasts.show(t('agreements.saved'))
    })
    if (done) close()
    await changed()
  }
  return { form, data, dollars, meanwhile, save }
}
