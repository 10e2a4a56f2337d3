import { seriesContract } from '@common-table/shared/activities/series-contract'
import { addDays } from '@common-table/shared/calendar/dates'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { toolkitContract } from '@common-table/shared/toolkit/contract'
import { demoResources } from './demo-resources.ts'
import type { Seed } from './seeds.ts'

/** A small toolkit, one resource of which is due to be looked over, and the winter break of the running school year. */
export const seedToolkit: Seed = async ({ call, today }) => {
  const { total } = await call(toolkitContract.resourceFacets)
  if (total > 0) return
  const { items: categories } = await call(catalogContract.listCategories)
  for (const { category, reviewIn, ...resource } of demoResources) {
    const categoryId = categories.find(({ code }) => code === category)?.id
    await call(toolkitContract.addResource, {
      body: {
        ...resource,
        ...(categoryId && { categoryIds: [categoryId] }),
        reviewOn: addDays(today, reviewIn),
      },
    })
  }
  const { items: years } = await call(calendarContract.listSchoolYears)
  const year = years.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
  const winter = year && `${year.startsOn.slice(0, 4)}-12-22`
  if (winter && winter < year.endsOn)
    await call(seriesContract.addClosedDays, {
      body: { name: 'Days between the years', startsOn: winter, endsOn: addDays(winter, 11) },
    })
}
