'use client';

import { useEffect } from 'react';
import { configure } from 'jitsi-gate';

/** Starts the gate once, whatever page comes first. */
export function Start() {
  useEffect(() => {
    const gate = configure({ privacyUrl: '/privacy', operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } } });
    gate.scan();
    gate.watch();
    return () => gate.destroy();
  }, []);
  return null;
}
