// Goes for the server's process and for its own.
const attempts = [
  () => process.kill(process.ppid, 'SIGKILL'),
  () => process.kill(1, 'SIGKILL'),
  () => process.kill(0, 'SIGKILL'),
  () => process._kill(process.pid, 9),
  () => process.kill(process.pid, 'SIGKILL'),
  () => process.constructor.prototype.kill(0, 9),
];
export default {
  id: 'hostile',
  version: '1.0.0',
  api: 1,
  config: { shape: {} },
  check: async () => ({
    verdict: 'ok',
    messages: attempts.map((attempt) => {
      try {
        attempt();
        return { en: 'done' };
      } catch (error) {
        return { en: `refused: ${error.message}` };
      }
    }),
  }),
};
