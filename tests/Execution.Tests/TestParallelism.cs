// The default generator belongs to the process: runs that start from a seed must not meet.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
