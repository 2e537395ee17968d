/** Length of a viewport movement: short, and none for people who asked for less motion. */
export const motion = (): { duration: number } => ({
  duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160,
});
