import { grades } from '@common-table/shared/imports/normalise-grades'
import type { Schedule, Service, ServiceSite } from '@common-table/shared/organizations/service-schemas'
import { useI18n } from 'vue-i18n'
import { useFormats } from '../platform/formats.ts'
import { useOrganizationWords } from './words.ts'

/** A service's facts as one line of text. */
export const useServiceWords = () => {
  const { t, locale } = useI18n()
  const format = useFormats()
  const words = useOrganizationWords()

  const ages = ({ minimumAge: from, maximumAge: to }: Service): string =>
    from !== null && to !== null
      ? t('organizations.service.ages', { from, to })
      : from !== null
        ? t('organizations.service.agesFrom', { from })
        : to !== null
          ? t('organizations.service.agesTo', { to })
          : ''
  const facts = (service: Service): string =>
    [
      t('organizations.tier', { n: service.tier }),
      t(`organizations.setting.${service.setting}`),
      t(`organizations.audience.${service.audience}`),
      service.grades.length > 0 &&
        t('organizations.service.gradesShort', {
          list: grades
            .filter((grade) => service.grades.includes(grade))
            .map(words.grade)
            .join(', '),
        }),
      ages(service),
      service.languages.map(words.language).join(', '),
      service.fees && t('organizations.service.free', { fees: service.fees }),
      service.eligibility,
    ]
      .filter(Boolean)
      .join(' · ')

  const clock = (time: string): string =>
    new Intl.DateTimeFormat(locale.value, { timeStyle: 'short', timeZone: 'UTC' }).format(
      new Date(`2026-01-01T${time}:00Z`),
    )
  const times = ({ weekdays, opensAt, closesAt, startsOn, endsOn, description }: Schedule): string =>
    [
      format.value.list(weekdays.map((day) => t(`organizations.weekday.${day}`))),
      [opensAt, closesAt]
        .filter((time) => time !== null)
        .map(clock)
        .join(' – '),
      startsOn && t('organizations.service.fromDay', { day: format.value.day(startsOn) }),
      endsOn && t('organizations.service.untilDay', { day: format.value.day(endsOn) }),
      description,
    ]
      .filter(Boolean)
      .join(' · ')
  const placeOf = (site: ServiceSite): string => site.school?.name ?? site.location?.name ?? site.siteName
  return { facts, times, placeOf }
}
