using MnistSample;
using Samples;

return Sample.Run(CommandLine.Create(), args, (options, cancellation) => new Experiment(CommandLine.Read(options), cancellation).Run());
