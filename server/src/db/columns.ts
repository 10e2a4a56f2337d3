import { customType } from 'drizzle-orm/pg-core'

/** timestamptz that crosses the whole system as the ISO string the schemas promise. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
})
