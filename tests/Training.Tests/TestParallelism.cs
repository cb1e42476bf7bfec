// The default generator is one for the process: tests that seed it cannot run side by side.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
