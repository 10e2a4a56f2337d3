export { default as CategoriesSettings } from './CategoriesSettings.vue'
