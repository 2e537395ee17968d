// Preloaded into processes that do not know the launcher: when it is gone, however it went, they go too.
process.on('disconnect', () => process.exit(0));
process.channel?.unref();
