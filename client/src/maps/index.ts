/** What another drawing needs of the map: names that do not lie over each other, and the frame that is moved and zoomed. */
export { labelled } from './labels.ts'
export { default as ZoomSurface } from './ZoomSurface.vue'
