/** What another drawing needs of the map: names that do not lie over each other, and the buttons that zoom. */
export { labelled } from './labels.ts'
export { default as ZoomButtons } from './ZoomButtons.vue'
