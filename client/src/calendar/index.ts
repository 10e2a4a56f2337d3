export { default as CalendarSettings } from './CalendarSettings.vue'
