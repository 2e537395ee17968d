// Preloaded into programs that do not know the launcher: when it is gone, however it went, they go too.
// Programs hand their own children the same preload; those have a parent of their own to follow.
if (process.env.PLANWRIGHT_LAUNCHER === String(process.ppid)) {
  process.on('disconnect', () => process.exit(0));
  process.channel?.unref();
}
