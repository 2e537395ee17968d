/** The column that a property of an entity stands for: `jobRole` is `job_role`. */
export const columnName = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
