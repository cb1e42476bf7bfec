using NnGen.Tool;

return CommandLine.Create().Parse(args).Invoke();
