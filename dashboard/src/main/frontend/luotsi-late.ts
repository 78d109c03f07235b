/** A property that was set before the element's class had come hides the accessor of that name: it is set once more. */
export function again(element: any, name: string) {
  if (Object.hasOwn(element, name)) {
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}
