/** Variables that hosts set by themselves, by which we know on which of them we run. */
export const hostMarkers = [
  'AWS_LAMBDA_FUNCTION_NAME',
  'VERCEL',
  'NETLIFY',
  'K_SERVICE',
  'FUNCTIONS_WORKER_RUNTIME',
  'DYNO',
  'FLY_APP_NAME',
  'RAILWAY_ENVIRONMENT_ID',
  'RENDER',
] as const
