export { default as PrioritiesSettings } from './PrioritiesSettings.vue'
