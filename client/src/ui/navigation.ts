import type { Component } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

/** One first-level place, as the shell shows it. */
export interface NavItem {
  key: string
  label: string
  icon: Component
  to: RouteLocationRaw
  /** The person is on this page or below it. */
  current: boolean
  /** Stands apart at the end: administration. */
  apart?: boolean
}
