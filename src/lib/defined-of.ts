/** What an object says, without what it leaves undefined. */
export const definedOf = <T extends object>(said: T): { [name in keyof T]?: NonNullable<T[name]> } => (
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as { [name in keyof T]?: NonNullable<T[name]> });
