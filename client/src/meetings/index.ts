import { defineAsyncComponent } from 'vue'

/** The check-ins of a partnership, as a part of its page: `<CheckInsPart :partnership />`. */
export const CheckInsPart = defineAsyncComponent(() => import('./CheckInsPart.vue'))
/** A person's calendars to subscribe to, for the profile: `<CalendarCard />`. */
export const CalendarCard = defineAsyncComponent(() => import('./CalendarCard.vue'))
