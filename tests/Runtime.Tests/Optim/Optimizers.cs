using NnGen.Optim;

namespace NnGen.Tests.Optim;

/// <summary>Every optimizer that changes each parameter by itself, with the options that make it keep all of its state.</summary>
internal static class Optimizers
{
    private static readonly Dictionary<string, Func<Parameter[], double, Optimizer>> s_all = new()
    {
        ["SGD"] = (p, lr) => new SGD(p, lr, momentum: 0.9, dampening: 0.1, weightDecay: 0.01),
        ["Adam"] = (p, lr) => new Adam(p, lr, weightDecay: 0.01, amsgrad: true),
        ["AdamW"] = (p, lr) => new AdamW(p, lr),
        ["Adamax"] = (p, lr) => new Adamax(p, lr),
        ["NAdam"] = (p, lr) => new NAdam(p, lr),
        ["RAdam"] = (p, lr) => new RAdam(p, lr),
        ["Adagrad"] = (p, lr) => new Adagrad(p, lr, lrDecay: 0.1),
        ["Adadelta"] = (p, lr) => new Adadelta(p, lr),
        ["RMSprop"] = (p, lr) => new RMSprop(p, lr, momentum: 0.5, centered: true),
        ["Rprop"] = (p, lr) => new Rprop(p, lr),
        ["ASGD"] = (p, lr) => new ASGD(p, lr, t0: 3),
    };

    public static TheoryData<string> Names => [.. s_all.Keys];

    public static Optimizer Create(string name, Parameter[] parameters, double lr = 0.01) => s_all[name](parameters, lr);
}
