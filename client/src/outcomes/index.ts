import { defineAsyncComponent } from 'vue'

export { changeOf, isGood, pointOf, statusTones } from './figures.ts'
export { objectiveFigures } from './objective-figures.ts'
export { default as OutcomesTabs } from './OutcomesTabs.vue'

/** `<SchoolOutcomes :school-id="…" />`: what a school's page shows of its outcomes; fetched when it is shown. */
export const SchoolOutcomes = defineAsyncComponent(() => import('./SchoolOutcomes.vue'))
/** The figures of a partnership and its services, as a part of its page. */
export const FiguresPart = defineAsyncComponent(() => import('./FiguresPart.vue'))
/** How figures are written and said. */
export { useFigures } from './figures.ts'
