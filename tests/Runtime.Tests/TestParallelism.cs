// The default generator, the number of threads and the recording of gradients belong to the process: tests that set them must not meet.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
