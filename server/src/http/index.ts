export { type ApiServer, GRAPHQL_PATH, startApiServer } from './api-server.js';
export { ADMISSION_LIMITS, type Admission, type AdmissionLimits } from './limits/admit-operation.js';
export { LeakyBuckets } from './limits/leaky-bucket.js';
export { whyNotReady } from './readiness.js';
export { identify } from './request-context.js';
export { buildApiSchema } from './schema.js';
export { presentedToken } from './session-cookie.js';
export { maskLiveError } from './websocket/mask-live-error.js';
export { startWebSocketEdge, type WebSocketLimits } from './websocket/websocket-edge.js';
