/** Of this district: in every statement, although row security holds it as well. */
export const own = (alias: string): string => `${alias}.district_id = app_district()`
