/** Whether something has to be waited for. Old libraries replace `Promise`, and `import()` gives the browser's own all the same. */
export function isPromise<Value>(value: Value | Promise<Value>): value is Promise<Value> {
  return typeof (value as Partial<Promise<Value>> | undefined)?.then === 'function';
}
