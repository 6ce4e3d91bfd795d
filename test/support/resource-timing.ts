// The tests' modules, which are not bundled, fill the 250 entries that a page keeps of what it fetched.
performance.setResourceTimingBufferSize(5000);
