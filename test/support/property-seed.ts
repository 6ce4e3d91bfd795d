import * as fc from 'fast-check';

// The same cases in every run, so that a red check means a change; PROPERTY_SEED=n looks at others.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_123) });
