import { Device, type Shelf } from './device';

/** Private windows may refuse even to name their storage. */
function shelfOf(name: 'localStorage' | 'sessionStorage'): Shelf | undefined {
  try {
    return typeof window === 'undefined' ? undefined : window[name];
  } catch {
    return undefined;
  }
}

// The device's own clock: a sandbox may stand in another year, and what is kept must not go with it.
const now = () => new Date();

/** What stays on this device, and what goes with this tab. */
export const onDevice = new Device(shelfOf('localStorage'), now);
export const inTab = new Device(shelfOf('sessionStorage'), now);

if (typeof window !== 'undefined') {
  onDevice.sweep();
  // Another tab kept or threw something away.
  window.addEventListener('storage', () => onDevice.changed());
}
